import { describe, expect, it } from 'vitest';
import type { ItemAnswer } from '../../../shared/domain/request/answer.ts';
import { compareAnswers } from '../../../shared/domain/request/compare-answers.ts';
import { LANZHOU } from '../../builders/circumstances.ts';
import {
  accepts,
  answered,
  asCoordinator,
  asRepresentative,
  aTeam,
  DEADLINE,
  declines,
  following,
  HAIDONG,
  HAINAN,
  itemAt,
  open,
  placedItem,
  requisition,
  taking,
} from '../../builders/request.ts';

const HAIXI = '632800';
const item = { quantity: 2, level: 2, costCeiling: 1_500_000, neededBy: '2026-07-15T12:00:00.000Z' } as const;
const IN_TIME = { estimatedArrival: '2026-07-15T11:15:00.000Z' };
const LATE = { estimatedArrival: '2026-07-15T12:40:00.000Z' };

/** The request with these answers of Lanzhou and Haidong to its only item. */
const facing = (lanzhou: (itemId: string) => ItemAnswer, haidong: (itemId: string) => ItemAnswer) => {
  const placed = placedItem(item, LANZHOU, HAIDONG);
  const one = answered(placed, [lanzhou(itemAt(placed))]);
  return answered(one, [haidong(itemAt(placed))], HAIDONG);
};

const provisional = (answer: ItemAnswer): ItemAnswer =>
  answer.response === 'decline' ? answer : { ...answer, response: 'provisional', reason: '视道路情况' };

const two = [aTeam(1), aTeam(2)];
const ranking = (state: ReturnType<typeof facing>) => compareAnswers(state)[0]?.offers.map(({ city }) => city);

