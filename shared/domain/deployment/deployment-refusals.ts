import { reason } from '../kernel/refusal.ts';

/** Why commands on deployments are refused. */
export const DEPLOYMENT_REFUSALS = {
  notFound: reason('deployment-not-found', 'missing', { zh: '没有这次派遣。', en: 'There is no such deployment.' }),
  alreadyOpen: reason('deployment-already-open', 'conflict', {
    zh: '这次派遣已经建立。',
    en: 'This deployment has been opened already.',
  }),
  wrongSide: reason('wrong-side-of-deployment', 'conflict', {
    zh: '此操作只能由城市{city}进行。',
    en: 'Only the city {city} can do this.',
  }),
  notParty: reason('not-party-to-deployment', 'forbidden', {
    zh: '城市{city}不是这次派遣的对方。',
    en: 'The city {city} is not the other side of this deployment.',
  }),
  notLeader: reason('not-leader-of-team', 'forbidden', {
    zh: '您不是这支队伍的队长。',
    en: 'You do not lead this team.',
  }),
  ownOnly: reason('own-deployments-only', 'forbidden', {
    zh: '队长只能查看本队的派遣，不能加查询条件。',
    en: 'A team leader sees the deployments of the own teams, and cannot filter them.',
  }),
  noSuchStep: reason('deployment-step-not-possible', 'conflict', {
    zh: '当前状态为“{status}”，不能报告“{step}”：状态不得倒退，出发和到达不得略过。',
    en: 'The team is "{status}"; "{step}" cannot be reported now: steps never go back, and departure and arrival are not left out.',
  }),
  inFuture: reason('time-in-future', 'invalid', {
    zh: '报告时间{at}晚于当前时间{now}。',
    en: 'The time reported, {at}, has not come yet: it is {now}.',
  }),
  beforePrevious: reason('time-before-previous-step', 'invalid', {
    zh: '报告时间{at}早于上一步的时间{previous}。',
    en: 'The time reported, {at}, is before the step that came before it, at {previous}.',
  }),
  notFreeToReturn: reason('not-free-to-return', 'conflict', {
    zh: '受援方尚未放行，也未同意召回，约定期限（{until}）也未到，队伍不得返程。',
    en: 'The team may not leave for home: it was not released, no recall was agreed, and its time ends at {until} only.',
  }),
  notOnMission: reason('not-on-mission', 'conflict', {
    zh: '当前状态为“{status}”，已不能进行此操作。',
    en: 'The deployment is "{status}"; it is too late for this.',
  }),
  alreadyReleased: reason('already-released', 'conflict', {
    zh: '队伍已放行或已同意召回。',
    en: 'The team has been released, or its recall has been agreed.',
  }),
  alreadyAsked: reason('already-asked', 'conflict', {
    zh: '已有一项同类请求尚待答复。',
    en: 'The same has been asked already and awaits its answer.',
  }),
  notLonger: reason('not-an-extension', 'invalid', {
    zh: '延期须晚于已约定的返程时间{agreed}。',
    en: 'An extension must end after the return agreed, {agreed}.',
  }),
  extensionTooLate: reason('extension-after-the-limit', 'conflict', {
    zh: '约定的返程时间{limit}已过：延期须在此之前提出；确需延期的，由授权代表提出。',
    en: 'The return agreed, {limit}, has passed: an extension is asked for before. Only the representative can still ask for one.',
  }),
  goodsDoNotStay: reason('goods-are-not-extended', 'conflict', {
    zh: '物资交付后归受援方，无须延期。',
    en: 'Goods stay where they are delivered; there is nothing to extend.',
  }),
  passed: reason('time-has-passed', 'invalid', {
    zh: '时间{at}已过，当前为{now}。',
    en: 'The time {at} has passed: it is {now}.',
  }),
  nothingAsked: reason('nothing-to-answer', 'conflict', {
    zh: '没有待答复的请求。',
    en: 'Nothing has been asked that awaits an answer.',
  }),
  notAnExercise: reason('deployment-not-of-a-drill', 'conflict', {
    zh: '只有演练中的队伍可以调往真实任务。',
    en: 'Only a team that plays in a drill is called away on a real mission.',
  }),
  notEnded: reason('deployment-not-ended', 'conflict', {
    zh: '当前状态为“{status}”，队伍归建或派遣取消后方可办结。',
    en: 'The deployment is "{status}"; it can be closed once the team is home or was called off.',
  }),
} as const;
