import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import type { Listing } from '../kernel/aggregate.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { ItemInShortSchema, itemInShort } from './request-item.ts';
import { type RequestState, type RequestStatus, RequestStatusSchema } from './request-state.ts';
import { type WorkOrderStep, WorkOrderStepSchema, workOrderStepOf } from './work-order-step.ts';

/** What lists show of a request. */
export const RequestCardSchema = z
  .strictObject({
    requestId: z.uuid(),
    status: RequestStatusSchema,
    workOrderStep: WorkOrderStepSchema,
    incident: IncidentSummarySchema.pick({ incidentId: true, title: true, hazard: true, responseLevel: true }),
    items: z.array(ItemInShortSchema),
    draftedAt: InstantSchema,
    exercise: z.boolean(),
  })
  .meta({ id: 'RequestCard' });
type RequestCard = z.infer<typeof RequestCardSchema>;

/** @returns the name of the list of requests of a status, in a step, for an incident, or of all, in the order in which they were drafted. */
export const requestList = ({
  status,
  step,
  incidentId,
}: {
  readonly status?: RequestStatus | undefined;
  readonly step?: WorkOrderStep | undefined;
  readonly incidentId?: string | undefined;
}): string => {
  if (incidentId !== undefined) return `request/incident/${incidentId}`;
  if (step !== undefined) return `request/step/${step}`;
  return status === undefined ? 'request' : `request/status/${status}`;
};

const cardOf = (state: RequestState): RequestCard => {
  const { incidentId, title, hazard, responseLevel } = state.incident;
  return {
    requestId: state.id,
    status: state.status,
    workOrderStep: workOrderStepOf(state),
    incident: { incidentId, title, hazard, responseLevel },
    items: state.items.map(itemInShort),
    draftedAt: state.draftedAt,
    exercise: state.exercise,
  };
};

/** @returns the rows by which a request is found: among all, by its status, by its step, by its incident. */
export const requestListings = (state: RequestState): readonly Listing[] => {
  const { status, incident } = state;
  const row = { sort: `${state.draftedAt}#${state.id}`, card: cardOf(state) };
  return [{}, { status }, { step: workOrderStepOf(state) }, { incidentId: incident.incidentId }].map((by) => ({
    list: requestList(by),
    ...row,
  }));
};
