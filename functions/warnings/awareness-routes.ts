import { AwarenessCardSchema, awarenessList } from '../../shared/domain/awareness/awareness-listings.ts';
import { awarenessConversation } from '../../shared/exchange/conversations/awareness.ts';
import { awarenessRoutes as routes } from '../../shared/http/routes/awareness.ts';
import { awarenessView } from '../../shared/http/views/awareness.ts';
import { listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import type { WarningsCell } from './warnings-cell.ts';

/** Routes by which the duty room reads what partners fear, and what they were told here. */
export const readingOfAwareness = (cell: WarningsCell): readonly BoundRoute[] => [
  implement(routes.listAwarenessNotices, async ({ query }) => ({
    body: await listCards(cell, awarenessList(query), query, AwarenessCardSchema, { descending: true }),
  })),
  implement(routes.readAwarenessNotice, async ({ params }) => {
    const { state, row } = await loadOr404(cell, awarenessConversation, params.awarenessId);
    return { body: awarenessView(state), version: row.version };
  }),
];
