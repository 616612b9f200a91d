import { feedRows } from '../../shared/data/feed.ts';
import { noticeRowWrites } from '../../shared/data/notices.ts';
import type { Write } from '../../shared/data/store.ts';
import { written } from '../../shared/data/written.ts';
import { type Instant, plus } from '../../shared/domain/kernel/instant.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { pauseAfter } from '../../shared/domain/notification/tries.ts';
import {
  DELIVERY_SUBJECT,
  type DeliveryRow,
  ended,
  replacing,
  undeliveredWrite,
  until,
  withTry,
} from '../../shared/notify/delivery-row.ts';
import type { Verdict } from '../../shared/notify/verdict.ts';
import type { NotifierCell } from './notifier-cell.ts';

const givenUpText = ({ to, channel, notice, shown }: DeliveryRow, reason: string): Text => {
  const who = to.who === 'person' ? to.personId : to.name;
  return {
    zh: `提醒未能送达${who}（${channel}，${shown}）：${reason}。原提醒：${notice.text.zh}`,
    en: `A notice could not be brought to ${who} (${channel}, ${shown}): ${reason}. It says: ${notice.text.en}`,
  };
};

/** What is given up is listed, and the duty room told of it in the service. */
const giveUp = (cell: NotifierCell, row: DeliveryRow, reason: string, now: Instant): readonly Write[] => {
  const { exercise, urgency } = row.notice;
  const draft = { urgency, text: givenUpText(row, reason) };
  const id = cell.newId();
  const subject = { kind: DELIVERY_SUBJECT, id: row.id };
  const entry = {
    ...{ kind: 'notice', id, version: 1, text: draft.text },
    types: [urgency === 'urgent' ? 'urgentNoticeGiven' : 'noticeGiven'],
    ...(exercise ? { exercise: true as const } : {}),
  };
  return [
    undeliveredWrite(row, reason, now),
    ...noticeRowWrites({ id, at: now, draft, subject, isExercise: exercise }),
    ...feedRows([['duty-room', entry]], { now, newId: cell.newId }),
  ];
};

const writesFor = (cell: NotifierCell, row: DeliveryRow, verdict: Verdict, together: boolean): readonly Write[] => {
  const at = cell.clock.now();
  if (verdict.kind === 'delivered') {
    const outcome = together ? 'together' : 'delivered';
    return [replacing(row, ended(withTry(row, { at, outcome }), 'delivered'))];
  }
  const { kind: outcome, reason } = verdict;
  const tried = withTry(row, { at, outcome, reason });
  const pause = outcome === 'again' ? pauseAfter(row.attempts) : undefined;
  return pause === undefined
    ? [replacing(row, ended(tried, 'quarantined')), ...giveUp(cell, row, reason, at)]
    : [replacing(row, until({ ...tried, state: 'due' }, plus(at, pause)))];
};

/** Notes what came of a try for each of the deliveries that it was for. Whoever took one over meanwhile notes their own. */
export const settle = async (cell: NotifierCell, rows: readonly DeliveryRow[], verdict: Verdict): Promise<void> => {
  await Promise.all(rows.map((row) => written(cell, writesFor(cell, row, verdict, rows.length > 1))));
};
