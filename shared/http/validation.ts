import type * as z from 'zod';
import { issueSentence } from '../domain/kernel/issue-sentence.ts';
import { jsonPointer } from '../domain/kernel/json-pointer.ts';
import { ProblemError } from './problem.ts';

/** Largest JSON body a route takes, bytes: what fits a message to the partners, with room for the rest. */
export const MAXIMUM_BODY_BYTES = 256 * 1024;

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
      prefix +
      jsonPointer(issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path),
    detail: issueSentence(issue),
  }));
  throw new ProblemError(
    prefix === '' ? 422 : 400,
    prefix === '' ? 'body-not-valid' : 'parameters-not-valid',
    { zh: `有 ${fields.length} 处内容不合要求。`, en: `${fields.length} of the fields are not acceptable.` },
    { fields },
  );
};
