import * as z from 'zod';
import type { Answer } from './answer.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** What a function may answer in payload format 2.0. */
const StructuredResultSchema = z.object({
  statusCode: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{3}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(100).max(599)),
  headers: z.record(z.string(), scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

const isStructured = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'statusCode' in result;

/**
 * @returns what API Gateway makes of a function's result: one with a status as it says; anything else as the JSON body of a
 * 200; `undefined` when it is malformed (the caller then sees a 500). `multiValueHeaders` belongs to format 1.0: it is
 * ignored here as it is there.
 */
export const answerOf = (result: unknown): Answer | undefined => {
  if (!isStructured(result)) {
    const body = typeof result === 'string' ? result : JSON.stringify(result ?? null);
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const { data } = StructuredResultSchema.safeParse(result);
  if (!data) return undefined;
  const headers = Object.entries(data.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: data.statusCode,
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...Object.fromEntries(headers) },
    cookies: data.cookies ?? [],
    body: data.isBase64Encoded ? Buffer.from(data.body ?? '', 'base64') : (data.body ?? ''),
  };
};
