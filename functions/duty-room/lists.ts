import type * as z from 'zod';
import { UNCONFIRMED_LIST } from '../../shared/data/outgoing-messages.ts';
import { NoticeRowSchema, QuarantineRowSchema } from '../../shared/data/rows.ts';
import type { Item } from '../../shared/data/store.ts';
import { keys } from '../../shared/data/table.ts';
import { HOUR_MS, millisecondsBetween } from '../../shared/domain/kernel/instant.ts';
import { fromCursor, toCursor } from '../../shared/http/cursor.ts';
import {
  type NoticeSchema,
  type QuarantinedMessageSchema,
  UnconfirmedMessageSchema,
} from '../../shared/http/routes/duty-room.ts';
import { noticeView } from '../../shared/http/views/notice.ts';
import { quarantinedMessageView } from '../../shared/http/views/quarantined-message.ts';
import type { DutyRoomCell } from './handler.ts';

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Page<T> {
  items: T[];
  nextCursor?: string;
}

const page = async <T>(
  { store }: Pick<DutyRoomCell, 'store'>,
  pk: string,
  { limit, cursor }: PageQuery,
  descending: boolean,
  show: (item: Item) => T,
): Promise<Page<T>> => {
  const after = fromCursor(cursor);
  const found = await store.query({ pk, limit, descending, ...(after === undefined ? {} : { after }) });
  const items = found.items.map(show);
  return found.next === undefined ? { items } : { items, nextCursor: toCursor(found.next) };
};

/** Notices, newest first. */
export const listNotices = (cell: DutyRoomCell, query: PageQuery): Promise<Page<z.infer<typeof NoticeSchema>>> =>
  page(cell, keys.notice('').pk, query, true, (item) => noticeView(NoticeRowSchema.parse(item)));

/** Messages that some partner has not confirmed, longest waiting first. */
export const listUnconfirmed = (
  cell: DutyRoomCell,
  query: PageQuery,
): Promise<Page<z.infer<typeof UnconfirmedMessageSchema>>> => {
  const now = cell.clock.now();
  const card = UnconfirmedMessageSchema.omit({ hours: true });
  return page(cell, keys.listing(UNCONFIRMED_LIST, '').pk, query, false, (item) => {
    const shown = card.parse(item.card);
    return { ...shown, hours: Math.max(0, Math.floor(millisecondsBetween(shown.issuedAt, now) / HOUR_MS)) };
  });
};

/** Quarantined messages, newest first; of those that were tried again, whether they are in by now: one read more where there are any. */
export const listQuarantine = async (
  cell: DutyRoomCell,
  query: PageQuery,
): Promise<Page<z.infer<typeof QuarantinedMessageSchema>>> => {
  const found = await page(cell, keys.quarantine('').pk, query, true, (item) => QuarantineRowSchema.parse(item));
  const retried = found.items.flatMap((row) => (row.retried === undefined ? [] : [row.retried.message]));
  const takenIn = new Set((retried.length === 0 ? [] : await cell.store.getMany(retried)).map(({ sk }) => sk));
  const items = found.items.map((row) => quarantinedMessageView(row, takenIn.has(row.retried?.message.sk ?? '')));
  return { ...found, items };
};
