import { reason } from '../kernel/refusal.ts';

/** Why commands on offers are refused. */
export const OFFER_REFUSALS = {
  notFound: reason('offer-not-found', 'missing', { zh: '没有这项主动支援。', en: 'There is no such offer.' }),
  alreadyMade: reason('offer-already-made', 'conflict', {
    zh: '该编号的主动支援已存在。',
    en: 'There is an offer of this id already.',
  }),
  notParty: reason('not-party-to-offer', 'forbidden', {
    zh: '城市{city}不是这项主动支援的对方。',
    en: 'The city {city} is not the other side of this offer.',
  }),
  wrongSide: reason('wrong-side-of-offer', 'conflict', {
    zh: '此操作只能由城市{city}进行。',
    en: 'Only the city {city} can do this.',
  }),
  teamUnknown: reason('offered-team-unknown', 'invalid', {
    zh: '本市没有编号为{team}的队伍。',
    en: 'This city has no team {team}.',
  }),
  teamUnfit: reason('offered-team-unfit', 'invalid', {
    zh: '队伍“{team}”的类别或等级达不到所提供的{kind}（{level}级）。',
    en: 'The team "{team}" is not what is offered: {kind} of level {level}.',
  }),
  teamTwice: reason('offered-team-twice', 'invalid', {
    zh: '队伍{team}在同一项主动支援中只能列一次。',
    en: 'The team {team} can be named only once in an offer.',
  }),
  alreadyOver: reason('offer-already-over', 'invalid', {
    zh: '可用截止时间{until}已过。',
    en: 'The time of the offer ended at {until}.',
  }),
  notOpen: reason('offer-not-open', 'conflict', {
    zh: '这项主动支援当前状态为“{status}”，不能进行此操作。',
    en: 'The offer is "{status}"; this cannot be done any more.',
  }),
} as const;
