import type * as z from 'zod';
import { idempotencyWrite, storedAnswer } from '../../shared/data/idempotency.ts';
import { isBeaten, type Reader, readingsUpTo, singleReadings } from '../../shared/data/notice-readings.ts';
import type { Write } from '../../shared/data/store.ts';
import { keys } from '../../shared/data/table.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { noticedBy } from '../../shared/http/audiences-of-person.ts';
import { problems } from '../../shared/http/problems.ts';
import { DUTY_ROOM, hasOneOf } from '../../shared/http/roles.ts';
import type { notificationRoutes, UnreadSchema } from '../../shared/http/routes/notifications.ts';
import type { RouteInput, RouteOutput } from '../../shared/lambda/bound-route.ts';
import type { NotificationsCell } from './notifications-cell.ts';
import { countUnread } from './own-notices.ts';

type Body = z.infer<NonNullable<typeof notificationRoutes.markNoticesRead.body>>;
type Input = RouteInput<unknown, unknown, Body>;
type Unread = z.infer<typeof UnreadSchema>;

const NOTICE: Text = { zh: '提醒', en: 'notice' };

/** A mark of all up to a notice that there is not yet would hide what is still to come. */
const assertOwn = async ({ store }: NotificationsCell, { person }: Input, noticeId: string): Promise<void> => {
  const found = await store.getMany(noticedBy(person).map((audience) => keys.notice(noticeId, audience)));
  if (found.length === 0) throw problems.notFound(NOTICE, noticeId);
};

const marks = async (cell: NotificationsCell, input: Input): Promise<readonly Write[]> => {
  const { body, person } = input;
  const isOfDutyRoom = hasOneOf(person.roles, DUTY_ROOM);
  const reader: Reader = { id: person.id, name: person.name, isOfDutyRoom, at: cell.clock.now() };
  if ('noticeIds' in body) return singleReadings(body.noticeIds, reader);
  await assertOwn(cell, input, body.upTo);
  return readingsUpTo(cell.store, body.upTo, reader);
};

/**
 * Marks notices as read for whoever is signed in. What is not theirs is marked for nobody else by it.
 * @throws ProblemError 404 where all up to a notice are meant that is not theirs.
 */
export const markRead = async (cell: NotificationsCell, input: Input): Promise<RouteOutput<Unread>> => {
  const { idempotency, person } = input;
  const known = idempotency && (await storedAnswer(cell.store, idempotency));
  if (known) return { body: known.body as Unread, stored: { status: known.status } };
  try {
    const writes = await marks(cell, input);
    if (writes.length > 0) await cell.store.transact(writes, cell.newId());
  } catch (error) {
    if (!isBeaten(error)) throw error;
    return markRead(cell, input);
  }
  const body = await countUnread(cell, person);
  return { body, ...(await kept(cell, input, body)) };
};

/** Marking once more does no harm, so the answer is kept after the marks. */
const kept = async (cell: NotificationsCell, { idempotency }: Input, body: Unread) => {
  if (!idempotency) return {};
  try {
    await cell.store.transact([idempotencyWrite(idempotency, { status: 200, body }, cell.clock.now())], cell.newId());
  } catch (error) {
    if (!isBeaten(error)) throw error;
  }
  return {};
};
