import type * as z from 'zod';
import type { FigureRebuildRow } from '../../shared/data/figures/figure-rows.ts';
import { idempotencyWrite, storedAnswer } from '../../shared/data/idempotency.ts';
import { TransactionCancelled } from '../../shared/data/store.ts';
import { ENTITY, keys } from '../../shared/data/table.ts';
import { DAY_MS } from '../../shared/domain/kernel/instant.ts';
import type { figureRoutes } from '../../shared/http/routes/figures.ts';
import type { RouteInput, RouteOutput } from '../../shared/lambda/bound-route.ts';
import type { FiguresFunctionCell } from './handler.ts';

/** What is known of a rebuild goes after a month. */
const KEPT_MS = 30 * DAY_MS;

type Output = RouteOutput<z.infer<(typeof figureRoutes.rebuildFigures)['success']['body']>>;

/** Leaves a row that sets the counting going; the same Idempotency-Key leaves one. */
export const orderRebuild = async (
  { store, clock, newId }: FiguresFunctionCell,
  { person, idempotency }: RouteInput<unknown, unknown, unknown>,
): Promise<Output> => {
  const rebuildId = newId();
  const orderedAt = clock.now();
  const body = { rebuildId, orderedAt };
  const row: FigureRebuildRow = {
    ...keys.figureRebuild(rebuildId, 0),
    entity: ENTITY.figureRebuild,
    rebuildId,
    page: 0,
    list: 0,
    orderedBy: person.id,
    orderedAt,
    expiresAtEpochSeconds: Math.floor((Date.parse(orderedAt) + KEPT_MS) / 1000),
  };
  const remembered = idempotency ? [idempotencyWrite(idempotency, { status: 202, body }, orderedAt)] : [];
  try {
    await store.transact([{ kind: 'put', item: row, condition: { kind: 'absent' } }, ...remembered], newId());
    return { body };
  } catch (error) {
    const stored = idempotency && error instanceof TransactionCancelled && (await storedAnswer(store, idempotency));
    if (!stored) throw error;
    return { body: stored.body as Output['body'], stored: { status: stored.status } };
  }
};
