import { reason } from '../kernel/refusal.ts';

/** Why a candidate cannot be sent for an item, or is not needed; the terms of agreements have their own. */
export const SOURCING_REASONS = {
  levelTooLow: reason('level-too-low', 'conflict', {
    zh: '能力等级为{level}级，低于要求的{asked}级',
    en: 'is of level {level}, below the level {asked} that is asked for',
  }),
  otherGoods: reason('other-goods', 'conflict', {
    zh: '编码或单位为{code}（{unit}），与所需{asked}（{askedUnit}）不符',
    en: 'holds {code} in {unit}, and {asked} in {askedUnit} is asked for',
  }),
  nothingFree: reason('nothing-free', 'conflict', {
    zh: '已全部预留或发出，没有可用数量',
    en: 'has nothing that is neither kept back nor sent',
  }),
  busy: reason('not-available', 'conflict', {
    zh: '{from}至{until}不可用',
    en: 'is not available from {from} until {until}',
  }),
  notYetValid: reason('not-yet-valid', 'conflict', {
    zh: '资质或协议自{at}起方有效',
    en: 'is certified, or bound by its agreement, from {at} only',
  }),
  noLongerValid: reason('no-longer-valid', 'conflict', {
    zh: '资质或协议于{at}到期，届时尚未到达',
    en: 'has a certification or agreement that ends at {at}, before it would arrive',
  }),
  outOfReach: reason('out-of-reach', 'conflict', {
    zh: '距离{kilometres}公里，超出其{reach}公里的服务范围',
    en: 'is {kilometres} km away and goes {reach} km at most',
  }),
  tooLate: reason('too-late', 'conflict', {
    zh: '最早{arrival}到达，任务已于{until}结束',
    en: 'would arrive at {arrival}, when the mission has ended at {until}',
  }),
  agencyOfPartner: reason('agency-of-partner', 'conflict', {
    zh: '是{city}的联动单位，只能由{city}派遣',
    en: 'is an agency of {city}, which alone can send it',
  }),
  noAgreement: reason('no-agreement', 'conflict', {
    zh: '本市未持有与{city}的相应协议',
    en: 'is shared under an agreement with {city} that this city does not hold',
  }),
  alreadyAsked: reason('already-asked', 'conflict', {
    zh: '该请求已发给{city}',
    en: 'belongs to {city}, which has the request already',
  }),
  alreadyTasked: reason('already-tasked', 'conflict', {
    zh: '已就该项目向其派发任务',
    en: 'has been sent a task for this item already',
  }),
  giverNeedsItself: reason('giver-needs-it', 'conflict', {
    zh: '{city}自身正在应对{hazard}（{level}级响应）',
    en: 'is needed at home: {city} has {hazard} on its own hands, at level {level}',
  }),
  takenElsewhere: reason('chosen-for-another-item', 'conflict', {
    zh: '已选用于另一项目（{kind}）',
    en: 'is chosen for another item ({kind})',
  }),
  later: reason('arrives-later', 'conflict', {
    zh: '需{minutes}分钟到达，比选用的最后一支晚{later}分钟',
    en: 'takes {minutes} minutes, {later} more than the last one chosen',
  }),
  dearer: reason('costs-more', 'conflict', {
    zh: '到达不更早，预计费用{cost}元更高',
    en: 'arrives no sooner and is estimated to cost more, CNY {cost}',
  }),
  priceHigher: reason('costs-more', 'conflict', {
    zh: '预计费用{cost}元，高于选用的各支',
    en: 'is estimated to cost CNY {cost}, more than any that was chosen',
  }),
  underWarning: reason('giver-under-warning', 'conflict', {
    zh: '需{minutes}分钟到达，但其所在城市处于预警之下，排序按晚到{putBack}分钟计',
    en: 'takes {minutes} minutes, and its own city is under a warning: it is ranked as arriving {putBack} minutes later',
  }),
  riskier: reason('giver-at-greater-risk', 'conflict', {
    zh: '时间和费用相同，但其所在城市自身风险更高',
    en: 'takes as long and costs as much, and its own city is at greater risk',
  }),
  noBetter: reason('no-better', 'conflict', {
    zh: '选用它并不能使整个方案更早或更省',
    en: 'would make the plan as a whole neither sooner nor cheaper',
  }),
} as const;
