import * as z from 'zod';
import { beginning, followFeed, isForgotten, type Position } from '../../shared/data/follow-feed.ts';
import type { FeedRow } from '../../shared/data/rows.ts';
import { InstantSchema } from '../../shared/domain/kernel/instant.ts';
import { followedBy } from '../../shared/http/audiences-of-person.ts';
import { cursorNotValid, fromCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Person } from '../../shared/http/person.ts';
import type { ChangeSchema, ChangesSchema } from '../../shared/http/routes/change-feed.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

type Changes = z.infer<typeof ChangesSchema>;
type Change = z.infer<typeof ChangeSchema>;

const PositionSchema = z.tuple([InstantSchema], z.string());

const cursorOf = ({ from, told }: Position): string => toCursor([from, ...told].join(' '));

/** @throws ProblemError 400 when the cursor is none of ours. */
const positionOf = (cursor: string): Position => {
  const parsed = PositionSchema.safeParse(fromCursor(cursor, 'since')?.split(' '));
  if (!parsed.success) throw cursorNotValid('since');
  const [from, ...told] = parsed.data;
  return { from, told };
};

const changesIn = ({ at, entries }: FeedRow): readonly Change[] =>
  entries.map(({ exercise = false, ...entry }) => ({ ...entry, at, exercise }));

/** Somebody may be told of one change as of the duty room and as the one it concerns: then the first will do. */
const once = (changes: readonly Change[]): Change[] => {
  const known = new Map<string, Change>();
  for (const change of changes) {
    const name = `${change.kind} ${change.id} ${change.version}`;
    const before = known.get(name);
    if (!before || before.types.length < change.types.length) known.set(name, change);
  }
  return [...known.values()];
};

/**
 * What changed since a cursor, of what the person may see: a Query for each of two or three audiences.
 * @param query.limit transactions at most, each with all that it changed.
 * @throws ProblemError 400
 */
export const readChanges = async (
  { store, clock }: Pick<Cell, 'store' | 'clock'>,
  { since, limit }: { readonly since?: string | undefined; readonly limit: number },
  person: Person,
): Promise<Changes> => {
  const now = clock.now();
  const position = since === undefined ? beginning(now) : positionOf(since);
  const reset = isForgotten(position, now);
  if (since === undefined || reset) return { changes: [], cursor: cursorOf(beginning(now)), more: false, reset };
  const followed = await followFeed(store, followedBy(person), position, now, limit);
  return {
    changes: once(followed.rows.flatMap(changesIn)),
    cursor: cursorOf(followed.position),
    more: followed.more,
    reset,
  };
};
