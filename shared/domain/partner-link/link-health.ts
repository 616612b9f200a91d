import * as z from 'zod';
import { comingActs } from '../deadline/act-schedule.ts';
import type { CityRules } from '../deadline/city-rules.ts';
import { dueBy } from '../deadline/working-time.ts';
import { HOUR_MS, type Instant, MINUTE_MS, millisecondsBetween } from '../kernel/instant.ts';
import type { Text } from '../kernel/text.ts';

/** How a link stands. `late`: something has waited longer for its receipt than the city's table allows; `silent`: so long that it was escalated, and nothing is heard. */
export const LINK_VERDICTS = {
  healthy: { zh: '畅通', en: 'healthy' },
  late: { zh: '迟缓', en: 'late' },
  silent: { zh: '失联', en: 'silent' },
} as const satisfies Record<string, Text>;
export type LinkVerdict = keyof typeof LINK_VERDICTS;
export const LinkVerdictSchema = z
  .enum(Object.keys(LINK_VERDICTS) as [LinkVerdict, ...LinkVerdict[]])
  .meta({ id: 'LinkVerdict' });

/** What is known of a link. */
export interface LinkFacts {
  /** When anything whose signature proves it came last. */
  readonly heardAt?: Instant | undefined;
  /** Messages to the partner without its receipt. */
  readonly unconfirmed: number;
  /** When the longest waiting of them was first sent. */
  readonly unconfirmedSince?: Instant | undefined;
}

const ago = (ms: number): Text => {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS));
  if (ms < HOUR_MS) return { zh: `${minutes}分钟`, en: `${minutes} min` };
  const hours = Math.floor(ms / HOUR_MS);
  return { zh: `${hours}小时`, en: `${hours} h` };
};

/** The moments from which a message sent at `since` is late, and its partner silent, by the city's table; `undefined` where it sets none. */
const thresholds = (rules: CityRules, since: Instant): Readonly<Record<'late' | 'silent', Instant | undefined>> => {
  const late = dueBy(rules, 'receipt', since);
  const acts = late === undefined ? [] : comingActs(rules.handOffs.receipt, { since, due: late }, []);
  return { late, silent: acts.find(({ act }) => act === 'escalate')?.at };
};

const waiting = (count: number, since: Instant, now: Instant): Text => {
  const { zh, en } = ago(millisecondsBetween(since, now));
  return { zh: `${count}条消息未获回执，最早一条已等${zh}`, en: `${count} unconfirmed, the longest for ${en}` };
};

const lastHeard = (heardAt: Instant | undefined, now: Instant): Text => {
  if (heardAt === undefined) return { zh: '尚未收到过对方的消息', en: 'nothing was ever heard of it' };
  const { zh, en } = ago(millisecondsBetween(heardAt, now));
  return { zh: `最近一次收到对方消息在${zh}前`, en: `last heard of ${en} ago` };
};

/**
 * @returns how a link stands, and why. A link on which nothing waits is healthy however long nothing came: cities speak when they have
 * something to say. Pure.
 */
export const linkHealth = (
  { heardAt, unconfirmed, unconfirmedSince: since }: LinkFacts,
  rules: CityRules,
  now: Instant,
): { readonly verdict: LinkVerdict; readonly reason: Text } => {
  const heard = lastHeard(heardAt, now);
  if (since === undefined)
    return { verdict: 'healthy', reason: { zh: `没有消息等待回执；${heard.zh}。`, en: `Nothing waits; ${heard.en}.` } };
  const { late, silent } = thresholds(rules, since);
  const isSilent = silent !== undefined && silent <= now && (heardAt === undefined || heardAt < since);
  const isLate = late !== undefined && late <= now;
  const { zh, en } = waiting(unconfirmed, since, now);
  return {
    verdict: isSilent ? 'silent' : isLate ? 'late' : 'healthy',
    reason: { zh: `${zh}；${heard.zh}。`, en: `${en}; ${heard.en}.` },
  };
};
