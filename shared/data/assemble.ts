import { isDeepStrictEqual } from 'node:util';
import { deadlineListings } from '../domain/deadline/deadline-listings.ts';
import { nextLookAt } from '../domain/deadline/decide-acts.ts';
import { exerciseListings, exerciseNoticeListing } from '../domain/drill/exercise-listings.ts';
import type { Aggregate, DomainEvent, Listing } from '../domain/kernel/aggregate.ts';
import { earliest } from '../domain/kernel/instant.ts';
import { marked } from '../domain/kernel/notice.ts';
import { audiencesOf } from '../domain/notification/audience.ts';
import type { Envelope } from '../exchange/envelope.ts';
import { authorityOf } from '../exchange/message-contracts.ts';
import { type Change, ownSteps, type Setting } from './change.ts';
import { type Deadlines, deadlinesAfter, deadlinesBefore, noticesOf } from './deadlines.ts';
import { GENESIS, type LedgerEntry, sealEntry } from './ledger.ts';
import type { Reference } from './loaded.ts';
import { noticeRowWrites } from './notices.ts';
import { outgoingMessageWrites, referenceTo, type SealedMessages } from './outgoing-messages.ts';
import type { StateRow } from './rows.ts';
import type { Item, Write } from './store.ts';
import { DUE_PARTITION, ENTITY, keys } from './table.ts';

const withoutUndefined = (value: unknown): Record<string, unknown> =>
  JSON.parse(JSON.stringify(value)) as Record<string, unknown>;

/** The ledger entries of a change, chained to the ledger as it was. `received` is the message that the first event was told by. */
const ledgerEntries = (
  change: Change,
  { circumstances, cause }: Setting,
  { byStep }: SealedMessages,
  received: Envelope | undefined,
): readonly LedgerEntry[] => {
  const { kind, id } = change.reference;
  const entries: LedgerEntry[] = [];
  let previous = change.before?.row.head ?? GENESIS;
  let sequence = change.before?.row.length ?? 0;
  for (const [index, { event, state }] of change.steps.entries()) {
    const { type, ...data } = withoutUndefined(event);
    const authority = change.conversation.aggregate.authority?.(state);
    sequence += 1;
    const entry = sealEntry({
      kind,
      id,
      sequence,
      type: String(type),
      at: circumstances.now,
      city: circumstances.city,
      actor: circumstances.actor,
      ...(authority === undefined ? {} : { authority }),
      ...(cause === undefined ? {} : { cause }),
      data,
      messages: [
        ...(received && index === 0 ? [referenceTo(received, 'received')] : []),
        ...(byStep[index] ?? []).map((envelope) => referenceTo(envelope, 'sent')),
      ],
      previous,
    });
    entries.push(entry);
    previous = entry.hash;
  }
  return entries;
};

/** @returns the state row after a change. */
const stateRow = (
  change: Change,
  setting: Setting,
  entries: readonly LedgerEntry[],
  messages: SealedMessages,
): StateRow => {
  const { aggregate } = change.conversation;
  const { kind, id } = change.reference;
  const { before } = change;
  const { open, kept } = deadlinesAfter(change, setting);
  const dueAt = earliest(aggregate.dueAt(change.state), nextLookAt(open, kept, setting.circumstances.rules));
  const last = entries.at(-1);
  return {
    ...keys.state(kind, id),
    ...aggregate.guards?.(change.state),
    entity: ENTITY.state,
    kind,
    id,
    version: (before?.row.version ?? 0) + 1,
    length: last?.sequence ?? before?.row.length ?? 0,
    head: last?.hash ?? before?.row.head ?? GENESIS,
    sent: messages.sent,
    ...(kept.length === 0 ? {} : { deadlines: kept }),
    state: withoutUndefined(change.state),
    ...(dueAt === undefined ? {} : { duePartition: DUE_PARTITION, dueAt }),
  };
};

const listingItem = ({ list, sort, card }: Listing): Item => ({
  ...keys.listing(list, sort),
  entity: ENTITY.listing,
  card: withoutUndefined(card),
});

/** @returns the rows of every list that an aggregate stands in, besides those that its events brought. */
export const listingsOf = (
  aggregate: Pick<Aggregate<unknown, unknown, DomainEvent>, 'listings' | 'cameOf'>,
  subject: Reference & { readonly exercise: boolean },
  state: unknown,
  { kept, open }: Deadlines,
): readonly Listing[] => [
  ...aggregate.listings(state),
  ...deadlineListings(subject, kept, open),
  ...exerciseListings({
    ...subject,
    isExercise: subject.exercise,
    cameOf: aggregate.cameOf?.(state) ?? subject.id,
  }),
];

