import { DAY_MS, plus } from '../../shared/domain/kernel/instant.ts';
import {
  CONFIRMED_LIST,
  ConfirmedCardSchema,
  EXPIRING_LIST,
  ExpiringCardSchema,
  staleBefore,
  upkeepRange,
} from '../../shared/domain/registry/upkeep.ts';
import {
  type ExpiringEntry,
  type ExpiringQuery,
  registryUpkeepRoutes as routes,
} from '../../shared/http/routes/registry-upkeep.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';

export type RegistryUpkeepCell = HttpCell & Pick<Cell, 'store' | 'clock' | 'staleAfterDays'>;

/** What must be seen to so that the registry stays true. Each page is one Query of rows in order of time. */
export const createHandler = (cell: RegistryUpkeepCell) =>
  createHttpHandler(cell, [
    implement(routes.listStaleEntries, async ({ query }) => ({
      body: await listCards(cell, CONFIRMED_LIST, query, ConfirmedCardSchema, {
        between: upkeepRange(undefined, staleBefore(cell.clock.now(), cell.staleAfterDays)),
      }),
    })),
    implement(routes.listExpiringEntries, async ({ query }) => ({ body: await listExpiring(cell, query) })),
  ]);

const listExpiring = async (
  cell: RegistryUpkeepCell,
  { withinDays, ended, ...page }: ExpiringQuery,
): Promise<{ items: ExpiringEntry[]; nextCursor?: string }> => {
  const now = cell.clock.now();
  const between = upkeepRange(ended === undefined ? now : undefined, plus(now, withinDays * DAY_MS + 1));
  const { items, ...next } = await listCards(cell, EXPIRING_LIST, page, ExpiringCardSchema, { between });
  return { items: items.map((card) => ({ ...card, ended: card.endsAt <= now })), ...next };
};
