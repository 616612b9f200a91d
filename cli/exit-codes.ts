import type { Text } from '../shared/domain/kernel/text.ts';

/** How a command ends, for the scripts that call it. */
export const EXIT_CODES = {
  ok: { code: 0, meaning: { zh: '成功', en: 'done' } },
  failed: { code: 1, meaning: { zh: '被拒绝或失败', en: 'refused, or failed' } },
  usage: { code: 2, meaning: { zh: '用法有误', en: 'wrong usage' } },
  'not-signed-in': { code: 3, meaning: { zh: '未登录或登录已过期', en: 'not signed in, or not any more' } },
  unreachable: { code: 4, meaning: { zh: '服务没有应答', en: 'the service does not answer' } },
  'timed-out': { code: 5, meaning: { zh: '等待超时', en: 'what was waited for did not come about in time' } },
} as const satisfies Record<string, { readonly code: number; readonly meaning: Text }>;

export type Exit = keyof typeof EXIT_CODES;
