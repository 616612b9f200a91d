import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { nearSort } from '../lookup/near-list.ts';
import { WorkOrderStepSchema } from '../request/work-order-step.ts';
import { type Hazard, HazardSchema } from '../vocabulary/hazards.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { withoutNumbers } from './work-order-details.ts';
import { isUnanswered, stepOf, type WorkOrderState, WorkOrderStatusSchema } from './work-order-state.ts';

/** What a list shows of what the caller said. */
const EXCERPT = 200;

/** What lists show of a work order; never the caller. */
export const WorkOrderCardSchema = z
  .strictObject({
    workOrderId: z.uuid(),
    number: z.string(),
    status: WorkOrderStatusSchema,
    workOrderStep: WorkOrderStepSchema,
    hazard: HazardSchema,
    position: PositionSchema,
    occurredAt: InstantSchema,
    receivedAt: InstantSchema,
    /** The beginning of what was said, without numbers. */
    excerpt: z.string(),
    incidentId: z.uuid().optional(),
    supervised: z.boolean(),
    exercise: z.boolean(),
  })
  .meta({ id: 'WorkOrderCard' });
export type WorkOrderCard = z.infer<typeof WorkOrderCardSchema>;

/** What work orders are looked up by: at most one of these. */
export interface WorkOrderFilter {
  readonly status?: string | undefined;
  readonly incident?: string | undefined;
  /** Who entered it. */
  readonly by?: string | undefined;
}

/** @returns the list that holds exactly the orders of the filter, in the order in which they came. `open`: all that nobody has answered. */
export const workOrderList = ({ status, incident, by }: WorkOrderFilter = {}): string => {
  if (incident !== undefined) return `work-order/incident/${incident}`;
  if (by !== undefined) return `work-order/by/${by}`;
  return status === undefined ? 'work-order' : `work-order/status/${status}`;
};

/** @returns the list of orders of a hazard on which work is not at its end, drills apart, by place; see `nearRanges`. */
export const workOrderNearList = (hazard: Hazard, exercise: boolean): string =>
  `work-order/near/${exercise ? 'exercise' : 'real'}/${hazard}`;

const cardOf = (order: WorkOrderState): WorkOrderCard => {
  const { id, number, status, hazard, position, occurredAt, receivedAt, exercise, incidentId } = order;
  return {
    workOrderId: id,
    ...{ number, status, workOrderStep: stepOf(order), hazard, position, occurredAt, receivedAt },
    excerpt: [...withoutNumbers(order.description)].slice(0, EXCERPT).join(''),
    ...(incidentId === undefined ? {} : { incidentId }),
    supervised: order.supervision !== undefined,
    exercise,
  };
};

const isOnHand = ({ status }: WorkOrderState): boolean =>
  status !== 'archived' && status !== 'sent-back' && status !== 'merged';

/** @returns the rows by which an order is found. */
export const workOrderListings = (order: WorkOrderState): readonly Listing[] => {
  const { id, status, incidentId, enteredBy, receivedAt, hazard, exercise, position } = order;
  const card = cardOf(order);
  const filters: readonly WorkOrderFilter[] = [
    {},
    { status },
    { by: enteredBy.id },
    ...(isUnanswered(order) ? [{ status: 'open' }] : []),
    ...(incidentId === undefined ? [] : [{ incident: incidentId }]),
  ];
  return [
    ...filters.map((filter) => ({ list: workOrderList(filter), sort: `${receivedAt}#${id}`, card })),
    ...(isOnHand(order) ? [{ list: workOrderNearList(hazard, exercise), sort: nearSort(position, id), card }] : []),
  ];
};
