import { load } from '../../shared/data/loaded.ts';
import {
  WorkOrderCardSchema,
  workOrderList,
  workOrderListings,
} from '../../shared/domain/work-order/work-order-listings.ts';
import type { WorkOrderState } from '../../shared/domain/work-order/work-order-state.ts';
import { workOrderConversation as conversation } from '../../shared/exchange/conversations/work-order.ts';
import type { Person } from '../../shared/http/person.ts';
import { workOrderRoutes as routes } from '../../shared/http/routes/work-orders.ts';
import { listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import { findAlike } from './find-alike.ts';
import { isHotline, shownTo } from './shown-to.ts';
import { type WorkOrdersCell, workOrderIdOf } from './work-orders-cell.ts';

const LATEST_FIRST = { descending: true };

const cardsOf = (person: Person, order: WorkOrderState | undefined) => {
  const isSeen = order && (!isHotline(person) || order.enteredBy.id === person.id);
  return isSeen
    ? workOrderListings(order)
        .slice(0, 1)
        .map(({ card }) => WorkOrderCardSchema.parse(card))
    : [];
};

/** How work orders are read: by the duty room, and by the hotline that entered them. */
export const readingRoutes = (cell: WorkOrdersCell): readonly BoundRoute[] => {
  const byNumber = async (number: string) =>
    (await load(cell.store, conversation, workOrderIdOf(cell.city, number)))?.state;
  return [
    implement(routes.listWorkOrders, async ({ query, person }) => {
      const { limit, cursor, number, ...filter } = query;
      if (number !== undefined) return { body: { items: cardsOf(person, await byNumber(number)) } };
      const list = workOrderList(isHotline(person) ? { by: person.id } : filter);
      return { body: await listCards(cell, list, { limit, cursor }, WorkOrderCardSchema, LATEST_FIRST) };
    }),
    implement(routes.readWorkOrder, async ({ params, person }) => {
      const { state, row } = await loadOr404(cell, conversation, params.workOrderId);
      const into =
        state.status === 'merged' ? await load(cell.store, conversation, state.merger.into.workOrderId) : undefined;
      return { body: shownTo(person, state, into?.state), version: row.version };
    }),
    implement(routes.listDuplicates, async ({ params, query }) => {
      const { state } = await loadOr404(cell, conversation, params.workOrderId);
      return { body: { items: [...(await findAlike(cell, state, query))] } };
    }),
  ];
};
