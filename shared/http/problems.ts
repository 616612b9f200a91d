import { type Refusal, type RefusalCategory, sentenceOf } from '../domain/kernel/refusal.ts';
import type { Text } from '../domain/kernel/text.ts';
import { spoken } from '../reference/spoken.ts';
import { ProblemError, type ProblemStatus } from './problem.ts';

const STATUS_OF: Readonly<Record<RefusalCategory, ProblemStatus>> = {
  invalid: 422,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  stale: 412,
};

/** @returns the problem a refused command is answered with. */
export const problemOfRefusal = (refusal: Refusal): ProblemError => {
  const sentence = spoken(sentenceOf(refusal));
  return new ProblemError(STATUS_OF[refusal.reason.category], refusal.reason.code, sentence, {
    parameters: refusal.parameters,
    ...(refusal.pointer === undefined ? {} : { fields: [{ pointer: refusal.pointer, detail: sentence }] }),
  });
};

/** Problems that the HTTP layer itself answers with. */
export const problems = {
  notSignedIn: () =>
    new ProblemError(
      401,
      'not-signed-in',
      { zh: '请先登录本市系统。', en: 'Sign in to this city first.' },
      {
        headers: { 'www-authenticate': 'Bearer' },
      },
    ),
  roleNotAllowed: () =>
    new ProblemError(403, 'role-not-allowed', { zh: '您的角色无权进行此操作。', en: 'Your role may not do this.' }),
  notFound: (what: Text, id: string) =>
    new ProblemError(404, 'not-found', { zh: `没有编号为${id}的${what.zh}。`, en: `There is no ${what.en} ${id}.` }),
  noSuchRoute: () =>
    new ProblemError(404, 'no-such-route', { zh: '没有这个地址。', en: 'There is nothing at this address.' }),
  methodNotAllowed: (allowed: readonly string[]) =>
    new ProblemError(
      405,
      'method-not-allowed',
      { zh: `该地址只支持 ${allowed.join('、')}。`, en: `This address takes ${allowed.join(', ')} only.` },
      { headers: { allow: allowed.join(', ') } },
    ),
  tooLarge: (maximumBytes: number) =>
    new ProblemError(413, 'body-too-large', {
      zh: `请求内容不得超过 ${maximumBytes / 1024} KB。`,
      en: `A body may have at most ${maximumBytes / 1024} KB.`,
    }),
  notTaken: (mediaTypes: readonly string[]) =>
    new ProblemError(415, 'not-json', {
      zh: `请求内容须为 ${mediaTypes.join('、')}。`,
      en: `The body must be ${mediaTypes.join(' or ')}.`,
    }),
  malformedJson: () =>
    new ProblemError(400, 'malformed-json', {
      zh: '请求内容不是合法的 JSON。',
      en: 'The body is not well-formed JSON.',
    }),
  idempotencyKeyMissing: () =>
    new ProblemError(
      400,
      'idempotency-key-missing',
      {
        zh: '每个 POST 须带 Idempotency-Key 请求头（1–200 个可见字符）。',
        en: 'Every POST needs an Idempotency-Key header (1 to 200 visible characters).',
      },
      {
        fields: [{ pointer: '/header/idempotency-key', detail: { zh: '缺少或不合格式', en: 'missing or malformed' } }],
      },
    ),
  idempotencyKeyReused: () =>
    new ProblemError(422, 'idempotency-key-reused', {
      zh: '该 Idempotency-Key 已用于另一个请求。',
      en: 'This Idempotency-Key was used for another request.',
    }),
  versionRequired: () =>
    new ProblemError(
      428,
      'if-match-required',
      { zh: '请用 If-Match 注明所依据的版本。', en: 'Say with If-Match which version this change is based on.' },
      { fields: [{ pointer: '/header/if-match', detail: { zh: '缺少', en: 'missing' } }] },
    ),
  malformedVersion: () =>
    new ProblemError(
      400,
      'if-match-malformed',
      { zh: 'If-Match 须为读取时得到的 ETag，例如 "3"。', en: 'If-Match must be the ETag you read, like "3".' },
      { fields: [{ pointer: '/header/if-match', detail: { zh: '格式不符', en: 'malformed' } }] },
    ),
  messageTooLarge: (bytes: number) =>
    new ProblemError(413, 'message-too-large', {
      zh: `发往伙伴城市的消息有 ${bytes} 字节，超过上限，请精简内容。`,
      en: `The message to the partner cities would have ${bytes} bytes, more than can travel; shorten it.`,
    }),
  throttled: () =>
    new ProblemError(
      429,
      'throttled',
      { zh: '系统繁忙，请稍后重试。', en: 'Too much at once; try again in a moment.' },
      { headers: { 'retry-after': '1' } },
    ),
  internal: (cause: unknown) =>
    new ProblemError(
      500,
      'internal-error',
      {
        zh: '系统内部错误，已记录。请凭关联编号联系管理员。',
        en: 'Something went wrong and was logged. Quote the correlation id to your administrator.',
      },
      { cause },
    ),
} as const;
