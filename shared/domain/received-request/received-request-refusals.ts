import { reason } from '../kernel/refusal.ts';

/** Why commands on received requests are refused, besides what the agreement's terms exclude. */
export const RECEIVED_REQUEST_REFUSALS = {
  notFound: reason('received-request-not-found', 'missing', {
    zh: '本市没有收到过这项请求。',
    en: 'This city has received no such request.',
  }),
  alreadyReceived: reason('request-already-received', 'conflict', {
    zh: '请求{requestId}已经收到；更改请求须撤换原消息。',
    en: 'The request {requestId} has been received already; a changed one must recall the message it replaces.',
  }),
  noAgreement: reason('agreement-unknown', 'forbidden', {
    zh: '请求未依据本市所知的协议。',
    en: 'The request stands on no agreement that this city has.',
  }),
  notParty: reason('not-the-requesting-city', 'forbidden', {
    zh: '{from}不是提出这项请求的城市{requester}。',
    en: 'The city {from} did not place this request; {requester} did.',
  }),
  ended: reason('received-request-ended', 'conflict', {
    zh: '这项请求当前状态为{status}，已经结束。',
    en: 'This request is {status}: it has ended.',
  }),
  notEnded: reason('received-request-not-ended', 'conflict', {
    zh: '这项请求当前状态为{status}，结束后方可归档。',
    en: 'This request is {status}; it can be archived once it has ended.',
  }),
  otherMessageRecalled: reason('recalls-another-message', 'conflict', {
    zh: '被撤换的消息{recalled}不是现行的请求{current}。',
    en: 'The message recalled, {recalled}, is not the request as it stands, {current}.',
  }),
  alreadyRequisitioned: reason('already-requisitioned', 'conflict', {
    zh: '已有征调，不能再撤回或更改。',
    en: 'Some of it has been requisitioned already; it can no longer be taken back or changed.',
  }),
  alreadyCommitted: reason('already-committed', 'conflict', {
    zh: '队伍已承诺派出，请求不能撤销；请逐一解除派遣。',
    en: 'Teams have been committed; the request cannot be cancelled any more: release the deployments instead.',
  }),
  unknownItem: reason('unknown-item', 'invalid', {
    zh: '请求中没有项目{itemId}。',
    en: 'The request has no item {itemId}.',
  }),
  alreadyAnswered: reason('item-already-answered', 'conflict', {
    zh: '项目{itemId}已经答复，或答复期限已过。',
    en: 'The item {itemId} has been answered already, or the time to answer it is over.',
  }),
  answeredTwice: reason('item-answered-twice', 'invalid', {
    zh: '项目{itemId}在同一答复中出现两次。',
    en: 'The item {itemId} is answered twice.',
  }),
  unknownAnswer: reason('answer-not-found', 'missing', {
    zh: '没有答复{messageId}，或已撤回。',
    en: 'There is no answer {messageId}, or it was withdrawn.',
  }),
  tooManyTeams: reason('more-teams-than-asked', 'invalid', {
    zh: '该项目只请求{quantity}支队伍，答复中有{teams}支。',
    en: 'The item asks for {quantity} teams; {teams} are named.',
  }),
  unknownTeam: reason('team-not-found', 'invalid', {
    zh: '本市没有登记队伍{teamId}。',
    en: 'This city has no team {teamId}.',
  }),
  teamNamedTwice: reason('team-named-twice', 'conflict', {
    zh: '队伍{teamId}已用于这项请求。',
    en: 'The team {teamId} is named for this request already.',
  }),
  wrongKind: reason('team-of-another-kind', 'invalid', {
    zh: '队伍“{name}”的类别是{kind}，请求的是{asked}。',
    en: 'The team "{name}" is of kind {kind}; {asked} is asked for.',
  }),
  levelTooLow: reason('team-level-too-low', 'invalid', {
    zh: '队伍“{name}”的等级是{level}级，请求至少{asked}级（1级最高）。',
    en: 'The team "{name}" has level {level}; at least level {asked} is asked for (1 is the highest).',
  }),
  teamsAsked: reason('teams-are-asked-for', 'invalid', {
    zh: '项目{itemId}请求的是队伍，不是物资。',
    en: 'The item {itemId} asks for teams, not for supplies.',
  }),
  suppliesAsked: reason('supplies-are-asked-for', 'invalid', {
    zh: '项目{itemId}请求的是物资，不是队伍。',
    en: 'The item {itemId} asks for supplies, not for teams.',
  }),
  tooManyUnits: reason('more-supplies-than-asked', 'invalid', {
    zh: '该项目只请求{asked}{unit}，答复中有{named}{unit}。',
    en: 'The item asks for {asked} {unit}; {named} are named.',
  }),
  unknownStock: reason('stock-not-found', 'invalid', {
    zh: '本市没有登记库存{stockId}。',
    en: 'This city has no stock line {stockId}.',
  }),
  stockNamedTwice: reason('stock-named-twice', 'conflict', {
    zh: '库存{stockId}已用于这项请求。',
    en: 'The stock line {stockId} is named for this request already.',
  }),
  otherSupplies: reason('supplies-of-another-code', 'invalid', {
    zh: '库存“{name}”的编码是{code}，单位是{unit}；请求的是{asked}，单位是{askedUnit}。',
    en: 'The stock line "{name}" is of code {code} in {unit}; {asked} in {askedUnit} is asked for.',
  }),
  stockNotRequisitioned: reason('stock-not-requisitioned', 'invalid', {
    zh: '库存{stockId}不在该征调中，或重复填写。',
    en: 'The stock line {stockId} is not in that requisition, or is named twice.',
  }),
  arrivesBeforeDeparture: reason('arrival-before-departure', 'invalid', {
    zh: '预计到达时间须晚于预计出发时间。',
    en: 'The estimated arrival must be after the estimated departure.',
  }),
  arrivalPassed: reason('arrival-in-the-past', 'invalid', {
    zh: '预计到达时间{arrival}已过。',
    en: 'The estimated arrival, {arrival}, has passed.',
  }),
  aboveCeiling: reason('above-cost-ceiling', 'invalid', {
    zh: '报价{total}元超过费用上限{ceiling}元；请改为附条件答复并说明理由。',
    en: 'The price of CNY {total} is above the ceiling of CNY {ceiling}; answer provisionally and give the reason.',
  }),
  nothingPreAuthorised: reason('nothing-to-answer-automatically', 'conflict', {
    zh: '没有待自动答复的项目。',
    en: 'No item waits to be answered by itself.',
  }),
  teamNotPromised: reason('team-not-promised', 'conflict', {
    zh: '队伍{teamId}不在本市对该项目的现行答复中。',
    en: 'The team {teamId} is not in the answer of this city to that item as it stands.',
  }),
  teamNotRequisitioned: reason('team-not-requisitioned', 'invalid', {
    zh: '队伍{teamId}不在该征调中，或重复填写。',
    en: 'The team {teamId} is not in that requisition, or is named twice.',
  }),
  requisitionRepeated: reason('requisition-already-received', 'conflict', {
    zh: '征调{requisitionId}已经收到。',
    en: 'The requisition {requisitionId} has been received already.',
  }),
  unknownRequisition: reason('requisition-not-found', 'missing', {
    zh: '没有征调{requisitionId}。',
    en: 'There is no requisition {requisitionId}.',
  }),
  requisitionSettled: reason('requisition-already-settled', 'conflict', {
    zh: '征调{requisitionId}{status}，不能再次办理。',
    en: 'The requisition {requisitionId} is {status} already.',
  }),
  notARequest: reason('no-request-to-requisition-from', 'conflict', {
    zh: '征调所属的请求本市没有收到，也未随附。',
    en: 'The request that is requisitioned from never came here, nor does the requisition carry it.',
  }),
  notAPerson: reason('signature-of-a-person-needed', 'forbidden', {
    zh: '承诺须由授权代表签署。',
    en: 'A commitment is signed by an authorised representative.',
  }),
} as const;
