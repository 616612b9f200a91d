import type { NoticeDraft } from '../kernel/aggregate.ts';
import { named } from '../kernel/named.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { namedInWords } from '../request/named-in-words.ts';
import { WARNING_COLOURS } from '../warning/warning-colour.ts';
import type { ReceivedRequestEvent, ReceivedRequestEventOf } from './received-request-events.ts';
import { runningDeployments } from './received-request-items.ts';
import type { ReceivedRequestState } from './received-request-state.ts';

type Notice<T extends ReceivedRequestEvent['type']> = (
  event: ReceivedRequestEventOf<T>,
  /** Who asks, and for what. */
  about: { readonly from: string; readonly title: string },
  state: ReceivedRequestState,
) => NoticeDraft | undefined;

const itemsAnswered: Notice<'itemsAnswered'> = ({ answer }, { from, title }) =>
  answer.automatic
    ? urgent(
        `已按协议自动接受${from}为“${title}”请求的${answer.items.length}项，请通知所列队伍待命。`,
        `${answer.items.length} items that ${from} asked for "${title}" were accepted as pre-authorised; alert the teams named.`,
      )
    : undefined;

const automaticAnswerForgone: Notice<'automaticAnswerForgone'> = ({ itemIds, warning }, { from, title }) => {
  const { length } = itemIds;
  if (warning === undefined)
    return urgent(
      `${from}为“${title}”请求的${length}项虽已预先授权，但无可派队伍或超出授权数量，请人工答复。`,
      `${length} items that ${from} asks for "${title}" are pre-authorised, but no team is free or the quantity is used up; answer them yourselves.`,
    );
  const { zh, en } = WARNING_COLOURS[warning.colour];
  return urgent(
    `${from}为“${title}”请求的${length}项虽已预先授权，但本市正处于${zh}预警（${warning.headline}），请值班室先研判，再人工答复。`,
    `${length} items that ${from} asks for "${title}" are pre-authorised, but this city itself is under a ${en} warning (${warning.headline}); weigh it, and answer them yourselves.`,
  );
};

const requisitionReceived: Notice<'requisitionReceived'> = ({ requisition, commitBy }, { from, title }) => {
  const { zh, en } = namedInWords(requisition);
  return urgent(
    `${from}为“${title}”征调${zh}，请授权代表于${commitBy}前承诺或谢绝。`,
    `${from} requisitions ${en} for "${title}"; a representative is to commit or refuse by ${commitBy}.`,
  );
};

const deploymentEnded: Notice<'deploymentEnded'> = (_, { from, title }, state) =>
  runningDeployments(state).length === 0
    ? routine(
        `派往${from}支援“${title}”的队伍已全部归建，物资已全部交付或运回。`,
        `All that was sent to ${from} for "${title}" is home or delivered.`,
      )
    : undefined;

const NOTICES: { readonly [T in ReceivedRequestEvent['type']]?: Notice<T> } = {
  requestReceived: ({ placed, replyBy }, { from, title }) =>
    urgent(
      `${from}为“${title}”请求${placed.items.length}项支援，请于${replyBy}前答复。`,
      `${from} asks for ${placed.items.length} items of help for "${title}"; answer by ${replyBy}.`,
    ),
  requestUpdated: ({ replyBy }, { from, title }) =>
    urgent(
      `${from}更新了“${title}”的请求，有变更的项目须于${replyBy}前重新答复。`,
      `${from} changed its request for "${title}"; answer the items that changed anew by ${replyBy}.`,
    ),
  requestCancelled: ({ ending }, { from, title }) =>
    urgent(
      `${from}取消了“${title}”的请求：${ending.reason}`,
      `${from} cancelled its request for "${title}": ${ending.reason}`,
    ),
  itemsAnswered,
  automaticAnswerForgone,
  answersDeclined: ({ decline }, { from, title }) =>
    routine(
      `${from}不采用本市对“${title}”请求的答复：${decline.reason} 所列队伍和物资可另行安排。`,
      `${from} does not take up the answer to its request for "${title}": ${decline.reason} What was named is free.`,
    ),
  requisitionReceived,
  deploymentEnded,
  receivedRequestMessageFailed: ({ failure }, { from, title }) =>
    urgent(
      `发给${from}的关于“${title}”的消息未被接收：${failure.reason.zh} 请电话联系。`,
      `A message to ${from} about "${title}" was not taken: ${failure.reason.en} Telephone them.`,
    ),
};

/** @returns what the duty room is told, unasked, of an event. */
export const receivedRequestNotices = (
  event: ReceivedRequestEvent,
  state: ReceivedRequestState,
): readonly NoticeDraft[] => {
  const { requestedBy, incident } = state.placed;
  const about = { from: named('city', requestedBy.city), title: incident.title };
  const notice = (NOTICES[event.type] as Notice<ReceivedRequestEvent['type']> | undefined)?.(event, about, state);
  return notice ? [notice] : [];
};
