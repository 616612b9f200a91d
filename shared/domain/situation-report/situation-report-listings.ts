import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import type { ListedChange, Listing } from '../kernel/aggregate.ts';
import { listName } from '../kernel/list-name.ts';
import type { RollUpSource } from '../roll-up/roll-up-source.ts';
import { VersionHeadSchema } from './report-version.ts';
import type { SituationReportEvent } from './situation-report-events.ts';
import {
  isOwn,
  type SituationReportState,
  SituationReportStateSchema,
  type SituationReportStatus,
  SituationReportStatusSchema,
} from './situation-report-state.ts';

export const ReportSideSchema = z.enum(['own', 'received']).meta({ id: 'ReportSide' });
type ReportSide = z.infer<typeof ReportSideSchema>;

const { id, city, exercise, openedAt } = SituationReportStateSchema.options[0].shape;

/** What lists show of a series of reports. */
export const SituationReportCardSchema = z
  .strictObject({
    reportId: id,
    side: ReportSideSchema,
    status: SituationReportStatusSchema,
    city,
    incident: IncidentSummarySchema.pick({ incidentId: true, hazard: true, title: true }),
    exercise,
    openedAt,
    /** The latest version that is approved. */
    latest: VersionHeadSchema.optional(),
    /** How far the next one is. */
    draft: z.enum(['drafted', 'submitted', 'sent-back']).optional(),
  })
  .meta({ id: 'SituationReportCard' });
type SituationReportCard = z.infer<typeof SituationReportCardSchema>;

/** What a list of reports may be narrowed to: one of these. */
export interface SituationReportFilter {
  readonly side?: ReportSide | undefined;
  readonly status?: SituationReportStatus | undefined;
  readonly incident?: string | undefined;
}

/** @returns the name of the list that holds exactly what the filter asks for. */
export const situationReportList = ({ side, status, incident }: SituationReportFilter = {}): string =>
  listName('situation-report', { side, status, incident });

/** @returns the name of the list of the latest figures of every city that reports on an incident. */
export const figuresList = (incidentId: string): string => `situation-report/figures/${incidentId}`;

/** @returns the name of the list of a series' versions, whole. */
export const versionsList = (reportId: string): string => `situation-report/versions/${reportId}`;

/** @returns the place of a version in that list. */
export const versionSort = (number: number): string => String(number).padStart(8, '0');

const sideOf = (report: SituationReportState): ReportSide => (isOwn(report) ? 'own' : 'received');

const cardOf = (report: SituationReportState): SituationReportCard => {
  const { incidentId, hazard, title } = report.incident;
  const latest = report.versions.at(-1);
  const draft = isOwn(report) ? report.draft?.status : undefined;
  return {
    reportId: report.id,
    side: sideOf(report),
    status: report.status,
    city: report.city,
    incident: { incidentId, hazard, title },
    exercise: report.exercise,
    openedAt: report.openedAt,
    ...(latest && { latest }),
    ...(draft && { draft }),
  };
};

/** @returns what a roll-up goes by, once a version is approved. */
export const rollUpSourceOf = (report: SituationReportState): RollUpSource | undefined => {
  if (!('latest' in report)) return undefined;
  const { number, content, signature } = report.latest;
  return {
    reportId: report.id,
    city: report.city,
    own: isOwn(report),
    exercise: report.exercise,
    number,
    kind: content.kind,
    asOf: content.asOf,
    approvedAt: signature.at,
    divisions: content.divisions,
  };
};

/** @returns the rows by which a series is found, in order of opening, and its figures by the incident. */
export const situationReportListings = (report: SituationReportState): readonly Listing[] => {
  const { incidentId } = report.incident;
  const filters: readonly SituationReportFilter[] = [
    {},
    { side: sideOf(report) },
    { status: report.status },
    { incident: incidentId },
  ];
  const card = cardOf(report);
  const sort = `${report.openedAt}#${report.id}`;
  const source = rollUpSourceOf(report);
  return [
    ...filters.map((filter) => ({ list: situationReportList(filter), sort, card })),
    ...(source ? [{ list: figuresList(incidentId), sort: report.city, card: { ...source } }] : []),
  ];
};

/** @returns that a version which was approved or received stays readable, whole, however many follow. */
export const situationReportListed = (
  event: SituationReportEvent,
  { id: reportId }: SituationReportState,
): ListedChange =>
  event.type === 'reportApproved' || event.type === 'reportReceived'
    ? {
        put: [{ list: versionsList(reportId), sort: versionSort(event.version.number), card: { ...event.version } }],
        removed: [],
      }
    : { put: [], removed: [] };
