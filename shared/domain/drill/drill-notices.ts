import type { NoticeDraft } from '../kernel/aggregate.ts';
import { failureNotice } from '../kernel/message-failure.ts';
import { named } from '../kernel/named.ts';
import { routine, urgent } from '../kernel/notice.ts';
import type { Text } from '../kernel/text.ts';
import type { DrillEvent, DrillEventOf, DrillNews } from './drill-events.ts';
import type { DrillInject } from './drill-inject.ts';
import { type DrillState, isBegun, isHosted } from './drill-state.ts';
import { titleOf } from './evolve-drill.ts';

const NEWS: Readonly<Record<DrillNews, Text>> = {
  started: { zh: '开始', en: 'has begun' },
  paused: { zh: '暂停', en: 'is paused' },
  resumed: { zh: '继续', en: 'goes on' },
  ended: { zh: '结束', en: 'is over' },
  aborted: { zh: '中止', en: 'was broken off' },
};

/** What the duty room hears of an inject whose deed says it to nobody else. */
const injected = ({ title, deed }: DrillInject): readonly NoticeDraft[] => {
  if (deed.does === 'tell') return [{ urgency: deed.urgency, text: deed.text }];
  if (deed.does !== 'partner-outage') return [routine(`投送：${title.zh}。`, `Inject: ${title.en}.`)];
  const city = named('city', deed.city);
  return [
    urgent(
      `假定与${city}的通信中断${deed.forMinutes}分钟，请按通信中断处置。`,
      `Suppose that ${city} cannot be reached for ${deed.forMinutes} minutes, and act accordingly.`,
    ),
  ];
};

const ofInject = ({ outcome }: DrillEventOf<'injectGiven'>, state: DrillState): readonly NoticeDraft[] => {
  const inject = isBegun(state) ? state.script.injects.find(({ key }) => key === outcome.key) : undefined;
  if (!inject) return [];
  const { zh, en } = inject.title;
  return outcome.failure
    ? [urgent(`投送“${zh}”未成：${outcome.failure.text.zh}`, `The inject "${en}" failed: ${outcome.failure.text.en}`)]
    : injected(inject);
};

const ofEnd = ({ report, aborted }: DrillEventOf<'drillEnded'>, title: string): readonly NoticeDraft[] => {
  const { points, maximumPoints } = report;
  const verb = aborted === undefined ? NEWS.ended : NEWS.aborted;
  return [
    routine(
      `演练“${title}”${verb.zh}，得分${points}/${maximumPoints}。`,
      `The drill "${title}" ${verb.en}: ${points} of ${maximumPoints} points.`,
    ),
  ];
};

/** @returns what the duty room is told of an event; it is marked as a drill's when it is written. */
export const drillNotices = (event: DrillEvent, state: DrillState): readonly NoticeDraft[] => {
  const title = titleOf(state);
  const host = isHosted(state) ? '' : named('city', state.host);
  switch (event.type) {
    case 'injectGiven':
      return ofInject(event, state);
    case 'drillStarted':
      return [urgent(`演练“${title}”开始。`, `The drill "${title}" has begun.`)];
    case 'drillEnded':
      return ofEnd(event, title);
    case 'drillMessageFailed':
      return [failureNotice(event.failure, { zh: `演练“${title}”`, en: `the drill "${title}"` })];
    case 'drillAnnounced':
      return [
        urgent(
          `${host}计划演练“${title}”，邀本市参加。`,
          `${host} plans the drill "${title}" and asks this city to take part.`,
        ),
      ];
    case 'drillNewsReceived': {
      const { zh, en } = NEWS[event.news];
      return [urgent(`${host}的演练“${title}”${zh}。`, `The drill "${title}" of ${host} ${en}.`)];
    }
    case 'drillDataRemoved':
      return [
        routine(
          `演练“${title}”的数据已清除，台账留有清单摘要${event.digest}。`,
          `The data of the drill "${title}" has been removed; its ledger keeps the digest ${event.digest} of what there was.`,
        ),
      ];
    default:
      return [];
  }
};
