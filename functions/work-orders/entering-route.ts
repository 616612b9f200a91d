import { USUAL_REACH } from '../../shared/domain/work-order/likeness.ts';
import type { WorkOrderCommand } from '../../shared/domain/work-order/work-order-commands.ts';
import { WorkOrderEntrySchema } from '../../shared/domain/work-order/work-order-details.ts';
import { workOrderConversation } from '../../shared/exchange/conversations/work-order.ts';
import { workOrderRoutes } from '../../shared/http/routes/work-orders.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import type { BoundRoute } from '../../shared/lambda/bound-route.ts';
import { findAlike } from './find-alike.ts';
import { shownTo } from './shown-to.ts';
import { CONVERSATIONS, type WorkOrdersCell, workOrderIdOf } from './work-orders-cell.ts';

const contract = workOrderRoutes.enterWorkOrder;

/** As likely as not: what is told of an order when it comes. */
const WORTH_TELLING = 50;

/** Takes in an order of the hotline, and what is on hand that is like it. */
export const enteringRoute = (cell: WorkOrdersCell): BoundRoute => ({
  contract,
  run: async (input) => {
    const entry = WorkOrderEntrySchema.parse(input.body);
    const id = workOrderIdOf(cell.city, entry.number);
    const alike = await findAlike(cell, { id, ...entry }, USUAL_REACH);
    const likes = alike.filter(({ score }) => score >= WORTH_TELLING).map(({ reasons: _, ...like }) => like);
    return commandRoute(cell, CONVERSATIONS, contract, {
      conversation: workOrderConversation,
      target: () => id,
      command: (): WorkOrderCommand => ({ type: 'enter', id, entry, likes }),
      view: (state, _row, _events, { person }) => shownTo(person, state),
    }).run(input);
  },
});
