import type { NoticeDraft } from '../kernel/aggregate.ts';
import { failureNotice } from '../kernel/message-failure.ts';
import { named } from '../kernel/named.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { REPORT_KINDS } from './report-content.ts';
import { type ReportDraft, turnOf } from './report-draft.ts';
import { deadOrMissing } from './situation-report-deadlines.ts';
import type { SituationReportEvent, SituationReportEventOf } from './situation-report-events.ts';
import { isOwn, type SituationReportState } from './situation-report-state.ts';

/** So many dead or missing are told at once, whatever the city's rules say of sending them on. */
const GRAVE = 10;

const draftOf = (report: SituationReportState): ReportDraft | undefined => (isOwn(report) ? report.draft : undefined);

/** Tells those whose turn it is. */
const turn = (report: SituationReportState, grave: boolean): readonly NoticeDraft[] => {
  const draft = draftOf(report);
  if (draft?.status !== 'submitted') return [];
  const { number, content } = draft;
  const kind = REPORT_KINDS[content.kind];
  const { title } = report.incident;
  const tell = grave ? urgent : routine;
  const notice = tell(
    `“${title}”${kind.zh}（第${number}版）待批阅。`,
    `Version ${number} (${kind.en}) of the reports on "${title}" waits to be approved.`,
  );
  return [{ ...notice, to: turnOf(draft).map((role) => ({ who: 'role', role })) }];
};

const received = (
  { city, version: { number, content } }: SituationReportEventOf<'reportReceived'>,
  title: string,
): NoticeDraft => {
  const kind = REPORT_KINDS[content.kind];
  const tell = content.kind === 'zero' ? routine : urgent;
  const corrected = content.corrects;
  return corrected === undefined
    ? tell(
        `收到${named('city', city)}关于“${title}”的${kind.zh}（第${number}版）。`,
        `Version ${number} (${kind.en}) of the reports on "${title}" came from ${named('city', city)}.`,
      )
    : tell(
        `${named('city', city)}更正了关于“${title}”的第${corrected}版信息（现为第${number}版）。`,
        `${named('city', city)} corrects version ${corrected} of its reports on "${title}": version ${number}.`,
      );
};

/** @returns what the duty room, and those whose turn it is, are told of an event. */
export const situationReportNotices = (
  event: SituationReportEvent,
  report: SituationReportState,
): readonly NoticeDraft[] => {
  const { title } = report.incident;
  const draft = draftOf(report);
  switch (event.type) {
    case 'reportDraftedItself':
      return [
        urgent(
          `“${title}”${REPORT_KINDS[event.content.kind].zh}已自动起草（第${event.number}版），请核对后送审。`,
          `Version ${event.number} of the reports on "${title}" has drafted itself; check and submit it.`,
        ),
      ];
    case 'routineReportPassedOver':
      return [
        urgent(
          `“${title}”每日报送时间已到，稿件仍在办理中，请抓紧报送。`,
          `The daily report on "${title}" is due, and a draft is still under way; see it through.`,
        ),
      ];
    case 'reportSubmitted':
    case 'reportReviewed':
      return turn(report, draft !== undefined && deadOrMissing(draft.content) >= GRAVE);
    case 'reportSentBack':
      return [
        urgent(`“${title}”信息稿被退回：${event.words}`, `The report on "${title}" was sent back: ${event.words}`),
      ];
    case 'reportApproved':
      return deadOrMissing(event.version.content) >= GRAVE
        ? [
            urgent(
              `“${title}”死亡失踪${deadOrMissing(event.version.content)}人，须立即上报。`,
              `${deadOrMissing(event.version.content)} dead or missing in "${title}": report it upward at once.`,
            ),
          ]
        : [];
    case 'reportReceived':
      return [received(event, title)];
    case 'tollPeriodEnded':
      return [
        routine(
          `“${title}”伤亡统计期已满，此后死亡人数变动须说明理由。`,
          `The time in which the toll of "${title}" may change is over; say why if it does.`,
        ),
      ];
    case 'reportMessageFailed':
      return [failureNotice(event.failure, { zh: '信息报送', en: 'a situation report' })];
    default:
      return [];
  }
};
