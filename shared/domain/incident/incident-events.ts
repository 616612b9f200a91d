import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { CommandPeriodSchema, LevelPeriodSchema } from './incident-command.ts';
import { IncidentDetailsSchema } from './incident-details.ts';
import { IncidentLinksSchema } from './incident-links.ts';
import { IncidentRelationSchema, OtherIncidentSchema, RelationSchema } from './incident-relation.ts';
import { AttachedOrderSchema, DismissalSchema } from './incident-state.ts';

const at = InstantSchema;
const done = { by: PersonReferenceSchema, at };
const reason = z.string();

export const IncidentEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('incidentReported'),
    id: z.uuid(),
    details: IncidentDetailsSchema,
    exercise: z.boolean(),
    ...done,
  }),
  z.strictObject({ type: z.literal('incidentVerified'), words: z.string().optional(), ...done }),
  z.strictObject({ type: z.literal('incidentDismissed'), ...DismissalSchema.shape }),
  z.strictObject({ type: z.literal('incidentChanged'), details: IncidentDetailsSchema }),
  z.strictObject({ type: z.literal('responseLevelSet'), ...LevelPeriodSchema.shape }),
  z.strictObject({ type: z.literal('responseEnded'), reason, ...done }),
  z.strictObject({ type: z.literal('incidentClosed'), reason, ...done }),
  z.strictObject({ type: z.literal('commandTaken'), ...CommandPeriodSchema.shape }),
  z.strictObject({ type: z.literal('incidentLinked'), links: IncidentLinksSchema }),
  /** What this incident says of others, all of it; `ended` no longer are anything to it. */
  z.strictObject({
    type: z.literal('incidentRelated'),
    /** Whose incident it is: this city. */
    city: CityCodeSchema,
    relations: z.array(IncidentRelationSchema),
    ended: z.array(OtherIncidentSchema),
  }),
  /** What another incident says of this one; nothing any more, without a relation. */
  z.strictObject({
    type: z.literal('relationReceived'),
    ...OtherIncidentSchema.shape,
    title: z.string(),
    relation: RelationSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('incidentShared'),
    city: CityCodeSchema,
    agreementId: z.uuid(),
    messageId: z.uuid(),
    ...done,
  }),
  /** Those who are told of it have been told how it stands now. */
  z.strictObject({
    type: z.literal('partnersTold'),
    messages: z.array(z.strictObject({ city: CityCodeSchema, agreementId: z.uuid(), messageId: z.uuid() })).min(1),
    at,
  }),
  z.strictObject({ type: z.literal('messageFailed'), failure: MessageFailureSchema }),
  z.strictObject({ type: z.literal('workOrderAttached'), ...AttachedOrderSchema.shape }),
  z.strictObject({ type: z.literal('workOrderDetached'), ...AttachedOrderSchema.shape }),
  /** What it says is with the call-out. */
  z.strictObject({
    type: z.literal('opinionReceived'),
    callOutId: z.uuid(),
    expert: z.strictObject({ expertId: z.uuid(), name: z.string() }),
    digest: z.string(),
    at,
  }),
]);
export type IncidentEvent = z.infer<typeof IncidentEventSchema>;
export type IncidentEventOf<T extends IncidentEvent['type']> = Extract<IncidentEvent, { readonly type: T }>;
