import type { Aggregate } from '../kernel/aggregate.ts';
import { earliest } from '../kernel/instant.ts';
import { decideSituationReport } from './decide-situation-report.ts';
import { evolveSituationReport } from './evolve-situation-report.ts';
import type { SituationReportCommand } from './situation-report-commands.ts';
import { situationReportDeadlines } from './situation-report-deadlines.ts';
import { type SituationReportEvent, SituationReportEventSchema } from './situation-report-events.ts';
import {
  situationReportListed,
  situationReportListings,
  versionSort,
  versionsList,
} from './situation-report-listings.ts';
import { situationReportNotices } from './situation-report-notices.ts';
import { isOwn, type SituationReportState, SituationReportStateSchema } from './situation-report-state.ts';

/** A city's reports on an incident: this city's own, or those that a partner sends. */
export const situationReport: Aggregate<SituationReportState, SituationReportCommand, SituationReportEvent> = {
  kind: 'situation-report',
  stateSchema: SituationReportStateSchema,
  eventSchema: SituationReportEventSchema,
  decide: decideSituationReport,
  evolve: evolveSituationReport,
  deadlines: situationReportDeadlines,
  dueAt: (report) =>
    isOwn(report) ? earliest(report.nextRoutineAt, report.tollEnded ? undefined : report.tollEndsAt) : undefined,
  listings: situationReportListings,
  listed: situationReportListed,
  listedPlaces: ({ id, versions }) =>
    versions.map(({ number }) => ({ list: versionsList(id), sort: versionSort(number) })),
  notices: situationReportNotices,
  isExercise: ({ exercise }) => exercise,
  cameOf: ({ incident }) => incident.incidentId,
  authority: (report) => (isOwn(report) ? undefined : report.agreementId),
};
