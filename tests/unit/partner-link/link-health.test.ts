import { describe, expect, it } from 'vitest';
import { heardWrite } from '../../../shared/data/partner-links.ts';
import { HOUR_MS, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { type LinkFacts, linkHealth } from '../../../shared/domain/partner-link/link-health.ts';
import { cityRulesOf } from '../../../shared/reference/city-rules.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';

const RULES = cityRulesOf(XINING);
const minutesAgo = (minutes: number) => plus(NOW, -minutes * MINUTE_MS);

describe('how a link stands', () => {
  it.each<readonly [string, string, LinkFacts]>([
    [
      'healthy when nothing waits, however long nothing came',
      'healthy',
      { unconfirmed: 0, heardAt: minutesAgo(60 * 24 * 30) },
    ],
    ['healthy when nothing ever came and nothing waits', 'healthy', { unconfirmed: 0 }],
    ['healthy while the receipt is not due', 'healthy', { unconfirmed: 1, unconfirmedSince: minutesAgo(9) }],
    ['late from the moment the receipt is due', 'late', { unconfirmed: 1, unconfirmedSince: minutesAgo(10) }],
    [
      'late, not silent, while it says anything at all',
      'late',
      { unconfirmed: 2, unconfirmedSince: minutesAgo(90), heardAt: minutesAgo(5) },
    ],
    ['late until the table escalates', 'late', { unconfirmed: 1, unconfirmedSince: minutesAgo(59) }],
    ['silent from then on', 'silent', { unconfirmed: 1, unconfirmedSince: minutesAgo(60), heardAt: minutesAgo(61) }],
    ['silent when it was never heard of', 'silent', { unconfirmed: 1, unconfirmedSince: minutesAgo(60) }],
  ])('%s', (_, verdict, facts) => {
    expect(linkHealth(facts, RULES, NOW).verdict).toBe(verdict);
  });

  it('says why, in both languages', () => {
    const facts = { unconfirmed: 2, unconfirmedSince: minutesAgo(125), heardAt: minutesAgo(30) };
    expect(linkHealth(facts, RULES, NOW).reason).toEqual({
      zh: '2条消息未获回执，最早一条已等2小时；最近一次收到对方消息在30分钟前。',
      en: '2 unconfirmed, the longest for 2 h; last heard of 30 min ago.',
    });
    expect(linkHealth({ unconfirmed: 0 }, RULES, NOW).reason.en).toBe('Nothing waits; nothing was ever heard of it.');
  });

  it('goes by the table of the city', () => {
    const patient = {
      ...RULES,
      handOffs: { ...RULES.handOffs, receipt: { due: { after: 'minutes', minutes: 120 }, acts: [] } as const },
    };
    const facts = { unconfirmed: 1, unconfirmedSince: plus(NOW, -HOUR_MS) };
    expect(linkHealth(facts, patient, NOW).verdict).toBe('healthy');
    expect(linkHealth({ ...facts, unconfirmedSince: plus(NOW, -9 * HOUR_MS) }, patient, NOW).verdict).toBe('late');
  });
});

describe('when a partner was last heard of', () => {
  const said = (at: string, confirms: boolean) => ({ city: LANZHOU, at, confirms });
  const rowAfter = (item: Parameters<typeof heardWrite>[0], at: string, confirms = false) => {
    const write = heardWrite(item, said(at, confirms));
    return write?.kind === 'put' ? write.item : undefined;
  };

  it('is written once a minute at most', () => {
    const first = rowAfter(undefined, NOW);
    expect(first).toMatchObject({ city: LANZHOU, heardAt: NOW });
    expect(rowAfter(first, plus(NOW, MINUTE_MS - 1))).toBeUndefined();
    expect(rowAfter(first, plus(NOW, MINUTE_MS))).toMatchObject({ heardAt: plus(NOW, MINUTE_MS) });
  });

  it('keeps when it last confirmed something', () => {
    const confirmed = rowAfter(rowAfter(undefined, NOW), plus(NOW, 1), true);
    expect(confirmed).toMatchObject({ heardAt: plus(NOW, 1), confirmedAt: plus(NOW, 1) });
    expect(rowAfter(confirmed, plus(NOW, HOUR_MS))).toMatchObject({
      heardAt: plus(NOW, HOUR_MS),
      confirmedAt: plus(NOW, 1),
    });
  });
});
