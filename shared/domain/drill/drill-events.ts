import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { DrillReportSchema } from './drill-report.ts';
import { DrillScriptSchema } from './drill-script.ts';
import { InjectOutcomeSchema, RemovedThingSchema } from './drill-state.ts';

const at = InstantSchema;
const by = PersonReferenceSchema;

/** A message to a participant, under its agreement. */
const MessageToSchema = z.strictObject({ city: CityCodeSchema, agreementId: z.uuid(), messageId: z.uuid() });
export type MessageTo = z.infer<typeof MessageToSchema>;

const messages = z.array(MessageToSchema);

/** What of a drill its participants are told, besides that it is planned. */
export const DrillNewsSchema = z.enum(['started', 'paused', 'resumed', 'ended', 'aborted']).meta({ id: 'DrillNews' });
export type DrillNews = z.infer<typeof DrillNewsSchema>;

/** What a participant is told of a drill that is planned. */
export const DrillAnnouncementSchema = z.strictObject({
  title: z.string().min(1).max(200),
  scenario: z.string().min(1).max(4000),
  lastsMinutes: z.int().positive(),
  /** The host's incidents, of which all that belongs to the drill will come. */
  incidentIds: z.array(z.uuid()).max(100),
});

export const DrillEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('drillPlanned'),
    id: z.uuid(),
    script: DrillScriptSchema,
    incidents: z.record(z.string(), z.uuid()),
    adopted: z.array(z.uuid()),
    messages,
    by,
    at,
  }),
  z.strictObject({ type: z.literal('drillStarted'), messages, by, at }),
  z.strictObject({ type: z.literal('drillPaused'), reason: z.string(), messages, by, at }),
  z.strictObject({ type: z.literal('drillResumed'), messages, by, at }),
  /** Given, or found impossible. */
  z.strictObject({ type: z.literal('injectGiven'), outcome: InjectOutcomeSchema }),
  z.strictObject({ type: z.literal('injectHandled'), key: z.string(), note: z.string(), by, at }),
  z.strictObject({
    type: z.literal('drillEnded'),
    aborted: z.string().optional(),
    report: DrillReportSchema,
    messages,
    by,
    at,
  }),
  z.strictObject({ type: z.literal('drillCalledOff'), reason: z.string(), messages, by, at }),
  z.strictObject({ type: z.literal('drillMessageFailed'), failure: MessageFailureSchema }),
  /** At a participant. */
  z.strictObject({
    type: z.literal('drillAnnounced'),
    id: z.uuid(),
    host: CityCodeSchema,
    agreementId: z.uuid(),
    ...DrillAnnouncementSchema.shape,
    at,
  }),
  z.strictObject({ type: z.literal('drillNewsReceived'), news: DrillNewsSchema, reason: z.string().optional(), at }),
  z.strictObject({ type: z.literal('drillRemovalOrdered'), by, at }),
  /** What the next transactions remove; written first, so that the ledger says of everything that it was there. */
  z.strictObject({
    type: z.literal('drillRemovalPlanned'),
    batch: z.array(RemovedThingSchema).min(1),
    /** Over the digest before and the heads of the batch. */
    digest: z.string(),
  }),
  z.strictObject({ type: z.literal('drillBatchRemoved') }),
  /** Nothing is left of it but this. */
  z.strictObject({
    type: z.literal('drillDataRemoved'),
    counts: z.record(z.string(), z.int().min(0)),
    digest: z.string(),
    at,
  }),
]);
export type DrillEvent = z.infer<typeof DrillEventSchema>;
export type DrillEventOf<T extends DrillEvent['type']> = Extract<DrillEvent, { readonly type: T }>;
