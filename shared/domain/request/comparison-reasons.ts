import type { Text } from '../kernel/text.ts';
import { yuan } from '../vocabulary/costs.ts';
import type { OfferMeasures } from './offer-measures.ts';

const onFit = ({ fit, teams, lots = [] }: OfferMeasures): Text => {
  if (lots.length > 0) {
    const goods = lots.map(({ name, quantity, unit }) => `${name} ${quantity} ${unit}`);
    return { zh: `提供${goods.join('、')}`, en: `${goods.join(', ')} offered` };
  }
  const below = teams.length - fit.teamsAtLevel;
  return below === 0
    ? {
        zh: `${teams.length}支队伍均达到${fit.levelAsked}级要求`,
        en: `${teams.length} offered, each of level ${fit.levelAsked} or better`,
      }
    : {
        zh: `${teams.length}支队伍中有${below}支低于${fit.levelAsked}级要求`,
        en: `${teams.length} offered, ${below} below level ${fit.levelAsked}`,
      };
};

const onQuantity = ({ fit: { shortfall }, lots: [lot] = [] }: OfferMeasures): Text =>
  shortfall === 0
    ? { zh: '数量满足尚缺部分', en: 'fills all that is still missing' }
    : { zh: `仍缺${shortfall}${lot?.unit ?? '支'}`, en: `leaves ${shortfall} still missing` };

const onArrival = ({ arrival: { minutesLate } }: OfferMeasures): Text =>
  minutesLate > 0
    ? { zh: `预计晚到${minutesLate}分钟`, en: `expected ${minutesLate} minutes late` }
    : { zh: `预计提前${-minutesLate}分钟到达`, en: `expected ${-minutesLate} minutes before needed` };

const onCost = ({ cost: { total, overCeiling } }: OfferMeasures): Text => {
  if (overCeiling === undefined) return { zh: `报价${yuan(total)}元`, en: `quoted at CNY ${yuan(total)}` };
  return overCeiling > 0
    ? {
        zh: `报价${yuan(total)}元，超出上限${yuan(overCeiling)}元`,
        en: `quoted at CNY ${yuan(total)}, CNY ${yuan(overCeiling)} above the ceiling`,
      }
    : {
        zh: `报价${yuan(total)}元，低于上限${yuan(-overCeiling)}元`,
        en: `quoted at CNY ${yuan(total)}, CNY ${yuan(-overCeiling)} below the ceiling`,
      };
};

const onCondition = ({ condition }: OfferMeasures): readonly Text[] =>
  condition === undefined ? [] : [{ zh: `附条件：${condition}`, en: `on a condition: ${condition}` }];

/** @returns why an offer stands where it stands: a sentence for each thing that was looked at. */
export const reasonsFor = (offer: OfferMeasures): Text[] => [
  onFit(offer),
  onQuantity(offer),
  onArrival(offer),
  onCost(offer),
  ...onCondition(offer),
];
