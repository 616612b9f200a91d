import { reason } from '../kernel/refusal.ts';

/** Why a request does not do what it is told, in the words of the duty room. */
export const REQUEST_REFUSALS = {
  notFound: reason('request-not-found', 'missing', { zh: '没有这份请求。', en: 'There is no such request.' }),
  alreadyExists: reason('request-already-exists', 'conflict', {
    zh: '该编号的请求已存在。',
    en: 'A request of this id exists already.',
  }),
  incidentNotFound: reason('incident-not-found', 'invalid', {
    zh: '没有这个突发事件，不能为其提出请求。',
    en: 'There is no such incident to make a request for.',
  }),
  incidentOver: reason('incident-over', 'conflict', {
    zh: '突发事件“{title}”已结束，不能再为其提出请求。',
    en: 'The incident "{title}" is over; nothing is requested for it any more.',
  }),
  wrongStatus: reason('request-status-does-not-allow', 'conflict', {
    zh: '请求当前状态为{status}，不能进行此操作。',
    en: 'The request is {status}; this cannot be done now.',
  }),
  fourEyes: reason('four-eyes', 'forbidden', {
    zh: '起草人{name}不能审批自己起草的请求，须由另一人审批。',
    en: '{name} wrote in this request and cannot approve it; somebody else must.',
  }),
  unknownItem: reason('unknown-item', 'invalid', {
    zh: '请求中没有编号为{itemId}的项目。',
    en: 'The request has no item {itemId}.',
  }),
  sameItemTwice: reason('same-item-twice', 'invalid', {
    zh: '项目{itemId}出现了两次。',
    en: 'The item {itemId} occurs twice.',
  }),
  nothingChanged: reason('nothing-changed', 'conflict', {
    zh: '内容与原请求相同，无需更新。',
    en: 'This is what the request says already.',
  }),
  itemRequisitioned: reason('item-requisitioned', 'conflict', {
    zh: '项目{itemId}已有征调、直办或任务，不能再更改或删除。',
    en: 'The item {itemId} has been requisitioned, sent or tasked for; it cannot be changed or left out.',
  }),
  alreadyPlaced: reason('already-placed-with-partner', 'conflict', {
    zh: '该请求已发给{partner}。',
    en: 'The request is with {partner} already.',
  }),
  tooManyPartners: reason('too-many-partners', 'conflict', {
    zh: '一份请求最多发给{maximum}个伙伴。',
    en: 'A request can be placed with {maximum} partners at most.',
  }),
  updateOutOfScope: reason('resource-kind-out-of-scope', 'conflict', {
    zh: '与{partner}的协议不包括资源类别{kind}，请另行提出请求。',
    en: 'The agreement with {partner} does not cover {kind}; make another request for it.',
  }),
  notAPartner: reason('not-a-partner-of-this-request', 'forbidden', {
    zh: '该请求没有发给{city}。',
    en: 'The request was not placed with {city}.',
  }),
  moreThanAsked: reason('more-than-asked', 'invalid', {
    zh: '项目{itemId}最多需要{quantity}，答复却列出{offered}。',
    en: 'The item {itemId} asks for {quantity} at most; the answer names {offered}.',
  }),
  somethingElse: reason('answer-names-something-else', 'invalid', {
    zh: '对项目{itemId}的答复与所请求的不符：须按所请求的队伍，或所请求编码和单位的物资。',
    en: 'The answer to item {itemId} names something else than is asked for: teams, or supplies of the code and unit asked for.',
  }),
  teamNamedTwice: reason('team-named-twice', 'invalid', {
    zh: '队伍或物资{teamId}出现了两次。',
    en: 'The team or lot {teamId} is named twice.',
  }),
  answerRequisitioned: reason('answer-already-requisitioned', 'conflict', {
    zh: '对项目{itemId}的答复已被征调，不能再更改。',
    en: 'The answer to item {itemId} has been requisitioned; it cannot be changed any more.',
  }),
  answerCommitted: reason('answer-already-committed', 'conflict', {
    zh: '该答复中的队伍已确认派出，不能撤回。',
    en: 'Teams of this answer are committed; it cannot be withdrawn any more.',
  }),
  unknownAnswer: reason('unknown-answer', 'invalid', {
    zh: '没有编号为{messageId}的答复。',
    en: 'There is no answer {messageId}.',
  }),
  noAnswer: reason('no-answer-to-decline', 'conflict', {
    zh: '{city}没有可谢绝的答复。',
    en: '{city} has no answer that could be declined.',
  }),
  answerTakenUp: reason('answer-taken-up', 'conflict', {
    zh: '已征调{city}的队伍，不能再谢绝其答复。',
    en: 'Teams of {city} were requisitioned; its answer cannot be declined any more.',
  }),
  nothingPromised: reason('nothing-promised', 'conflict', {
    zh: '{city}没有对项目{itemId}作出可征调的答复。',
    en: '{city} has made no promise for item {itemId} that could be requisitioned.',
  }),
  teamNotPromised: reason('team-not-promised', 'invalid', {
    zh: '{city}的答复中没有队伍或物资{teamId}，或已被征调。',
    en: 'The team or lot {teamId} is not in the answer of {city}, or has been requisitioned already.',
  }),
  costsAboveQuote: reason('costs-above-quote', 'invalid', {
    zh: '{category}费用{asked}元超过报价所余{quoted}元。',
    en: '{category} costs of CNY {asked} are above the CNY {quoted} left of the quote.',
  }),
  moreThanNeeded: reason('more-than-needed', 'conflict', {
    zh: '项目{itemId}需要{needed}，如此将有{would}；如确需，请注明“超量也可”。',
    en: 'The item {itemId} needs {needed} and would have {would}; say evenIfMoreThanNeeded if that is meant.',
  }),
  overCeiling: reason('cost-ceiling-exceeded', 'conflict', {
    zh: '项目{itemId}的费用将达{would}元，超过上限{ceiling}元；如确需，请注明“超限也征调”。',
    en: 'The item {itemId} would cost CNY {would}, above its ceiling of CNY {ceiling}; say evenIfOverCeiling if that is meant.',
  }),
  offerNotFound: reason('offer-not-found', 'missing', { zh: '没有这项主动支援。', en: 'There is no such offer.' }),
  offerNotOurs: reason('offer-not-made-to-this-city', 'conflict', {
    zh: '该主动支援由本市提出，不能由本市采用。',
    en: 'This city made the offer; it cannot take it up.',
  }),
  otherAgreement: reason('offer-under-another-agreement', 'invalid', {
    zh: '该主动支援依据的是协议{agreement}。',
    en: 'The offer was made under the agreement {agreement}.',
  }),
  unknownResource: reason('unknown-resource', 'invalid', {
    zh: '该主动支援中没有编号为{resourceId}的资源。',
    en: 'The offer has no resource {resourceId}.',
  }),
  offerUnnamed: reason('no-team-named', 'conflict', {
    zh: '该资源尚未点名队伍，请向对方提出请求。',
    en: 'No team of this resource is named yet; place a request with the partner instead.',
  }),
  unknownRequisition: reason('unknown-requisition', 'invalid', {
    zh: '没有发给{city}的编号为{requisitionId}的征调。',
    en: 'There is no requisition {requisitionId} to {city}.',
  }),
  requisitionSettled: reason('requisition-already-answered', 'conflict', {
    zh: '征调{requisitionId}已有结果。',
    en: 'The requisition {requisitionId} has been answered already.',
  }),
  teamNotRequisitioned: reason('team-not-requisitioned', 'invalid', {
    zh: '队伍{teamId}不在征调之列。',
    en: 'The team {teamId} was not requisitioned.',
  }),
  unknownDeployment: reason('unknown-deployment', 'invalid', {
    zh: '该请求没有派遣{deploymentId}。',
    en: 'The request has no deployment {deploymentId}.',
  }),
  deploymentsOut: reason('teams-not-home', 'conflict', {
    zh: '还有{count}支队伍尚未返回，请先解除派遣。',
    en: '{count} teams are not home yet; release them first.',
  }),
  commitmentsAwaited: reason('commitments-awaited', 'conflict', {
    zh: '还有{count}项征调未获确认。',
    en: '{count} requisitions are not answered yet.',
  }),
  nothingToFollowUp: reason('nothing-to-follow-up', 'conflict', {
    zh: '没有队伍到来，无从回访。',
    en: 'No team came; there is nothing to follow up.',
  }),
} as const;
