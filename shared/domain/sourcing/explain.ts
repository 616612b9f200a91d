import { type Instant, MINUTE_MS, millisecondsBetween } from '../kernel/instant.ts';
import { named } from '../kernel/named.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Text } from '../kernel/text.ts';
import type { RequestItem } from '../request/request-item.ts';
import { yuan } from '../vocabulary/costs.ts';
import { type Fear, underWarning } from '../warning/feared.ts';
import { arrival, type Option } from './choose.ts';
import type { Eligible } from './plan-sourcing.ts';
import type { NotChosen, PlanOptions } from './sourcing-plan.ts';
import { SOURCING_REASONS as REASONS } from './sourcing-reasons.ts';

const FEN_PER_YUAN = 100;

const onSource = ({ source, of: { entry } }: Eligible): Text => {
  if (source.type === 'own') return { zh: '本市队伍，可直接派出', en: 'is an own team that can be sent at once' };
  if (source.type === 'stock') return { zh: '本市储备，可直接发出', en: 'is of own stock that can be sent at once' };
  if (source.type === 'agency') return { zh: '本市联动单位，以任务派发', en: 'is a partner agency that takes a task' };
  const city = named('city', entry.city);
  return { zh: `依协议向${city}请求，由其确认`, en: `is asked of ${city} under an agreement, which has to answer` };
};

const onArrival = ({ arrivalMinutes }: Eligible, { neededBy }: RequestItem, arrival: Instant): Text => {
  const late = Math.ceil(millisecondsBetween(neededBy, arrival) / MINUTE_MS);
  return late > 0
    ? {
        zh: `预计${arrivalMinutes}分钟到达，晚于要求${late}分钟`,
        en: `is expected in ${arrivalMinutes} minutes, ${late} after it is needed`,
      }
    : {
        zh: `预计${arrivalMinutes}分钟到达，早于要求${-late}分钟`,
        en: `is expected in ${arrivalMinutes} minutes, ${-late} before it is needed`,
      };
};

const onFit = ({ level, units }: Eligible, item: RequestItem): Text =>
  item.kind === 'supplies'
    ? { zh: `可用${units}${item.supply.unit}`, en: `has ${units} ${item.supply.unit} that are free` }
    : { zh: `能力等级${level}级，要求${item.level}级`, en: `is of level ${level}, asked for is ${item.level}` };

const onHazard = ({ of: { entry } }: Eligible): readonly Text[] =>
  entry.hazards.length === 0
    ? []
    : [
        {
          zh: `适用灾种：${entry.hazards.map((hazard) => named('hazard', hazard)).join('、')}`,
          en: `turns out for ${entry.hazards.map((hazard) => named('hazard', hazard)).join(', ')}`,
        },
      ];

const onFear = (fear: Fear, putBackMinutes: number): Text => {
  const { zh, en } = underWarning(fear);
  return putBackMinutes === 0
    ? { zh, en }
    : {
        zh: `${zh}，排序按晚到${putBackMinutes}分钟计`,
        en: `${en}; it is ranked as arriving ${putBackMinutes} minutes later`,
      };
};

const onRisk = ({ risk, fear, putBackMinutes = 0 }: Eligible): readonly Text[] => {
  if (fear) return [onFear(fear, putBackMinutes)];
  return risk === 0
    ? []
    : [{ zh: '其所在城市自身也有险情，可能召回', en: 'its city has trouble of its own and may want it back' }];
};

const onEnd = ({ of: { entry } }: Eligible, { neededUntil }: RequestItem): readonly Text[] =>
  entry.validUntil !== undefined && entry.validUntil < neededUntil
    ? [
        {
          zh: `资质或协议将于任务期间（${entry.validUntil}）到期`,
          en: `has a certification or agreement that ends during the mission, at ${entry.validUntil}`,
        },
      ]
    : [];

/** @returns what speaks for somebody who was chosen, and what should be known besides. */
export const reasonsFor = (chosen: Eligible, item: RequestItem, arrival: Instant): Text[] => [
  onSource(chosen),
  onFit(chosen, item),
  onArrival(chosen, item, arrival),
  {
    zh: `预计费用${yuan(chosen.totalYuan * FEN_PER_YUAN)}元（估算，以报价为准）`,
    en: `is estimated to cost CNY ${yuan(chosen.totalYuan * FEN_PER_YUAN)}, until a price is quoted`,
  },
  ...onHazard(chosen),
  ...onEnd(chosen, item),
  ...onRisk(chosen),
];

/** @returns why somebody who could be sent is not: who was chosen instead is no worse. `elsewhere`: the kind of the item it is chosen for. */
export const whyNot = (
  candidate: Option,
  chosen: readonly Option[],
  elsewhere: string | undefined,
  { prefer }: PlanOptions,
): Refusal => {
  if (elsewhere !== undefined) return { reason: REASONS.takenElsewhere, parameters: { kind: elsewhere } };
  const putBack = Math.max(0, ...chosen.map(arrival)) < arrival(candidate) ? (candidate.putBackMinutes ?? 0) : 0;
  if (putBack > 0 && prefer === 'arrival')
    return { reason: REASONS.underWarning, parameters: { minutes: candidate.arrivalMinutes, putBack } };
  const minutes = candidate.arrivalMinutes;
  const last = Math.max(0, ...chosen.map(({ arrivalMinutes }) => arrivalMinutes));
  const dearest = Math.max(0, ...chosen.map(({ costYuan }) => costYuan));
  const later: Refusal = { reason: REASONS.later, parameters: { minutes, later: minutes - last } };
  const dearer: Refusal = { reason: REASONS.dearer, parameters: { cost: yuan(candidate.costYuan * FEN_PER_YUAN) } };
  const isLater = minutes > last;
  const isDearer = candidate.costYuan > dearest && minutes >= last;
  if (prefer === 'cost' && candidate.costYuan > dearest) return { ...dearer, reason: REASONS.priceHigher };
  if (isLater) return later;
  if (isDearer) return dearer;
  return candidate.risk > Math.max(0, ...chosen.map(({ risk }) => risk))
    ? { reason: REASONS.riskier, parameters: {} }
    : { reason: REASONS.noBetter, parameters: {} };
};

const perReason = (candidates: readonly NotChosen[]): Text[] => {
  const counts = new Map<string, { readonly count: number; readonly example: Text }>();
  for (const { code, reason } of candidates)
    counts.set(code, { count: (counts.get(code)?.count ?? 0) + 1, example: counts.get(code)?.example ?? reason });
  return [...counts.values()].map(({ count, example: { zh, en } }) => ({
    zh: `${count}项未能选用，例如：${zh}`,
    en: `${count} could not be chosen, e.g. one ${en}`,
  }));
};

/** @returns why some of an item's quantity stays unfilled: whom others need, and what keeps everybody else. */
export const whyUnfilled = (quantity: number, left: readonly NotChosen[], excluded: readonly NotChosen[]): Text[] => {
  if (quantity === 0) return [];
  const none = {
    zh: `还缺${quantity}，已无可选的力量`,
    en: `${quantity} more are needed, and nobody else can be had`,
  };
  return [none, ...perReason([...left, ...excluded])];
};
