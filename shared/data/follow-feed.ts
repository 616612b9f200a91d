import { earliest, type Instant, latest, plus } from '../domain/kernel/instant.ts';
import type { Audience } from '../domain/notification/audience.ts';
import { FEED_KEPT_MS } from './feed.ts';
import { type FeedRow, FeedRowSchema } from './rows.ts';
import type { Store } from './store.ts';
import { keys } from './table.ts';

/**
 * How long after its moment a transaction may still come to be seen, milliseconds: longer than any function that a person waits for may
 * take. What is younger is read again and left out if it was told before, so that nothing is passed over that was slow.
 */
export const SETTLED_AFTER_MS = 20_000;

/** Where somebody has got to: all before the moment is told, and of what comes after it these rows. */
export interface Position {
  readonly from: Instant;
  /** The ends of the ids of rows. */
  readonly told: readonly string[];
}

/** What follows a position, and where one is then. */
export interface Followed {
  readonly rows: readonly FeedRow[];
  readonly position: Position;
  /** Whether there is more already. */
  readonly more: boolean;
}

/** After every sort key of the feed. */
const LAST = '~';

/** Enough to tell the rows of a few seconds apart. */
const endOf = ({ sk }: Pick<FeedRow, 'sk'>): string => sk.slice(-8);

/** @returns the position of whoever begins to follow now: what happened before, they have read. */
export const beginning = (now: Instant): Position => ({ from: now, told: [] });

/** @returns whether what follows the position is no longer all there. */
export const isForgotten = ({ from }: Position, now: Instant): boolean => from < plus(now, -FEED_KEPT_MS);

const rowsOf = async (store: Pick<Store, 'query'>, audience: Audience, { from, told }: Position, limit: number) => {
  const { pk } = keys.feed(audience, '', '');
  const page = await store.query({ pk, between: [from, LAST], limit: limit + told.length });
  return { rows: page.items.map((item) => FeedRowSchema.parse(item)), next: page.next };
};

/**
 * Reads what some audiences are told after a position: one Query for each, which costs the least there is when nothing happened.
 * @param limit rows at most.
 */
export const followFeed = async (
  store: Pick<Store, 'query'>,
  audiences: readonly Audience[],
  position: Position,
  now: Instant,
  limit: number,
): Promise<Followed> => {
  const pages = await Promise.all(audiences.map((audience) => rowsOf(store, audience, position, limit)));
  const ends = pages.flatMap(({ next }) => (next === undefined ? [] : [next]));
  // Beyond where a page was cut off nothing is known of its audience.
  const [horizon = LAST] = ends.toSorted();
  const read = pages
    .flatMap(({ rows }) => rows)
    .filter(({ sk }) => sk <= horizon)
    .sort((left, right) => (left.sk < right.sk ? -1 : 1));
  const told = new Set(position.told);
  const fresh = read.filter((row) => !told.has(endOf(row)));
  const rows = fresh.slice(0, limit);
  const more = ends.length > 0 || fresh.length > limit;
  const settled = plus(now, -SETTLED_AFTER_MS);
  const upTo = more ? (rows.at(-1)?.at ?? settled) : settled;
  const from = latest(position.from, earliest(upTo, settled)) ?? position.from;
  const toldNow = [...read.filter((row) => told.has(endOf(row))), ...rows].filter(({ at }) => at >= from).map(endOf);
  return { rows, position: { from, told: [...new Set(toldNow)] }, more };
};
