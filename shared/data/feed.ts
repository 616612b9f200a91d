import { isDeepStrictEqual } from 'node:util';
import type { Aggregate, DomainEvent, Listing } from '../domain/kernel/aggregate.ts';
import { DAY_MS, plus } from '../domain/kernel/instant.ts';
import { marked } from '../domain/kernel/notice.ts';
import type { Text } from '../domain/kernel/text.ts';
import type { Audience } from '../domain/notification/audience.ts';
import { isPrivate, ownPartsOf } from '../domain/notification/own-parts.ts';
import { AGGREGATE_KIND_NAMES } from '../reference/aggregate-kinds.ts';
import { STATUS_NAMES } from '../reference/statuses.ts';
import type { Change, Setting } from './change.ts';
import { type FeedEntry, type FeedRow, NoticeRowSchema } from './rows.ts';
import type { Write } from './store.ts';
import { ENTITY, keys } from './table.ts';

/** For how long changes can be followed from, milliseconds: whoever was away longer reads everything anew. */
export const FEED_KEPT_MS = 7 * DAY_MS;

const named = (card: Readonly<Record<string, unknown>>): string | undefined =>
  [card.title, card.name].find((words) => typeof words === 'string');

const firstListing = (aggregate: object, state: unknown): Listing | undefined =>
  (aggregate as Aggregate<unknown, unknown, DomainEvent>).listings(state)[0];

/** @returns the name by which lists show a thing, where they show one: no personal data, as no card has any. */
export const shownName = (aggregate: object, state: unknown): string | undefined => {
  const listing = firstListing(aggregate, state);
  return listing && named(listing.card);
};

/** What a change is called: the kind of thing, its name where lists show one, and how it stands. No personal data, as no card has any. */
const changeText = ({ conversation: { aggregate }, reference: { kind }, state }: Change): Text => {
  const listing = firstListing(aggregate, state);
  const name = listing && named(listing.card);
  const status = STATUS_NAMES[String(listing?.card.status)];
  const { zh, en } = AGGREGATE_KIND_NAMES[kind];
  return {
    zh: `${zh}${name === undefined ? '' : `“${name}”`}${status === undefined ? '有变动' : `：${status.zh}`}`,
    en: `${en}${name === undefined ? '' : ` “${name}”`}${status === undefined ? ' changed' : `: ${status.en}`}`,
  };
};

/** What people outside the duty room are told of a change: that it was one, not how it stands with others. */
const bareText = ({ reference: { kind } }: Change): Text => ({
  zh: `${AGGREGATE_KIND_NAMES[kind].zh}有变动`,
  en: `${AGGREGATE_KIND_NAMES[kind].en} changed`,
});

const entryOf = (change: Change, version: number, types: readonly string[], text: Text): FeedEntry => {
  const isExercise = change.conversation.aggregate.isExercise(change.state);
  const [draft] = marked(isExercise, [{ urgency: 'routine', text }]);
  return {
    ...change.reference,
    types: [...types],
    version,
    text: draft?.text ?? text,
    ...(isExercise ? { exercise: true } : {}),
  };
};

/** Each audience outside the duty room for which something changed, with the types of the events by which it did. */
const ownTypes = ({ reference: { kind }, before, steps }: Change): ReadonlyMap<Audience, readonly string[]> => {
  const types = new Map<Audience, readonly string[]>();
  let old = ownPartsOf(kind, before?.state);
  for (const { event, state } of steps) {
    const parts = ownPartsOf(kind, state);
    for (const [audience, part] of parts)
      if (!isDeepStrictEqual(part, old.get(audience)))
        types.set(audience, [...(types.get(audience) ?? []), event.type]);
    old = parts;
  }
  return types;
};

const told = (change: Change, version: number): readonly (readonly [Audience, FeedEntry])[] => {
  const all = change.steps.map(({ event }) => event.type);
  const own = [...ownTypes(change)].map(
    ([audience, types]) => [audience, entryOf(change, version, types, bareText(change))] as const,
  );
  return isPrivate(change.reference.kind)
    ? own
    : [['duty-room', entryOf(change, version, all, changeText(change))], ...own];
};

/** A notice in the feed: that it was given, and its text, for each of those that it is for. */
const noticesTold = (writes: readonly Write[]): readonly (readonly [Audience, FeedEntry])[] =>
  writes.flatMap((write) => {
    if (write.kind !== 'put' || write.item.entity !== ENTITY.notice) return [];
    const { id, text, exercise, urgency, audiences = ['duty-room' as const] } = NoticeRowSchema.parse(write.item);
    const entry: FeedEntry = {
      ...{ kind: 'notice', id, version: 1, text },
      types: [urgency === 'urgent' ? 'urgentNoticeGiven' : 'noticeGiven'],
      ...(exercise ? { exercise } : {}),
    };
    return audiences.map((audience) => [audience, entry] as const);
  });

/** Adds the rows of the feed for what is told to whom: one row for each audience. */
export const feedRows = (
  entries: readonly (readonly [Audience, FeedEntry])[],
  { now, newId }: Pick<Setting['circumstances'], 'now' | 'newId'>,
): readonly Write[] => {
  const byAudience = new Map<Audience, FeedEntry[]>();
  for (const [audience, entry] of entries) byAudience.set(audience, [...(byAudience.get(audience) ?? []), entry]);
  const expiresAtEpochSeconds = Math.floor(Date.parse(plus(now, FEED_KEPT_MS)) / 1000);
  const id = newId();
  return [...byAudience].map(([audience, those]): Write => {
    const item: FeedRow = {
      ...keys.feed(audience, now, id),
      entity: ENTITY.feed,
      at: now,
      entries: those,
      expiresAtEpochSeconds,
    };
    return { kind: 'put', item };
  });
};

/**
 * @returns what those who follow changes are told of a transaction: as a rule one small row, of all that it changes, for the duty
 * room; one more for each person or agency outside it that something changed for.
 * @param changed the changes that are written, with the version of each aggregate after it.
 * @param writes the rest of the transaction, whose notices are told of too.
 */
export const feedWrites = (
  changed: readonly { readonly change: Change; readonly version: number }[],
  writes: readonly Write[],
  { circumstances }: Setting,
): readonly Write[] =>
  feedRows(
    [
      ...changed.flatMap(({ change, version }) => (change.steps.length === 0 ? [] : told(change, version))),
      ...noticesTold(writes),
    ],
    circumstances,
  );
