import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { ReportContentSchema } from './report-content.ts';
import { ReviewStepSchema } from './report-draft.ts';
import { ReportVersionSchema } from './report-version.ts';
import { OwnVersionSchema } from './situation-report-state.ts';

const written = { number: z.int().positive(), content: ReportContentSchema, at: InstantSchema };
const said = { by: PersonReferenceSchema, at: InstantSchema };
const routine = { due: InstantSchema, nextRoutineAt: InstantSchema, at: InstantSchema };

export const SituationReportEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('reportSeriesOpened'),
    id: z.uuid(),
    city: CityCodeSchema,
    incident: IncidentSummarySchema,
    exercise: z.boolean(),
    /** Since when the city knows of the incident. */
    openedAt: InstantSchema,
  }),
  z.strictObject({
    type: z.literal('reportedIncidentChanged'),
    incident: IncidentSummarySchema,
    /** Absent while it goes on. */
    endedAt: InstantSchema.optional(),
    dismissed: z.literal(true).optional(),
  }),
  z.strictObject({ type: z.literal('reportWritten'), ...written, by: PersonReferenceSchema }),
  /** By the clock. */
  z.strictObject({ type: z.literal('reportDraftedItself'), ...written, ...routine }),
  /** The daily report was due while another draft was under way. */
  z.strictObject({ type: z.literal('routineReportPassedOver'), ...routine }),
  z.strictObject({
    type: z.literal('reportSubmitted'),
    ...said,
    words: z.string().optional(),
    chain: z.array(ReviewStepSchema).min(1),
    step: z.int().min(0),
  }),
  z.strictObject({ type: z.literal('reportCommented'), ...said, words: z.string() }),
  z.strictObject({ type: z.literal('reportSentBack'), ...said, words: z.string() }),
  z.strictObject({ type: z.literal('reportReviewed'), ...said, words: z.string().optional() }),
  z.strictObject({
    type: z.literal('reportApproved'),
    version: OwnVersionSchema,
    nextRoutineAt: InstantSchema.optional(),
    tollEndsAt: InstantSchema.optional(),
    at: InstantSchema,
  }),
  z.strictObject({ type: z.literal('reportWithdrawn'), ...said, reason: z.string() }),
  z.strictObject({ type: z.literal('reportsCalledOff'), ...said, reason: z.string() }),
  z.strictObject({
    type: z.literal('reportSent'),
    number: z.int().positive(),
    to: z.array(z.strictObject({ city: CityCodeSchema, agreementId: z.uuid(), messageId: z.uuid() })).min(1),
    at: InstantSchema,
  }),
  z.strictObject({
    type: z.literal('reportReceived'),
    id: z.uuid(),
    city: CityCodeSchema,
    incident: IncidentSummarySchema,
    exercise: z.boolean(),
    agreementId: z.uuid(),
    version: ReportVersionSchema,
    at: InstantSchema,
  }),
  z.strictObject({ type: z.literal('tollPeriodEnded'), at: InstantSchema }),
  z.strictObject({ type: z.literal('reportMessageFailed'), failure: MessageFailureSchema }),
]);
export type SituationReportEvent = z.infer<typeof SituationReportEventSchema>;
export type SituationReportEventOf<T extends SituationReportEvent['type']> = Extract<
  SituationReportEvent,
  { readonly type: T }
>;
