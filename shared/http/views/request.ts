import * as z from 'zod';
import { IncidentSummarySchema } from '../../domain/incident/incident-summary.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { MessageFailureSchema } from '../../domain/kernel/message-failure.ts';
import { PersonReferenceSchema } from '../../domain/kernel/person-reference.ts';
import { NamedPlanSchema } from '../../domain/plan/named-plan.ts';
import { ItemQuantitiesSchema, quantitiesOf } from '../../domain/request/bookkeeping.ts';
import { compareAnswers, ItemComparisonSchema } from '../../domain/request/compare-answers.ts';
import { DispatchSchema, ItemTaskSchema } from '../../domain/request/own-help.ts';
import { PlacementSchema } from '../../domain/request/placement.ts';
import { RequestItemSchema } from '../../domain/request/request-item.ts';
import {
  deploymentsOf,
  FollowUpSchema,
  isEngaged,
  NO_ENGAGEMENTS,
  type RequestState,
  RequestStatusSchema,
} from '../../domain/request/request-state.ts';
import { RequisitionRecordSchema } from '../../domain/request/requisition-record.ts';
import { WorkOrderStepSchema, workOrderStepOf } from '../../domain/request/work-order-step.ts';
import { PendingSchema } from './pending.ts';

const done = { by: PersonReferenceSchema, at: InstantSchema };
const reasoned = z.strictObject({ reason: z.string(), ...done });

/** A request as the duty room sees it: what is asked, with whom it is placed, what came of it, and in which step it is. */
export const RequestViewSchema = z
  .strictObject({
    requestId: z.uuid(),
    status: RequestStatusSchema,
    /** Step of the 12345 work order; derived. */
    workOrderStep: WorkOrderStepSchema,
    incident: IncidentSummarySchema,
    exercise: z.boolean(),
    items: z.array(RequestItemSchema),
    quantities: z.array(ItemQuantitiesSchema),
    authors: z.array(PersonReferenceSchema),
    draftedAt: InstantSchema,
    plan: NamedPlanSchema.optional(),
    sentBack: reasoned.optional(),
    approval: z.strictObject(done).optional(),
    placements: z.array(PlacementSchema),
    requisitions: z.array(RequisitionRecordSchema),
    /** This city's own teams that were sent, and tasks of agencies that were made from items. */
    dispatches: z.array(DispatchSchema),
    tasks: z.array(ItemTaskSchema),
    deployments: z.array(z.strictObject({ deploymentId: z.uuid(), ended: z.boolean() })),
    failures: z.array(MessageFailureSchema),
    followUp: FollowUpSchema.optional(),
    cancellation: reasoned.optional(),
    closing: z.strictObject(done).optional(),
  })
  .meta({ id: 'Request' });
export type RequestView = z.infer<typeof RequestViewSchema>;

/** A request that was read, with what it waits for. */
export const RequestReadingSchema = RequestViewSchema.extend({ pending: PendingSchema }).meta({ id: 'RequestReading' });
export type RequestReading = z.infer<typeof RequestReadingSchema>;

/** The answers to a request side by side. */
export const RequestComparisonSchema = z
  .strictObject({ requestId: z.uuid(), status: RequestStatusSchema, items: z.array(ItemComparisonSchema) })
  .meta({ id: 'RequestComparison' });
export type RequestComparison = z.infer<typeof RequestComparisonSchema>;

/** What only some statuses have. */
const OPTIONAL = ['sentBack', 'approval', 'followUp', 'cancellation', 'closing'] as const;
type Optional = Partial<Pick<RequestView, (typeof OPTIONAL)[number]>>;

const optionalParts = (state: RequestState): Optional =>
  Object.fromEntries(
    OPTIONAL.flatMap((name) => {
      const part = (state as Optional)[name];
      return part === undefined ? [] : [[name, part]];
    }),
  );

const engagementsOf = (state: RequestState) => (isEngaged(state) ? state : NO_ENGAGEMENTS);

/** @returns the request as the API shows it. */
export const requestView = (state: RequestState): RequestView => {
  const { id: requestId, status, incident, exercise, items, authors, draftedAt } = state;
  const { placements, requisitions, ownHelp, failures } = engagementsOf(state);
  return {
    ...{ requestId, status, incident, exercise, items, authors, draftedAt },
    ...(state.plan === undefined ? {} : { plan: state.plan }),
    workOrderStep: workOrderStepOf(state),
    quantities: items.map((item) => quantitiesOf({ placements, requisitions, ownHelp }, item)),
    placements,
    requisitions,
    ...ownHelp,
    failures,
    deployments: isEngaged(state) ? [...deploymentsOf(state)] : [],
    ...optionalParts(state),
  };
};

/** @returns the answers side by side; of a request that no partner has, its items with no answers. */
export const comparisonView = (state: RequestState): RequestComparison => {
  const { placements, requisitions, ownHelp } = engagementsOf(state);
  const items = compareAnswers({ items: state.items, placements, requisitions, ownHelp });
  return { requestId: state.id, status: state.status, items: [...items] };
};
