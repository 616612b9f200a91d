import type { CityRules } from '../deadline/city-rules.ts';
import type { OpenDeadline, WaitedFor } from '../deadline/open-deadline.ts';
import { dueBy, dueUnder } from '../deadline/working-time.ts';
import { MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Text } from '../kernel/text.ts';
import { totalOf } from './figures.ts';
import { REPORT_KINDS, type ReportContent } from './report-content.ts';
import { type ReportDraft, type SubmittedDraft, turnOf } from './report-draft.ts';
import { isOwn, type OwnReport, type SituationReportState, settledSince } from './situation-report-state.ts';

const DUTY_ROOM = { who: 'duty-room' } as const;

const about = ({ incident: { title } }: OwnReport, zh: string, en: string): Text => ({
  zh: `“${title}”的${zh}`,
  en: `${en} on "${title}"`,
});

const firstDue = (report: OwnReport, rules: CityRules): readonly OpenDeadline[] => {
  const due = dueBy(rules, 'report', report.openedAt);
  return due !== undefined && report.status === 'first-due' && !report.incidentDismissed
    ? [
        {
          handOff: 'report',
          key: 'first',
          since: report.openedAt,
          due,
          waitsFor: DUTY_ROOM,
          what: about(report, '初报', 'The first report'),
        },
      ]
    : [];
};

/** Whoever of several roles may sign is told as the one that comes first. */
const waitedFor = (draft: SubmittedDraft): WaitedFor => {
  const [role] = turnOf(draft);
  return role === 'approver' || role === 'representative' ? { who: role } : DUTY_ROOM;
};

const approvalDue = (report: OwnReport, draft: SubmittedDraft, rules: CityRules): readonly OpenDeadline[] => {
  const due = dueBy(rules, 'report-approval', draft.since);
  const kind = REPORT_KINDS[draft.content.kind];
  return due === undefined
    ? []
    : [
        {
          handOff: 'report-approval',
          key: `${draft.number}@${draft.since}`,
          since: draft.since,
          due,
          waitsFor: waitedFor(draft),
          what: about(
            report,
            `${kind.zh}（第${draft.number}版）批阅`,
            `Approval of version ${draft.number}, ${kind.en},`,
          ),
        },
      ];
};

/** What drafted itself, or was sent back, waits for the duty room to submit it. */
const submissionDue = (
  report: OwnReport,
  draft: Exclude<ReportDraft, SubmittedDraft>,
  { reports }: CityRules,
): readonly OpenDeadline[] => {
  const since = draft.status === 'sent-back' ? draft.since : draft.routineDue;
  const kind = REPORT_KINDS[draft.content.kind];
  return since === undefined
    ? []
    : [
        {
          handOff: 'report',
          key: `draft-${draft.number}@${since}`,
          since,
          due: plus(since, reports.zeroWithinMinutes * MINUTE_MS),
          waitsFor: DUTY_ROOM,
          what: about(
            report,
            `${kind.zh}（第${draft.number}版）送审`,
            `Submission of version ${draft.number}, ${kind.en},`,
          ),
        },
      ];
};

const draftDue = (report: OwnReport, rules: CityRules): readonly OpenDeadline[] => {
  const { draft } = report;
  if (!draft) return [];
  return draft.status === 'submitted' ? approvalDue(report, draft, rules) : submissionDue(report, draft, rules);
};

/** @returns the dead and missing that a report names. */
export const deadOrMissing = ({ divisions }: ReportContent): number => {
  const { dead = 0, missing = 0 } = totalOf(divisions.map(({ figures }) => figures));
  return dead + missing;
};

/** So many dead or missing go upward at once. */
const upwardDue = (report: OwnReport, { reports: { grave } }: CityRules): readonly OpenDeadline[] => {
  if (!('latest' in report) || deadOrMissing(report.latest.content) < grave.deadOrMissing) return [];
  const { number, signature } = report.latest;
  return report.recipients.some((recipient) => recipient.number === number)
    ? []
    : [
        {
          handOff: 'report',
          key: `upward-${number}`,
          since: signature.at,
          due: plus(signature.at, grave.minutes * MINUTE_MS),
          waitsFor: DUTY_ROOM,
          what: about(report, '重大伤亡情况上报', 'Sending the grave toll'),
        },
      ];
};

const finalDue = (report: OwnReport, { reports, calendar }: CityRules): readonly OpenDeadline[] => {
  const since = settledSince(report);
  return report.status === 'reporting' && since !== undefined && !report.incidentDismissed
    ? [
        {
          handOff: 'report',
          key: 'final',
          since,
          due: dueUnder(reports.final, since, calendar),
          waitsFor: DUTY_ROOM,
          what: about(report, '核报', 'The final report'),
        },
      ]
    : [];
};

/** @returns the hand-offs of a city's own reports that somebody waits for. */
export const situationReportDeadlines = (report: SituationReportState, rules: CityRules): readonly OpenDeadline[] =>
  isOwn(report)
    ? [...firstDue(report, rules), ...draftDue(report, rules), ...upwardDue(report, rules), ...finalDue(report, rules)]
    : [];
