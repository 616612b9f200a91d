import * as z from 'zod';
import { ProblemError } from './problem.ts';

/** Query parameters of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** Opaque; where the page before ended. */
  cursor: z.string().max(500).optional(),
} as const;

/** A page of a list. `nextCursor` is absent on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), nextCursor: z.string().optional() });

/** @returns a cursor for the sort key a page ended with. */
export const toCursor = (sortKey: string): string => Buffer.from(sortKey).toString('base64url');

/**
 * @param parameter the query parameter it came as.
 * @returns what a cursor is answered with that is none of ours, or another query's.
 */
export const cursorNotValid = (parameter = 'cursor'): ProblemError =>
  new ProblemError(
    400,
    'cursor-not-valid',
    { zh: '翻页标记无效。', en: 'The cursor is not one of ours.' },
    { fields: [{ pointer: `/query/${parameter}`, detail: { zh: '无效', en: 'not valid' } }] },
  );

/**
 * @param parameter the query parameter it came as.
 * @returns the sort key to go on after.
 * @throws ProblemError 400 when it is none of ours.
 */
export const fromCursor = (cursor: string | undefined, parameter = 'cursor'): string | undefined => {
  if (cursor === undefined) return undefined;
  const sortKey = Buffer.from(cursor, 'base64url').toString();
  if (toCursor(sortKey) !== cursor || sortKey === '') throw cursorNotValid(parameter);
  return sortKey;
};