/** Puts the list rows that are new or changed, deletes those that no longer apply. */
const listingWrites = (change: Change, setting: Setting): readonly Write[] => {
  const { aggregate } = change.conversation;
  const rows = (state: unknown, { kept, open }: Deadlines): Map<string, Item> => {
    const subject = { ...change.reference, exercise: aggregate.isExercise(state) };
    return new Map(
      listingsOf(aggregate, subject, state, { kept, open }).map((listing) => {
        const item = listingItem(listing);
        return [`${item.pk} ${item.sk}`, item];
      }),
    );
  };
  const old = change.before ? rows(change.before.state, deadlinesBefore(change, setting)) : new Map<string, Item>();
  const current = rows(change.state, deadlinesAfter(change, setting));
  const puts: Write[] = [...current]
    .filter(([name, item]) => !isDeepStrictEqual(item, old.get(name)))
    .map(([, item]) => ({ kind: 'put', item }));
  const deletes: Write[] = [...old]
    .filter(([name]) => !current.has(name))
    .map(([, { pk, sk }]) => ({ kind: 'delete', key: { pk, sk } }));
  return [...puts, ...deletes, ...listedWrites(change)];
};

/** Puts and deletes the list rows that the events themselves bring and take; of several on one row the last counts. */
const listedWrites = (change: Change): readonly Write[] => {
  const writes = new Map<string, Write>();
  for (const { event, state } of ownSteps(change)) {
    const listed = change.conversation.aggregate.listed?.(event, state);
    for (const { list, sort } of listed?.removed ?? []) {
      const key = keys.listing(list, sort);
      writes.set(`${key.pk} ${key.sk}`, { kind: 'delete', key });
    }
    for (const listing of listed?.put ?? []) {
      const item = listingItem(listing);
      writes.set(`${item.pk} ${item.sk}`, { kind: 'put', item });
    }
  }
  return [...writes.values()];
};

const noticeWrites = (change: Change, setting: Setting): readonly Write[] =>
  change.steps.flatMap((step) => {
    const isExercise = change.conversation.aggregate.isExercise(step.state);
    return marked(isExercise, noticesOf(change, step)).flatMap((draft) => {
      const id = setting.circumstances.newId();
      const given = { id, at: setting.circumstances.now, draft, subject: change.reference, isExercise };
      const listing = exerciseNoticeListing(change.reference.id, id, audiencesOf(draft));
      return [...noticeRowWrites(given), ...(isExercise ? [{ kind: 'put', item: listingItem(listing) } as const] : [])];
    });
  });

/** The agreements that must still be usable at the very moment the transaction commits. */
export const agreementsRelied = (changes: readonly Change[]): readonly string[] => {
  const written = new Set(changes.map(({ reference }) => reference.id));
  const relied = changes
    .flatMap(({ steps }) => steps.flatMap(({ outgoing }) => outgoing))
    .filter(({ type, body }) => authorityOf(type, body) === 'usable-agreement')
    .flatMap(({ agreement }) => (agreement === undefined || written.has(agreement) ? [] : [agreement]));
  return [...new Set(relied)];
};

/** One aggregate's part of a transaction, and where its ledger ends after it. */
export interface Assembled {
  readonly row: StateRow;
  readonly writes: readonly Write[];
}

/**
 * Turns a change into writes: state (if its version is still the one read), ledger entries, messages, lists and notices.
 * @param received the partner's message this change applies, if it is the one the message was addressed to.
 */
export const assemble = (
  change: Change,
  setting: Setting,
  messages: SealedMessages,
  received: Envelope | undefined,
): Assembled => {
  const { kind, id } = change.reference;
  const entries = ledgerEntries(change, setting, messages, received);
  const row = stateRow(change, setting, entries, messages);
  const writes: readonly Write[] = [
    {
      kind: 'put',
      item: row,
      condition: change.before
        ? { kind: 'equals', attribute: 'version', value: change.before.row.version }
        : { kind: 'absent' },
    },
    ...entries.map(
      (entry): Write => ({
        kind: 'put',
        item: { ...keys.event(kind, id, entry.sequence), entity: ENTITY.event, entry },
        condition: { kind: 'absent' },
      }),
    ),
    ...messages.byStep.flat().flatMap((envelope) => outgoingMessageWrites(kind, envelope)),
    ...listingWrites(change, setting),
    ...noticeWrites(change, setting),
  ];
  return { row, writes };
};
