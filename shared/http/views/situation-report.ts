import * as z from 'zod';
import { IncidentSummarySchema } from '../../domain/incident/incident-summary.ts';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { PersonReferenceSchema } from '../../domain/kernel/person-reference.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { FiguresSchema, totalOf } from '../../domain/situation-report/figures.ts';
import { ReportContentSchema } from '../../domain/situation-report/report-content.ts';
import { RemarkSchema, ReportDraftSchema } from '../../domain/situation-report/report-draft.ts';
import { ReportVersionSchema, VersionHeadSchema } from '../../domain/situation-report/report-version.ts';
import { ReportSideSchema } from '../../domain/situation-report/situation-report-listings.ts';
import {
  isOwn,
  ReportRecipientSchema,
  SITUATION_REPORT_STATUSES,
  type SituationReportState,
  SituationReportStatusSchema,
} from '../../domain/situation-report/situation-report-state.ts';
import { PendingSchema } from './pending.ts';
import { reportText } from './situation-report-text.ts';

/** A series of reports as it is shown. */
export const SituationReportViewSchema = z
  .strictObject({
    reportId: z.uuid(),
    side: ReportSideSchema,
    status: SituationReportStatusSchema,
    statusText: TextSchema,
    city: CityCodeSchema,
    incident: IncidentSummarySchema,
    exercise: z.boolean(),
    openedAt: InstantSchema,
    versions: z.array(VersionHeadSchema),
    /** The latest version that is approved, and its figures added up. */
    latest: ReportVersionSchema.optional(),
    totals: FiguresSchema.optional(),
    draft: ReportDraftSchema.optional(),
    recipients: z.array(ReportRecipientSchema),
    /** When the next report drafts itself. */
    nextRoutineAt: InstantSchema.optional(),
    stableSince: InstantSchema.optional(),
    incidentEndedAt: InstantSchema.optional(),
    tollEndsAt: InstantSchema.optional(),
    calledOff: z.strictObject({ by: PersonReferenceSchema, reason: z.string(), at: InstantSchema }).optional(),
  })
  .meta({ id: 'SituationReport' });
export type SituationReportView = z.infer<typeof SituationReportViewSchema>;

const ownPart = (report: SituationReportState) => {
  if (!isOwn(report)) return { recipients: [] };
  const { draft, recipients, nextRoutineAt, stableSince, incidentEndedAt, tollEndsAt } = report;
  return {
    recipients,
    ...(draft && { draft }),
    ...(nextRoutineAt && { nextRoutineAt }),
    ...(stableSince && { stableSince }),
    ...(incidentEndedAt && { incidentEndedAt }),
    ...(tollEndsAt && { tollEndsAt }),
    ...('calledOff' in report && { calledOff: report.calledOff }),
  };
};

const latestPart = (report: SituationReportState) => {
  if (!('latest' in report)) return {};
  const { number, content, signature } = report.latest;
  return { latest: { number, content, signature }, totals: totalOf(content.divisions.map(({ figures }) => figures)) };
};

/** @returns the series as it is shown. */
export const situationReportView = (report: SituationReportState): SituationReportView => {
  const { id, status, city, incident, exercise, openedAt, versions } = report;
  return {
    ...{ reportId: id, side: isOwn(report) ? ('own' as const) : ('received' as const) },
    ...{ status, statusText: SITUATION_REPORT_STATUSES[status] },
    ...{ city, incident, exercise, openedAt, versions },
    ...latestPart(report),
    ...ownPart(report),
  };
};

/** A series as it is read, with what it waits for. */
export const SituationReportReadingSchema = SituationReportViewSchema.extend({ pending: PendingSchema }).meta({
  id: 'SituationReportReading',
});

/** Whether the signature of a version was made by a key that this city knows as the reporting city's. */
export const ReportProofSchema = z.enum(['valid', 'not-valid', 'unknown-key']).meta({ id: 'ReportProof' });
export type ReportProof = z.infer<typeof ReportProofSchema>;

/** A version as the list of versions holds it: of this city's own, who wrote it and what was said of it too. */
export const KeptVersionSchema = ReportVersionSchema.extend({
  authors: z.array(PersonReferenceSchema).optional(),
  remarks: z.array(RemarkSchema).optional(),
});
type KeptVersion = z.infer<typeof KeptVersionSchema>;

/** One version, whole. */
export const ReportVersionViewSchema = KeptVersionSchema.extend({
  reportId: z.uuid(),
  city: CityCodeSchema,
  exercise: z.boolean(),
  totals: FiguresSchema,
  /** Number of the version that stands in its place. */
  correctedBy: z.int().positive().optional(),
  proof: ReportProofSchema,
  /** In the order of official reports, to be printed. */
  text: TextSchema,
}).meta({ id: 'ReportVersionView' });
export type ReportVersionView = z.infer<typeof ReportVersionViewSchema>;

/** @returns one version as it is shown. */
export const reportVersionView = (
  report: SituationReportState,
  version: KeptVersion,
  proof: ReportProof,
): ReportVersionView => {
  const { id: reportId, city, exercise, versions } = report;
  const correctedBy = versions.find(({ number }) => number === version.number)?.correctedBy;
  return {
    ...version,
    ...{ reportId, city, exercise, proof },
    totals: totalOf(version.content.divisions.map(({ figures }) => figures)),
    ...(correctedBy === undefined ? {} : { correctedBy }),
    text: reportText(report, version),
  };
};

/** What the next version could begin with. */
export const NextReportSchema = z
  .strictObject({
    content: ReportContentSchema,
    /** Partners that are involved and do not get the reports yet. */
    recipients: z.array(z.strictObject({ city: CityCodeSchema, agreementId: z.uuid() })),
  })
  .meta({ id: 'NextReport' });
export type NextReport = z.infer<typeof NextReportSchema>;
