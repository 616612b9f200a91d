import { NoticeRowSchema } from '../../shared/data/rows.ts';
import type { Item } from '../../shared/data/store.ts';
import type { NoticeContent } from '../../shared/domain/notification/importance.ts';
import { DELIVERY_SUBJECT } from '../../shared/notify/delivery-row.ts';
import { beginEscalation, ringNow } from './escalate.ts';
import { begin, dutyRoomDeliveries, personDelivery, waysFor } from './new-deliveries.ts';
import type { NotifierCell } from './notifier-cell.ts';
import { citySettings, subscribersOf } from './settings.ts';

/**
 * Begins the deliveries of a new notice: to the duty room as a whole, and to whoever of its audiences has ways of their own. Of what is
 * urgent those on the duty roster are told one after another.
 */
export const fanOut = async (cell: NotifierCell, row: Item): Promise<void> => {
  const {
    id: noticeId,
    at,
    urgency,
    text,
    subject,
    exercise = false,
    audiences = ['duty-room'],
  } = NoticeRowSchema.parse(row);
  if (subject.kind === DELIVERY_SUBJECT) return;
  const notice: NoticeContent = { noticeId, at, urgency, text, subject, exercise };
  const now = cell.clock.now();
  const isForDutyRoom = audiences.includes('duty-room');
  const [city, subscribers, ring] = await Promise.all([
    citySettings(cell),
    subscribersOf(cell, audiences),
    isForDutyRoom && urgency === 'urgent' ? ringNow(cell) : [],
  ]);
  const ringing = new Set(ring.map(({ personId }) => personId));
  await begin(cell, [
    ...(isForDutyRoom ? dutyRoomDeliveries(city, notice, now) : []),
    ...subscribers
      .filter(({ personId }) => !ringing.has(personId))
      .flatMap((subscriber) => waysFor(subscriber, notice).map((way) => personDelivery(subscriber, way, notice, now))),
  ]);
  if (ring.length > 0) await beginEscalation(cell, notice, city.escalateAfterMinutes);
};
