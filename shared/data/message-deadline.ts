import type { CityRules } from '../domain/deadline/city-rules.ts';
import { deadlineListings } from '../domain/deadline/deadline-listings.ts';
import type { OpenDeadline } from '../domain/deadline/open-deadline.ts';
import { dueBy } from '../domain/deadline/working-time.ts';
import type { AggregateKind, Listing } from '../domain/kernel/aggregate.ts';
import { named } from '../domain/kernel/named.ts';
import type { OutgoingMessageRow } from './rows.ts';
import type { Key, Write } from './store.ts';
import { ENTITY, keys } from './table.ts';

/** @returns what a message waits for: the receipts of its recipients; `undefined` once all are in, or where the city's table sets no time. */
export const receiptDeadline = (
  { envelope, pending }: Pick<OutgoingMessageRow, 'envelope' | 'pending'>,
  rules: CityRules,
): OpenDeadline | undefined => {
  const { id, type, issuedAt } = envelope;
  const due = dueBy(rules, 'receipt', issuedAt);
  const [city] = pending;
  if (due === undefined || city === undefined) return undefined;
  const cities = pending.map((each) => named('city', each));
  return {
    handOff: 'receipt',
    key: id,
    since: issuedAt,
    due,
    waitsFor: { who: 'city', city },
    what: {
      zh: `${cities.join('、')}对消息（${type}）的回执`,
      en: `Receipt of ${cities.join(', ')} for a message (${type})`,
    },
  };
};

const listingsOf = (row: OutgoingMessageRow, rules: CityRules): readonly Listing[] => {
  const { envelope, deadlines = [] } = row;
  const deadline = receiptDeadline(row, rules);
  const subject = { kind: row.kind as AggregateKind, id: envelope.conversation, exercise: envelope.exercise };
  return deadlineListings({ ...subject, part: envelope.id }, deadlines, deadline ? [deadline] : []);
};

/** @returns where the board shows a message that is late. */
export const messageBoardKeys = (row: OutgoingMessageRow, rules: CityRules): readonly Key[] =>
  listingsOf(row, rules).map(({ list, sort }) => keys.listing(list, sort));

/**
 * @returns the writes by which the board shows a message that is late, or no longer shows one that has all its receipts. A message that is
 * confirmed in time is never on it, so that sending costs no more.
 */
export const messageBoardWrites = (row: OutgoingMessageRow, rules: CityRules): readonly Write[] =>
  listingsOf(row, rules).map(({ list, sort, card }): Write => {
    const key = keys.listing(list, sort);
    return row.pending.length === 0
      ? { kind: 'delete', key }
      : { kind: 'put', item: { ...key, entity: ENTITY.listing, card } };
  });
