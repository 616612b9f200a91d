import * as z from 'zod';
import type { Language, Text } from '../domain/kernel/text.ts';

/** One field that is wrong: a JSON pointer into the body (or `/query/x`, `/path/x`, `/header/x`) and what is wrong with it. */
export const FieldErrorSchema = z.strictObject({ pointer: z.string(), detail: z.string() });

/** RFC 9457 problem details, as every error of the API is answered. */
export const ProblemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** Stable; programs switch on it. */
    code: z.string(),
    instance: z.string().optional(),
    correlationId: z.string(),
    errors: z.array(FieldErrorSchema).optional(),
    /** What filled the sentence, for programs. */
    parameters: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof ProblemSchema>;

/** Titles of the statuses the API answers with. */
export const PROBLEM_TITLES = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '未登录', en: 'Not signed in' },
  403: { zh: '无权操作', en: 'Not allowed' },
  404: { zh: '未找到', en: 'Not found' },
  405: { zh: '不支持该方法', en: 'Method not allowed' },
  409: { zh: '与当前状态冲突', en: 'Conflict' },
  412: { zh: '版本已过期', en: 'Stale version' },
  413: { zh: '请求过大', en: 'Too large' },
  415: { zh: '不支持的内容类型', en: 'Unsupported content type' },
  422: { zh: '内容不合要求', en: 'Not acceptable as it is' },
  428: { zh: '须注明版本', en: 'Version required' },
  429: { zh: '请求过于频繁', en: 'Too many requests' },
  500: { zh: '系统内部错误', en: 'Internal error' },
  503: { zh: '服务暂不可用', en: 'Temporarily unavailable' },
} as const satisfies Record<number, Text>;
export type ProblemStatus = keyof typeof PROBLEM_TITLES;

/** An error that becomes an answer. Thrown anywhere below a handler; what it holds is safe to show. */
export class ProblemError extends Error {
  readonly status: ProblemStatus;
  readonly code: string;
  readonly sentence: Text;
  readonly fields: readonly { readonly pointer: string; readonly detail: Text }[];
  readonly headers: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string | number>>;

  constructor(
    status: ProblemStatus,
    code: string,
    sentence: Text,
    more: {
      readonly fields?: ProblemError['fields'];
      readonly headers?: ProblemError['headers'];
      readonly parameters?: ProblemError['parameters'];
      readonly cause?: unknown;
    } = {},
  ) {
    super(`${status} ${code}: ${sentence.en}`, { cause: more.cause });
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
    this.sentence = sentence;
    this.fields = more.fields ?? [];
    this.headers = more.headers ?? {};
    this.parameters = more.parameters ?? {};
  }
}

/** @returns the problem as it is answered, in the caller's language. */
export const problemOf = (
  error: ProblemError,
  language: Language,
  context: { readonly correlationId: string; readonly instance?: string },
): Problem => ({
  type: `urn:shouwang:problem:${error.code}`,
  title: PROBLEM_TITLES[error.status][language],
  status: error.status,
  detail: error.sentence[language],
  code: error.code,
  ...(context.instance === undefined ? {} : { instance: context.instance }),
  correlationId: context.correlationId,
  ...(error.fields.length === 0
    ? {}
    : { errors: error.fields.map(({ pointer, detail }) => ({ pointer, detail: detail[language] })) }),
  ...(Object.keys(error.parameters).length === 0 ? {} : { parameters: error.parameters }),
});
