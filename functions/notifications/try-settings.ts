import { feedRows } from '../../shared/data/feed.ts';
import { idempotencyWrite, storedAnswer } from '../../shared/data/idempotency.ts';
import { noticeRowWrites } from '../../shared/data/notices.ts';
import { TransactionCancelled } from '../../shared/data/store.ts';
import { urgent } from '../../shared/domain/kernel/notice.ts';
import type { RouteInput, RouteOutput } from '../../shared/lambda/bound-route.ts';
import type { NotificationsCell } from './notifications-cell.ts';

const TRIAL = urgent('这是一条测试提醒，无需处理。', 'This is a trial; nothing has to be done.');

/** Gives whoever is signed in a notice of their own, so that they see on which ways it comes. */
export const trySettings = async (
  cell: NotificationsCell,
  input: RouteInput<unknown, unknown, unknown>,
): Promise<RouteOutput<{ noticeId: string }>> => {
  const { person, idempotency } = input;
  const known = idempotency && (await storedAnswer(cell.store, idempotency));
  if (known) return { body: known.body as { noticeId: string }, stored: { status: known.status } };
  const noticeId = cell.newId();
  const at = cell.clock.now();
  const body = { noticeId };
  const draft = { ...TRIAL, to: [{ who: 'person', personId: person.id }], only: true } as const;
  const entry = { kind: 'notice', id: noticeId, types: ['urgentNoticeGiven'], version: 1, text: TRIAL.text };
  try {
    await cell.store.transact(
      [
        ...noticeRowWrites({ id: noticeId, at, draft, subject: { kind: 'trial', id: person.id } }),
        ...feedRows([[`person/${person.id}`, entry]], { now: at, newId: cell.newId }),
        ...(idempotency ? [idempotencyWrite(idempotency, { status: 201, body }, at)] : []),
      ],
      cell.newId(),
    );
    return { body };
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    return trySettings(cell, input);
  }
};
