import * as z from 'zod';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { InstantSchema } from '../../shared/domain/kernel/instant.ts';
import type { LookupQuery } from '../../shared/domain/lookup/lookup-query.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import { cursorNotValid, fromCursor, toCursor } from '../../shared/http/cursor.ts';

/** Which query a cursor belongs to, when that was first asked, and the score and name of the last hit shown. */
const CursorSchema = z.tuple([z.string(), InstantSchema, z.number(), z.string()]);

/** What a cursor says to go on with. */
interface Position {
  readonly askedAt: Instant;
  readonly after?: NonNullable<LookupQuery['after']>;
}

const digestOfQuery = ({ limit: _, after: _after, ...asked }: LookupQuery): string => digestOf(asked);

/** @returns a cursor that stands after a hit. */
export const lookupCursor = (query: LookupQuery, askedAt: Instant, { score, name }: { score: number; name: string }) =>
  toCursor(JSON.stringify([digestOfQuery(query), askedAt, score, name]));

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw cursorNotValid();
  }
};

/**
 * @param now when there is no cursor.
 * @returns from where on to show hits, and by which moment to judge them.
 * @throws ProblemError 400 when the cursor is none of ours, or another query's.
 */
export const positionOf = (cursor: string | undefined, query: LookupQuery, now: Instant): Position => {
  const text = fromCursor(cursor);
  if (text === undefined) return { askedAt: now };
  const position = CursorSchema.safeParse(parsed(text));
  if (!position.success) throw cursorNotValid();
  const [digest, askedAt, score, name] = position.data;
  if (digest !== digestOfQuery(query)) throw cursorNotValid();
  return { askedAt, after: { score, name } };
};
