import type { IncidentSummary } from '../incident/incident-summary.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { decideStep, decideWriting } from './decide-draft.ts';
import { decideReception, decideSending } from './decide-exchange.ts';
import { decideReportClock } from './routine-report.ts';
import type { FollowIncident, SituationReportCommand } from './situation-report-commands.ts';
import type { SituationReportEvent } from './situation-report-events.ts';
import { SITUATION_REPORT_REFUSALS as REFUSALS } from './situation-report-refusals.ts';
import { isOwn, type OwnReport, type SituationReportState } from './situation-report-state.ts';

type ReportDecision = Decision<SituationReportEvent>;

const open = (
  { id, incident, exercise, openedAt }: Omit<FollowIncident, 'type'>,
  { city }: Circumstances,
): ReportDecision => accept({ type: 'reportSeriesOpened', id, city, incident, exercise, openedAt });

const sameIncident = (left: IncidentSummary, right: IncidentSummary): boolean =>
  left.hazard === right.hazard &&
  left.responseLevel === right.responseLevel &&
  left.title === right.title &&
  left.occurredAt === right.occurredAt &&
  left.position.place === right.position.place;

const follow = (report: OwnReport, { incident, endedAt, dismissed }: FollowIncident): ReportDecision => {
  const before = report.incidentEndedAt;
  // Closed after its response has ended, it is over as before.
  const overSince = endedAt === undefined ? undefined : (before ?? endedAt);
  const isKnown = overSince === before && dismissed === report.incidentDismissed;
  if (isKnown && sameIncident(report.incident, incident)) return accept();
  return accept({
    type: 'reportedIncidentChanged',
    incident,
    ...(overSince === undefined ? {} : { endedAt: overSince }),
    ...(dismissed === undefined ? {} : { dismissed }),
  });
};

const decideOwn = (
  report: OwnReport,
  command: Exclude<SituationReportCommand, { type: 'open' | 'receive' }>,
  circumstances: Circumstances,
): ReportDecision => {
  switch (command.type) {
    case 'follow-incident':
      return follow(report, command);
    case 'write':
      return decideWriting(report, command.content, circumstances);
    case 'take-step':
      return decideStep(report, command, circumstances);
    case 'send':
      return decideSending(report, command.to, circumstances);
    case 'clock-ran-out':
      return decideReportClock(report, circumstances);
    case 'message-failed': {
      const { type: _, ...failure } = command;
      return accept({ type: 'reportMessageFailed', failure: { ...failure, at: circumstances.now } });
    }
  }
};

/** @returns what a command on a series of reports comes to. */
export const decideSituationReport = (
  report: SituationReportState | undefined,
  command: SituationReportCommand,
  circumstances: Circumstances,
): ReportDecision => {
  if (command.type === 'receive') return decideReception(report, command, circumstances);
  if (!report)
    return command.type === 'open' || command.type === 'follow-incident'
      ? open(command, circumstances)
      : refuse(REFUSALS.unknown);
  if (command.type === 'open') return refuse(REFUSALS.exists);
  if (!isOwn(report))
    return command.type === 'clock-ran-out' ? accept() : refuse(REFUSALS.notOurs, { city: report.city });
  return decideOwn(report, command, circumstances);
};
