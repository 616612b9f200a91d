import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { earliest, type Instant, InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import type { Text } from '../kernel/text.ts';
import { RemarkSchema, ReportDraftSchema } from './report-draft.ts';
import { ReportVersionSchema, VersionHeadSchema } from './report-version.ts';

/** A partner that is sent the reports: each new version, once it has had one. */
export const ReportRecipientSchema = z
  .strictObject({
    city: CityCodeSchema,
    agreementId: z.uuid(),
    /** The version last sent, and the message that carried it. */
    number: z.int().positive(),
    messageId: z.uuid(),
    sentAt: InstantSchema,
    failure: MessageFailureSchema.optional(),
  })
  .meta({ id: 'ReportRecipient' });
export type ReportRecipient = z.infer<typeof ReportRecipientSchema>;

/** Partners that reports may be sent to: each new version goes to all of them in one transaction. */
export const MAXIMUM_RECIPIENTS = 20;

/** Versions of one series: daily ones for more than a year. */
export const MAXIMUM_VERSIONS = 500;

/** A version of this city's own: who wrote it, and what was said on its way. */
export const OwnVersionSchema = ReportVersionSchema.extend({
  authors: z.array(PersonReferenceSchema),
  remarks: z.array(RemarkSchema),
}).meta({ id: 'OwnReportVersion' });

const base = {
  id: z.uuid(),
  /** Who reports. */
  city: CityCodeSchema,
  incident: IncidentSummarySchema,
  exercise: z.boolean(),
  openedAt: InstantSchema,
  /** Every approved version, in order. */
  versions: z.array(VersionHeadSchema),
};
const own = {
  ...base,
  draft: ReportDraftSchema.optional(),
  recipients: z.array(ReportRecipientSchema).max(MAXIMUM_RECIPIENTS),
  /** When the next report drafts itself. */
  nextRoutineAt: InstantSchema.optional(),
  /** When the toll of an accident ceases to change. */
  tollEndsAt: InstantSchema.optional(),
  /** Whether the duty room has been told that it has. */
  tollEnded: z.literal(true).optional(),
  /** Since when the situation is stable, as was reported. */
  stableSince: InstantSchema.optional(),
  incidentEndedAt: InstantSchema.optional(),
  /** It was no incident, or none of its own: nothing is to be reported. */
  incidentDismissed: z.literal(true).optional(),
};
const reported = { ...own, latest: OwnVersionSchema };

/** A city's series of reports on one incident: this city's own, or one that a partner sends. */
export const SituationReportStateSchema = z.discriminatedUnion('status', [
  /** No version is approved. */
  z.strictObject({ status: z.literal('first-due'), ...own }),
  z.strictObject({
    status: z.literal('called-off'),
    ...own,
    calledOff: z.strictObject({ by: PersonReferenceSchema, reason: z.string(), at: InstantSchema }),
  }),
  z.strictObject({ status: z.literal('reporting'), ...reported }),
  /** The final report is approved; what turns out otherwise is corrected. */
  z.strictObject({ status: z.literal('final'), ...reported }),
  z.strictObject({
    status: z.literal('received'),
    ...base,
    /** Under which the latest came. */
    agreementId: z.uuid(),
    latest: ReportVersionSchema,
    receivedAt: InstantSchema,
  }),
]);
export type SituationReportState = z.infer<typeof SituationReportStateSchema>;
export type SituationReportStatus = SituationReportState['status'];
export type OwnReport = Exclude<SituationReportState, { status: 'received' }>;

/** Every status, with what people read. */
export const SITUATION_REPORT_STATUSES = {
  'first-due': { zh: '待初报', en: 'awaiting its first report' },
  'called-off': { zh: '不再报送', en: 'called off' },
  reporting: { zh: '续报中', en: 'being reported on' },
  final: { zh: '已核报', en: 'finally reported' },
  received: { zh: '已收到', en: 'received' },
} as const satisfies Record<SituationReportStatus, Text>;
export const SituationReportStatusSchema = z
  .enum(Object.keys(SITUATION_REPORT_STATUSES) as [SituationReportStatus, ...SituationReportStatus[]])
  .meta({ id: 'SituationReportStatus' });

/** @returns since when the final report is due: the situation is stable, or the incident over. */
export const settledSince = ({ stableSince, incidentEndedAt }: OwnReport): Instant | undefined =>
  earliest(stableSince, incidentEndedAt);

/** @returns whether it is this city's own. */
export const isOwn = (report: SituationReportState): report is OwnReport => report.status !== 'received';
