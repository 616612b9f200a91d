import { loadSet } from '../../shared/data/loaded.ts';
import { keys } from '../../shared/data/table.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { shiftAt } from '../../shared/domain/roster/duty-time.ts';
import {
  dayList,
  OFFICE_LIST,
  type OfficeCard,
  OfficeCardSchema,
  officeCard,
  officeRange,
  type ShiftCard,
  ShiftCardSchema,
  shiftCard,
} from '../../shared/domain/roster/roster-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { rosterConversation } from '../../shared/exchange/conversations/roster.ts';
import type { Person } from '../../shared/http/person.ts';
import { type OnDuty, onDutyView } from '../../shared/http/views/roster.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { officesSeenBy } from './own-office.ts';

type ReadingCell = Pick<Cell, 'store' | 'clock'>;

const CONVERSATIONS = conversationsOf(rosterConversation);

interface OnDutyQuery {
  readonly at?: Instant | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Rows read at once; an office has a handful a day. */
const ROWS_AT_ONCE = 1000;

/** The shifts, of the offices of a page, that touch the day of a moment, and cover it: one Query, more only for very many. */
const shiftsAt = async (
  { store }: ReadingCell,
  offices: readonly OfficeCard[],
  at: Instant,
): Promise<ReadonlyMap<string, ShiftCard>> => {
  const [first, last] = [offices[0], offices.at(-1)];
  const found = new Map<string, ShiftCard>();
  if (!first || !last) return found;
  const range = { pk: keys.listing(dayList(at), '').pk, between: officeRange(first, last), limit: ROWS_AT_ONCE };
  let after: string | undefined;
  do {
    const page = await store.query({ ...range, ...(after === undefined ? {} : { after }) });
    for (const { card } of page.items) {
      const shift = ShiftCardSchema.parse(card);
      if (shift.from <= at && at < shift.until) found.set(shift.officeId, shift);
    }
    after = page.next;
  } while (after !== undefined);
  return found;
};

/** @returns who is on duty in offices that are few: read from their rosters. */
const onDutyIn = async (cell: ReadingCell, officeIds: readonly string[], at: Instant): Promise<OnDuty[]> => {
  const rosters = await loadSet(
    cell.store,
    CONVERSATIONS,
    officeIds.map((id) => ({ kind: 'roster', id })),
  );
  return officeIds.flatMap((id) => {
    const roster = rosters.state(rosterConversation, id);
    if (roster?.status !== 'kept') return [];
    const shift = shiftAt(roster.shifts, at);
    return [onDutyView(officeCard(roster), shift && shiftCard(id, shift))];
  });
};

/**
 * A page of who is on duty: one Query for the offices and one for the shifts of the day, however long the rosters are. People
 * outside the duty room learn whom to ring now; they do not look through rosters.
 */
export const listOnDuty = async (
  cell: ReadingCell,
  { at, ...page }: OnDutyQuery,
  person: Person,
): Promise<{ items: OnDuty[]; nextCursor?: string }> => {
  const seen = officesSeenBy(person);
  const now = cell.clock.now();
  if (seen) return { items: await onDutyIn(cell, seen, now) };
  const { items: offices, ...next } = await listCards(cell, OFFICE_LIST, page, OfficeCardSchema);
  const shifts = await shiftsAt(cell, offices, at ?? now);
  return { items: offices.map((office) => onDutyView(office, shifts.get(office.officeId))), ...next };
};
