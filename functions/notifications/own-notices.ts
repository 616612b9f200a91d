import type * as z from 'zod';
import { readReadings } from '../../shared/data/notice-readings.ts';
import { type NoticeRow, NoticeRowSchema } from '../../shared/data/rows.ts';
import { keys } from '../../shared/data/table.ts';
import { DAY_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { noticedBy } from '../../shared/http/audiences-of-person.ts';
import { fromCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Person } from '../../shared/http/person.ts';
import type { OwnNoticeSchema, UnreadSchema } from '../../shared/http/routes/notifications.ts';
import { noticeView } from '../../shared/http/views/notice.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

type ReadingCell = Pick<Cell, 'store' | 'clock'>;
type OwnNotice = z.infer<typeof OwnNoticeSchema>;
type Unread = z.infer<typeof UnreadSchema>;

interface NoticeQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly unread?: 'true' | 'false' | undefined;
  readonly urgency?: NoticeRow['urgency'] | undefined;
}

/** Notices of the last months count as unread at most: nobody catches up on what is older. */
const UNREAD_FOR_MS = 90 * DAY_MS;
/** Notices of an audience that are looked at to count those not read, or to fill a page of them. */
const LOOKED_AT = 200;

interface Found {
  /** Newest first; each once, whoever it is for. */
  readonly notices: readonly NoticeRow[];
  /** The id after which there may be more. */
  readonly next?: string;
}

/** The newest notices of a person after one: a Query for each of the person's audiences. */
const newest = async (
  { store }: ReadingCell,
  person: Person,
  limit: number,
  after: string | undefined,
): Promise<Found> => {
  const pages = await Promise.all(
    noticedBy(person).map((audience) =>
      store.query({
        pk: keys.notice('', audience).pk,
        limit,
        descending: true,
        ...(after === undefined ? {} : { after }),
      }),
    ),
  );
  const ends = pages.flatMap(({ next }) => next ?? []);
  // Beyond where a page was cut off nothing is known of its audience.
  const horizon = ends.toSorted().at(-1) ?? '';
  const byId = new Map<string, NoticeRow>();
  for (const item of pages.flatMap(({ items }) => items)) {
    const notice = NoticeRowSchema.parse(item);
    if (notice.id >= horizon && !byId.get(notice.id)?.acknowledgedBy) byId.set(notice.id, notice);
  }
  const all = [...byId.values()].sort((left, right) => (left.id < right.id ? 1 : -1));
  const notices = all.slice(0, limit);
  const last = notices.at(-1);
  return last && (ends.length > 0 || all.length > limit) ? { notices, next: last.id } : { notices };
};

const readBy = async (cell: ReadingCell, person: Person, notices: readonly NoticeRow[]) => {
  const since = plus(cell.clock.now(), -UNREAD_FOR_MS);
  const readings = await readReadings(cell.store, person.id, notices.at(-1)?.id ?? '');
  return ({ id, at }: NoticeRow): boolean => at < since || readings.includes(id);
};

/** @returns how many notices a person has not read, counted among the latest. */
export const countUnread = async (cell: ReadingCell, person: Person): Promise<Unread> => {
  const { notices, next } = await newest(cell, person, LOOKED_AT, undefined);
  const isRead = await readBy(cell, person, notices);
  return unreadAmong(notices, isRead, next !== undefined);
};

const unreadAmong = (notices: readonly NoticeRow[], isRead: (notice: NoticeRow) => boolean, more: boolean): Unread => {
  const unread = notices.filter((notice) => !isRead(notice));
  const of = (urgency: NoticeRow['urgency']) => unread.filter((notice) => notice.urgency === urgency).length;
  const oldest = notices.at(-1);
  return { urgent: of('urgent'), routine: of('routine'), more: more && oldest !== undefined && !isRead(oldest) };
};

/** A page of a person's notices, and how many of the latest are not read. */
export const listOwnNotices = async (
  cell: ReadingCell,
  { limit, cursor, unread, urgency }: NoticeQuery,
  person: Person,
): Promise<{ items: OwnNotice[]; nextCursor?: string; unread: Unread }> => {
  const after = fromCursor(cursor);
  const latest = await newest(cell, person, LOOKED_AT, undefined);
  const found = after === undefined ? latest : await newest(cell, person, LOOKED_AT, after);
  const isRead = await readBy(cell, person, [...latest.notices, ...found.notices].sort(byIdDescending));
  const wanted = found.notices.filter(
    (notice) =>
      (unread === undefined || isRead(notice) === (unread === 'false')) &&
      (urgency === undefined || notice.urgency === urgency),
  );
  const shown = wanted.slice(0, limit);
  const next = wanted.length > limit ? shown.at(-1)?.id : found.next;
  return {
    items: shown.map((notice) => ({
      ...noticeView(notice),
      read: isRead(notice),
      exercise: notice.exercise ?? false,
    })),
    ...(next === undefined ? {} : { nextCursor: toCursor(next) }),
    unread: unreadAmong(latest.notices, isRead, latest.next !== undefined),
  };
};

const byIdDescending = (left: NoticeRow, right: NoticeRow): number => (left.id < right.id ? 1 : -1);
