import { v5 } from 'uuid';
import type { Write } from '../../shared/data/store.ts';
import { written } from '../../shared/data/written.ts';
import type { NoticeContent } from '../../shared/domain/notification/importance.ts';
import { tellableAt } from '../../shared/domain/notification/quiet-hours.ts';
import type { Subscriber } from '../../shared/domain/notification-settings/notification-settings.ts';
import type { PersonWay } from '../../shared/domain/notification-settings/way.ts';
import { type DeliveryRow, newDelivery } from '../../shared/notify/delivery-row.ts';
import type { NotifierCell } from './notifier-cell.ts';
import type { DutyRoomWays } from './settings.ts';

/** Rows written at once: few enough that those of a crowd are not all held up by one that is there. */
const AT_ONCE = 25;

/** @returns the deliveries of a notice on the ways of the duty room as a whole. */
export const dutyRoomDeliveries = (
  { ways, language }: DutyRoomWays,
  notice: NoticeContent,
  now: string,
): readonly DeliveryRow[] =>
  ways
    .filter(({ urgencies }) => urgencies.includes(notice.urgency))
    .map(({ wayId, name, channel, secretId, shown }) =>
      newDelivery(
        {
          id: v5(`duty-room ${wayId}`, notice.noticeId),
          ...{ notice, channel, secretId, shown, language },
          to: { who: 'duty-room', wayId, name },
          notBefore: now,
        },
        now,
      ),
    );

/** @returns the ways on which a person wants to be told of notices of an importance, in their order. */
export const waysFor = ({ ways }: Pick<Subscriber, 'ways'>, { urgency }: NoticeContent): readonly PersonWay[] =>
  ways.filter(({ urgencies }) => urgencies.includes(urgency));

/** @returns the delivery of a notice to a person on one way; the same each time it is asked for. */
export const personDelivery = (
  { personId, language, quietHours }: Subscriber,
  { channel, secretId, shown }: PersonWay,
  notice: NoticeContent,
  now: string,
): DeliveryRow =>
  newDelivery(
    {
      id: v5(`person ${personId} ${channel}`, notice.noticeId),
      ...{ notice, channel, secretId, shown, language },
      to: { who: 'person', personId },
      notBefore: tellableAt(quietHours, notice.urgency, now),
    },
    now,
  );

/** @returns the write that begins a delivery, unless it is there. */
export const insertDelivery = (row: DeliveryRow): Write => ({ kind: 'put', item: row, condition: { kind: 'absent' } });

/** Writes deliveries that are not there yet: whoever is told of a notice twice begins each once. */
export const begin = async (cell: NotifierCell, rows: readonly DeliveryRow[]): Promise<void> => {
  const write = async (some: readonly DeliveryRow[]): Promise<void> => {
    if (!(await written(cell, some.map(insertDelivery))) && some.length > 1) for (const one of some) await write([one]);
  };
  for (let start = 0; start < rows.length; start += AT_ONCE) await write(rows.slice(start, start + AT_ONCE));
};