describe('comparing answers', () => {
  it('measures fit, arrival and cost of each offer, with its reasons in both languages', () => {
    const state = facing(
      (id) => accepts(id, [aTeam(1), aTeam(2, 3)], { ...IN_TIME, costs: { personnel: 1_600_000 } }),
      (id) => provisional(accepts(id, [aTeam(3)], { ...LATE, costs: { travel: 1_200_050 } })),
    );
    const [comparison] = compareAnswers(state);
    expect(comparison?.quantities).toMatchObject({ needed: 2, answered: 3, open: 2 });
    expect(comparison?.offers).toMatchObject([
      {
        rank: 1,
        city: HAIDONG,
        response: 'provisional',
        condition: '视道路情况',
        fit: { levelAsked: 2, teamsAtLevel: 1, shortfall: 1 },
        arrival: { minutesLate: 40 },
        cost: { total: 1_200_050, overCeiling: -299_950 },
        reasons: [
          { zh: '1支队伍均达到2级要求', en: '1 offered, each of level 2 or better' },
          { zh: '仍缺1支', en: 'leaves 1 still missing' },
          { zh: '预计晚到40分钟', en: 'expected 40 minutes late' },
          { zh: '报价12000.50元，低于上限2999.50元', en: 'quoted at CNY 12000.50, CNY 2999.50 below the ceiling' },
          { zh: '附条件：视道路情况', en: 'on a condition: 视道路情况' },
        ],
      },
      {
        rank: 2,
        city: LANZHOU,
        response: 'accept',
        fit: { levelAsked: 2, teamsAtLevel: 1, shortfall: 0 },
        arrival: { minutesLate: -45 },
        cost: { total: 1_600_000, overCeiling: 100_000 },
        reasons: [
          { zh: '2支队伍中有1支低于2级要求', en: '2 offered, 1 below level 2' },
          { zh: '数量满足尚缺部分', en: 'fills all that is still missing' },
          { zh: '预计提前45分钟到达', en: 'expected 45 minutes before needed' },
          { zh: '报价16000.00元，超出上限1000.00元', en: 'quoted at CNY 16000.00, CNY 1000.00 above the ceiling' },
        ],
      },
    ]);
  });

  type Offer = (itemId: string) => ItemAnswer;
  const usual: Offer = (id) => accepts(id, two, IN_TIME);
  const CRITERIA: readonly [string, Offer, Offer][] = [
    [
      'level before being in time',
      (id) => accepts(id, two, LATE),
      (id) => accepts(id, [aTeam(3), aTeam(4, 3)], IN_TIME),
    ],
    ['in time before quantity', (id) => accepts(id, [aTeam(1)], IN_TIME), (id) => accepts(id, two, LATE)],
    [
      'quantity before price',
      (id) => accepts(id, two, { ...IN_TIME, costs: { other: 1_500_001 } }),
      (id) => accepts(id, [aTeam(3)], IN_TIME),
    ],
    [
      'within the ceiling before being firm',
      (id) => provisional(usual(id)),
      (id) => accepts(id, two, { ...IN_TIME, costs: { other: 1_500_001 } }),
    ],
    [
      'being firm before being early',
      usual,
      (id) => provisional(accepts(id, two, { estimatedArrival: '2026-07-15T06:00:00.000Z' })),
    ],
    [
      'being early before being cheap',
      (id) => accepts(id, two, { estimatedArrival: '2026-07-15T11:14:00.000Z' }),
      (id) => accepts(id, two, { ...IN_TIME, costs: { personnel: 1 } }),
    ],
    ['the cheaper of two alike', (id) => accepts(id, two, { ...IN_TIME, costs: { personnel: 1 } }), usual],
  ];
  it.each(CRITERIA)('puts %s', (_, better, worse) => {
    expect(ranking(facing(better, worse))).toEqual([LANZHOU, HAIDONG]);
    expect(ranking(facing(worse, better))).toEqual([HAIDONG, LANZHOU]);
  });

  it('is the same whatever the order of the answers', () => {
    expect(ranking(facing(usual, usual))).toEqual([LANZHOU, HAIDONG]);
  });

  it('shows who declined, who has not answered, and whose time is up', () => {
    const placed = placedItem(item, LANZHOU, HAIDONG, HAINAN);
    const state = answered(placed, [declines(itemAt(placed))]);
    const late = open(following(state, [{ type: 'clock-ran-out' }, asCoordinator(DEADLINE)]));
    expect(compareAnswers(state)[0]).toMatchObject({
      offers: [],
      declined: [{ city: LANZHOU, reason: '队伍已派往他处' }],
      unanswered: [
        { city: HAIDONG, replyBy: DEADLINE, lapsed: false },
        { city: HAINAN, lapsed: false },
      ],
    });
    expect(compareAnswers(late)[0]?.unanswered).toMatchObject([{ lapsed: true }, { lapsed: true }]);
  });

  it('offers only what has not been requisitioned yet, at what is left of its price', () => {
    const placed = placedItem(item, LANZHOU, HAIXI);
    const state = answered(placed, [accepts(itemAt(placed), two)]);
    const taken = open(
      following(state, [requisition(taking(state, [aTeam(1)], { costs: { personnel: 700_000 } })), asRepresentative()]),
    );
    expect(compareAnswers(taken)[0]?.offers).toMatchObject([
      { teams: [aTeam(2)], cost: { total: 500_000 }, fit: { shortfall: 0 } },
    ]);
    const all = open(following(state, [requisition(taking(state, two)), asRepresentative()]));
    expect(compareAnswers(all)[0]?.offers).toEqual([]);
  });

  it('has no ceiling to measure against where none was set', () => {
    const { costCeiling: _, ...free } = item;
    const placed = placedItem(free, LANZHOU);
    const [offer] = compareAnswers(answered(placed, [accepts(itemAt(placed), two)]))[0]?.offers ?? [];
    expect(offer?.cost).toEqual({ costs: expect.anything(), total: 1_200_000 });
    expect(offer?.reasons).toContainEqual({ zh: '报价12000.00元', en: 'quoted at CNY 12000.00' });
  });
});
