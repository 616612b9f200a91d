import { evolveDraft } from './evolve-draft.ts';
import { withVersion } from './report-version.ts';
import type { SituationReportEvent, SituationReportEventOf } from './situation-report-events.ts';
import { isOwn, type OwnReport, type ReportRecipient, type SituationReportState } from './situation-report-state.ts';

const opened = ({ type: _, ...series }: SituationReportEventOf<'reportSeriesOpened'>): SituationReportState => ({
  status: 'first-due',
  ...series,
  versions: [],
  recipients: [],
});

const received = (
  report: SituationReportState | undefined,
  { type: _, at, ...event }: SituationReportEventOf<'reportReceived'>,
): SituationReportState => {
  const { version: latest, ...rest } = event;
  return {
    status: 'received',
    ...rest,
    openedAt: report?.openedAt ?? at,
    versions: withVersion(report?.versions ?? [], latest),
    latest,
    receivedAt: at,
  };
};

/** What a series keeps whatever becomes of it. */
const baseOf = (report: OwnReport) => {
  const { id, city, incident, exercise, openedAt, versions, recipients, tollEndsAt, tollEnded, stableSince } = report;
  const { incidentEndedAt, incidentDismissed } = report;
  return {
    ...{ id, city, incident, exercise, openedAt, versions, recipients },
    ...(tollEndsAt === undefined ? {} : { tollEndsAt }),
    ...(tollEnded === undefined ? {} : { tollEnded }),
    ...(stableSince === undefined ? {} : { stableSince }),
    ...(incidentEndedAt === undefined ? {} : { incidentEndedAt }),
    ...(incidentDismissed === undefined ? {} : { incidentDismissed }),
  };
};

const approved = (report: OwnReport, event: SituationReportEventOf<'reportApproved'>): SituationReportState => {
  const { version, nextRoutineAt, tollEndsAt, at } = event;
  const { stableSince: before, ...base } = baseOf(report);
  const stableSince = version.content.stable ? (before ?? at) : undefined;
  return {
    ...base,
    status: version.content.kind === 'final' || report.status === 'final' ? 'final' : 'reporting',
    versions: withVersion(report.versions, version),
    latest: version,
    ...(nextRoutineAt === undefined ? {} : { nextRoutineAt }),
    ...(tollEndsAt === undefined ? {} : { tollEndsAt }),
    ...(stableSince === undefined ? {} : { stableSince }),
  };
};

const calledOff = (report: OwnReport, event: SituationReportEventOf<'reportsCalledOff'>): SituationReportState => {
  const { by, reason, at } = event;
  return { ...baseOf(report), status: 'called-off', calledOff: { by, reason, at } };
};

/** Written in again, a series that was called off goes on. */
const resumed = (report: OwnReport): OwnReport =>
  report.status === 'called-off' ? { ...baseOf(report), status: 'first-due' } : report;

const sent = (report: OwnReport, { number, to, at }: SituationReportEventOf<'reportSent'>): OwnReport => {
  const added: ReportRecipient[] = to.map((recipient) => ({ ...recipient, number, sentAt: at }));
  const others = report.recipients.filter(({ city }) => !added.some((each) => each.city === city));
  return { ...report, recipients: [...others, ...added] };
};

const failed = (report: OwnReport, { failure }: SituationReportEventOf<'reportMessageFailed'>): OwnReport => ({
  ...report,
  recipients: report.recipients.map((recipient) =>
    recipient.messageId === failure.messageId ? { ...recipient, failure } : recipient,
  ),
});

/** A daily report goes on from the next version where the incident has. */
const incidentChanged = (
  report: OwnReport,
  { incident, endedAt, dismissed }: SituationReportEventOf<'reportedIncidentChanged'>,
): OwnReport => {
  const { nextRoutineAt, incidentEndedAt: _, incidentDismissed: _dismissed, ...rest } = report;
  return {
    ...rest,
    incident,
    ...(endedAt === undefined ? {} : { incidentEndedAt: endedAt }),
    ...(dismissed === undefined ? {} : { incidentDismissed: dismissed }),
    ...(endedAt === undefined && nextRoutineAt !== undefined ? { nextRoutineAt } : {}),
  };
};

const withoutDraft = ({ draft: _, ...report }: OwnReport): OwnReport => report;

type LaterEvent = Exclude<SituationReportEvent, { type: 'reportSeriesOpened' | 'reportReceived' }>;

const evolveOwn = (report: OwnReport, event: LaterEvent): SituationReportState => {
  switch (event.type) {
    case 'reportedIncidentChanged':
      return incidentChanged(report, event);
    case 'reportWritten':
    case 'reportSubmitted':
    case 'reportCommented':
    case 'reportSentBack':
    case 'reportReviewed':
      return { ...resumed(report), draft: evolveDraft(report.draft, event) };
    case 'reportDraftedItself':
      return { ...report, draft: evolveDraft(undefined, event), nextRoutineAt: event.nextRoutineAt };
    case 'routineReportPassedOver':
      return { ...report, nextRoutineAt: event.nextRoutineAt };
    case 'reportApproved':
      return approved(report, event);
    case 'reportWithdrawn':
      return withoutDraft(report);
    case 'reportsCalledOff':
      return calledOff(report, event);
    case 'reportSent':
      return sent(report, event);
    case 'tollPeriodEnded':
      return { ...report, tollEnded: true };
    case 'reportMessageFailed':
      return failed(report, event);
  }
};

/** @returns the series after an event. */
export const evolveSituationReport = (
  report: SituationReportState | undefined,
  event: SituationReportEvent,
): SituationReportState => {
  if (event.type === 'reportSeriesOpened') return opened(event);
  if (event.type === 'reportReceived') return received(report, event);
  if (!report || !isOwn(report)) throw new Error(`${event.type} happens to a city's own reports only`);
  return evolveOwn(report, event);
};
