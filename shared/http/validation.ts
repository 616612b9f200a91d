import * as z from 'zod';
import type { Text } from '../domain/kernel/text.ts';
import { ProblemError } from './problem.ts';

/** Largest JSON body a route takes, bytes: what fits a message to the partners, with room for the rest. */
export const MAXIMUM_BODY_BYTES = 256 * 1024;

const pointerTo = (prefix: string, path: readonly PropertyKey[]): string =>
  prefix + path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const english = z.locales.en().localeError;
const chinese = z.locales.zhCN().localeError;

/** A sentence about one thing that zod found, in both languages; refinements bring their own English one. */
const sentenceAbout = (issue: z.core.$ZodIssue): Text => {
  const text = (localised: ReturnType<typeof english>): string =>
    (typeof localised === 'string' ? localised : localised?.message) ?? issue.message;
  if (issue.code === 'custom') return { zh: issue.message, en: issue.message };
  return { zh: text(chinese(issue as z.core.$ZodRawIssue)), en: text(english(issue as z.core.$ZodRawIssue)) };
};

/**
 * Parses one part of a request.
 * @param prefix where the part's pointers begin: empty for the body, `/query`, `/path`.
 * @throws ProblemError 422 for a body, 400 for anything else, with a pointer to each bad field.
 */
export const parsePart = <T extends z.ZodType>(
  schema: T,
  value: unknown,
  prefix: '' | '/query' | '/path',
): z.infer<T> => {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.slice(0, 50).map((issue) => ({
    pointer:
      issue.code === 'unrecognized_keys'
        ? pointerTo(prefix, [...issue.path, issue.keys[0] ?? ''])
        : pointerTo(prefix, issue.path),
    detail: sentenceAbout(issue),
  }));
  throw new ProblemError(
    prefix === '' ? 422 : 400,
    prefix === '' ? 'body-not-valid' : 'parameters-not-valid',
    { zh: `有 ${fields.length} 处内容不合要求。`, en: `${fields.length} of the fields are not acceptable.` },
    { fields },
  );
};
