import type { ExecutingCell } from '../../shared/data/execute.ts';
import { loadSet } from '../../shared/data/loaded.ts';
import type { PackageCommand } from '../../shared/domain/package/package-commands.ts';
import { type PackageState, partsOf } from '../../shared/domain/package/package-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { packageConversation } from '../../shared/exchange/conversations/package.ts';
import { packageRoutes as routes } from '../../shared/http/routes/packages.ts';
import { PackageViewSchema, packageConditionView, packageView } from '../../shared/http/views/package.ts';
import { freshness } from '../../shared/http/views/upkeep.ts';
import { commandRoute, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { PART_CONVERSATIONS, partsAmong } from '../../shared/lambda/package-parts.ts';
import { listPackages } from './list-packages.ts';
import { offerPackage } from './offer-package.ts';

const CONVERSATIONS = { ...PART_CONVERSATIONS, ...conversationsOf(packageConversation) };

export type PackagesCell = HttpCell & ExecutingCell & Pick<Cell, 'staleAfterDays'>;

/** Mission-ready packages, and offers made from them. */
export const createHandler = (cell: PackagesCell) => {
  const conversation = packageConversation;
  const view = (state: PackageState) => packageView(state, freshness(cell));
  const on = commandsOn(cell, CONVERSATIONS, { conversation, parameter: 'packageId', schema: PackageViewSchema, view });
  return createHttpHandler(cell, [
    implement(routes.listPackages, async ({ query }) => ({ body: await listPackages(cell, query) })),
    implement(routes.readPackage, async ({ params }) => {
      const { state, row } = await loadOr404(cell, conversation, params.packageId);
      const read = await loadSet(cell.store, PART_CONVERSATIONS, partsOf(state.details));
      const now = cell.clock.now();
      const condition = packageConditionView(state, partsAmong(read, state.details), { from: now, until: now });
      return { body: { ...view(state), ...condition }, version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.definePackage, {
      conversation,
      target: cell.newId,
      alsoLoad: ({ body }) => partsOf(body),
      command: ({ body: details }, others, id): PackageCommand => ({
        type: 'define',
        id,
        details,
        parts: partsAmong(others, details),
      }),
      view,
    }),
    commandRoute(cell, CONVERSATIONS, routes.changePackage, {
      conversation,
      target: ({ params }) => params.packageId,
      alsoLoad: ({ body }) => partsOf(body),
      command: ({ body: details }, others): PackageCommand => ({
        type: 'change',
        details,
        parts: partsAmong(others, details),
      }),
      view,
    }),
    on(routes.confirmPackage, () => ({ type: 'confirm' })),
    on(routes.retirePackage, ({ body }) => ({ type: 'retire', ...body })),
    offerPackage(cell),
  ]);
};
