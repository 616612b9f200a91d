import type { Text } from '../kernel/text.ts';
import { yuan } from '../vocabulary/costs.ts';
import type { OfferMeasures } from './offer-measures.ts';

/** Something by which two offers are told apart. */
interface Criterion {
  /** Smaller is better. */
  readonly measure: (offer: OfferMeasures) => number;
  /** In words, of the one that is better by `by`. */
  readonly better: (by: number) => Text;
}

const below = ({ fit, teams }: OfferMeasures): number => teams.length - fit.teamsAtLevel;

/** What decides between two offers, first to last: fit before time, time before money. */
const CRITERIA: readonly Criterion[] = [
  {
    measure: below,
    better: (by) => ({ zh: `低于等级要求的队伍少${by}支`, en: `${by} fewer teams below the level asked for` }),
  },
  {
    measure: ({ arrival }) => (arrival.minutesLate > 0 ? 1 : 0),
    better: () => ({ zh: '能按时到达，另一方会迟到', en: 'arrives in time, where the other is late' }),
  },
  {
    measure: ({ fit }) => fit.shortfall,
    better: (by) => ({ zh: `缺口少${by}`, en: `leaves ${by} fewer still missing` }),
  },
  {
    measure: ({ cost }) => ((cost.overCeiling ?? 0) > 0 ? 1 : 0),
    better: () => ({ zh: '未超费用上限，另一方超出', en: 'is within the ceiling, where the other is above it' }),
  },
  {
    measure: ({ response }) => (response === 'provisional' ? 1 : 0),
    better: () => ({ zh: '不附条件，另一方附条件', en: 'makes no condition, where the other does' }),
  },
  {
    measure: ({ arrival }) => arrival.minutesLate,
    better: (by) => ({ zh: `早到${by}分钟`, en: `arrives ${by} minutes earlier` }),
  },
  {
    measure: ({ cost }) => cost.total,
    better: (by) => ({ zh: `报价低${yuan(by)}元`, en: `is CNY ${yuan(by)} cheaper` }),
  },
  {
    measure: ({ city }) => Number(city),
    better: () => ({ zh: '各项相当，按城市代码排列', en: 'is as good, and comes first by its code' }),
  },
];

/** @returns below zero when the first is better, above when the second is. */
export const byCriteria = (one: OfferMeasures, other: OfferMeasures): number =>
  CRITERIA.map(({ measure }) => measure(one) - measure(other)).find((difference) => difference !== 0) ?? 0;

/** @returns what decided for the better of two offers: the first thing in which they differ; `undefined` when in none. */
export const whyBetter = (better: OfferMeasures, other: OfferMeasures): Text | undefined => {
  for (const { measure, better: inWords } of CRITERIA) {
    const by = measure(other) - measure(better);
    if (by !== 0) return inWords(Math.abs(by));
  }
  return undefined;
};
