import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { NamedPlanSchema } from '../plan/named-plan.ts';
import { OwnHelpSchema } from './own-help.ts';
import { PlacementSchema } from './placement.ts';
import { RequestItemSchema } from './request-item.ts';
import { deploymentIdsOf } from './requisition.ts';
import { RequisitionRecordSchema } from './requisition-record.ts';

/** Items a request may have; more is another request. */
export const MAXIMUM_ITEMS = 20;

/** Partners a request may be placed with: what one transaction can recall. */
export const MAXIMUM_PARTNERS = 24;

const done = { by: PersonReferenceSchema, at: InstantSchema };

/** How the help was, asked of those it was for (回访). */
export const FollowUpSchema = z
  .strictObject({ satisfaction: z.int().min(1).max(5), words: z.string(), ...done })
  .meta({ id: 'FollowUp' });

const written = {
  id: z.uuid(),
  /** This city. */
  requester: CityCodeSchema,
  incident: IncidentSummarySchema,
  exercise: z.boolean(),
  items: z.array(RequestItemSchema).min(1).max(MAXIMUM_ITEMS),
  /** Everyone who wrote in it: none of them may approve it. */
  authors: z.array(PersonReferenceSchema).min(1),
  draftedAt: InstantSchema,
  /** The plan on file it was drafted from. */
  plan: NamedPlanSchema.optional(),
};
const approval = z.strictObject(done);
const engagements = {
  placements: z.array(PlacementSchema),
  requisitions: z.array(RequisitionRecordSchema),
  /** Own teams and agencies; requests of before it was kept have none. */
  ownHelp: OwnHelpSchema.default({ dispatches: [], tasks: [] }),
  /** When each deployment ended, by its id. */
  endedDeployments: z.record(z.uuid(), InstantSchema),
  /** Messages besides requests and requisitions that did not get through: recalls, declined answers. */
  failures: z.array(MessageFailureSchema),
};
const engaged = { ...written, approval, ...engagements, followUp: FollowUpSchema.optional() };

/** A request of this city, from draft to archive. */
export const RequestStateSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('drafted'),
    ...written,
    /** When it was last rewritten: from then on it waits for its approver. */
    revisedAt: InstantSchema.optional(),
    /** Why the approver wants it changed, until it has been. */
    sentBack: z.strictObject({ reason: z.string(), ...done }).optional(),
  }),
  z.strictObject({ status: z.literal('approved'), ...written, approval }),
  z.strictObject({ status: z.literal('placed'), ...engaged }),
  /** Nobody answered in time; it may be placed with others, and a late answer revives it. */
  z.strictObject({ status: z.literal('lapsed'), ...engaged, lapsedAt: InstantSchema }),
  /** Nothing is left that could fill any of it; it may be placed with others. */
  z.strictObject({ status: z.literal('unable-to-fill'), ...engaged, unableAt: InstantSchema }),
  z.strictObject({
    status: z.literal('cancelled'),
    ...written,
    approval: approval.optional(),
    ...engagements,
    cancellation: z.strictObject({ reason: z.string(), ...done }),
  }),
  z.strictObject({ status: z.literal('closed'), ...engaged, closing: z.strictObject(done) }),
]);
export type RequestState = z.infer<typeof RequestStateSchema>;

/** The statuses, in the order of a request's life. */
export const RequestStatusSchema = z
  .enum(RequestStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'RequestStatus' });
export type RequestStatus = z.infer<typeof RequestStatusSchema>;

/** A request that partners have, or own teams or agencies. */
export type EngagedRequest = Extract<RequestState, { placements: unknown }>;
/** A request that still may be filled, or is being. */
export type OpenRequest = Extract<RequestState, { status: 'placed' | 'lapsed' | 'unable-to-fill' }>;

/** What a request has of partners, own teams and agencies before it has any. */
export const NO_ENGAGEMENTS: Pick<EngagedRequest, keyof typeof engagements> = {
  placements: [],
  requisitions: [],
  ownHelp: { dispatches: [], tasks: [] },
  endedDeployments: {},
  failures: [],
};

/** @returns whether partners, own teams or agencies have, or had, the request. */
export const isEngaged = (state: RequestState): state is EngagedRequest => 'placements' in state;

/** @returns whether it still may be filled, or is being. */
export const isOpen = (state: RequestState): state is OpenRequest =>
  state.status === 'placed' || state.status === 'lapsed' || state.status === 'unable-to-fill';

/** A deployment that the request brought about. */
export interface RequestDeployment {
  readonly deploymentId: string;
  readonly ended: boolean;
}

/** @returns the deployments of own teams, and of all its commitments. */
export const deploymentsOf = ({
  requisitions,
  ownHelp,
  endedDeployments,
}: EngagedRequest): readonly RequestDeployment[] =>
  [
    ...ownHelp.dispatches.map(({ deploymentId }) => deploymentId),
    ...requisitions.flatMap((record) => (record.status === 'committed' ? deploymentIdsOf(record.commitment) : [])),
  ].map((deploymentId) => ({ deploymentId, ended: endedDeployments[deploymentId] !== undefined }));

/** @returns how many teams and consignments are out, or on their way there or home. */
export const deploymentsOut = (state: EngagedRequest): number =>
  deploymentsOf(state).filter(({ ended }) => !ended).length;
