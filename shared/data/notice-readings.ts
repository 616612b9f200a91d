import { DAY_MS, type Instant, plus } from '../domain/kernel/instant.ts';
import { type NoticeReadingRow, NoticeReadingRowSchema } from './rows.ts';
import { type Store, TransactionCancelled, type Write } from './store.ts';
import { ENTITY, keys } from './table.ts';

/** After every id of a notice, in the same partition. */
const UP_TO = 'UP-TO';

/** Whoever of the duty room: that one of them has read a notice is enough for nobody else to be woken. */
export const DUTY_ROOM_READER = '(duty-room)';

/** Marks on single notices are kept longer than any notice counts as unread. */
const KEPT_MS = 100 * DAY_MS;

/** Who reads, and when. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  /** Whether to mark it for the duty room as a whole too. */
  readonly isOfDutyRoom: boolean;
  readonly at: Instant;
}

/** What somebody has read. */
export interface Readings {
  includes(noticeId: string): boolean;
}

const readingsOf = (rows: readonly NoticeReadingRow[]): Readings => {
  const upTo = rows.find(({ sk }) => sk === UP_TO)?.upTo ?? '';
  const single = new Set(rows.map(({ sk }) => sk));
  return { includes: (noticeId) => noticeId <= upTo || single.has(noticeId) };
};

/** Reads what somebody has read of the notices from one on: one Query. */
export const readReadings = async (store: Pick<Store, 'query'>, reader: string, from: string): Promise<Readings> => {
  const { pk } = keys.noticeReading(reader, '');
  const { items } = await store.query({ pk, between: [from === '' ? '0' : from, UP_TO] });
  return readingsOf(items.map((item) => NoticeReadingRowSchema.parse(item)));
};

/** @returns by whom of the duty room a notice was read, if it was: two rows read. */
export const readInDutyRoom = async (
  store: Pick<Store, 'getMany'>,
  noticeId: string,
): Promise<NoticeReadingRow['by'] | undefined> => {
  const items = await store.getMany([
    keys.noticeReading(DUTY_ROOM_READER, noticeId),
    keys.noticeReading(DUTY_ROOM_READER, UP_TO),
  ]);
  const rows = items.map((item) => NoticeReadingRowSchema.parse(item));
  return rows.find(({ sk, upTo = '' }) => sk === noticeId || noticeId <= upTo)?.by;
};

const readersOf = ({ id, isOfDutyRoom }: Reader): readonly string[] => (isOfDutyRoom ? [id, DUTY_ROOM_READER] : [id]);

/** @returns the writes that mark single notices as read. */
export const singleReadings = (noticeIds: readonly string[], reader: Reader): readonly Write[] =>
  readersOf(reader).flatMap((name) =>
    [...new Set(noticeIds)].map((noticeId): Write => {
      const item: NoticeReadingRow = {
        ...keys.noticeReading(name, noticeId),
        entity: ENTITY.noticeReading,
        by: { id: reader.id, name: reader.name },
        at: reader.at,
        expiresAtEpochSeconds: Math.floor(Date.parse(plus(reader.at, KEPT_MS)) / 1000),
      };
      return { kind: 'put', item };
    }),
  );

/** @returns the writes that mark a notice and all before it as read; none where that much is read already. */
export const readingsUpTo = async (
  store: Pick<Store, 'getMany'>,
  noticeId: string,
  reader: Reader,
): Promise<readonly Write[]> => {
  const names = readersOf(reader);
  const items = await store.getMany(names.map((name) => keys.noticeReading(name, UP_TO)));
  const rows = new Map(items.map((item) => [item.pk, NoticeReadingRowSchema.parse(item)]));
  return names.flatMap((name): Write[] => {
    const key = keys.noticeReading(name, UP_TO);
    const old = rows.get(key.pk)?.upTo;
    if (old !== undefined && old >= noticeId) return [];
    const item: NoticeReadingRow = {
      ...key,
      entity: ENTITY.noticeReading,
      upTo: noticeId,
      by: { id: reader.id, name: reader.name },
      at: reader.at,
    };
    const condition =
      old === undefined ? ({ kind: 'absent' } as const) : ({ kind: 'equals', attribute: 'upTo', value: old } as const);
    return [{ kind: 'put', item, condition }];
  });
};

/** Whether a transaction came to nothing because somebody else was quicker. */
export const isBeaten = (error: unknown): boolean => error instanceof TransactionCancelled;
