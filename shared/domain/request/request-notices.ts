import type { NoticeDraft } from '../kernel/aggregate.ts';
import { named } from '../kernel/named.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { namedInWords } from './named-in-words.ts';
import type { RequestEvent, RequestEventOf } from './request-events.ts';
import { deploymentsOut, isEngaged, type RequestState } from './request-state.ts';
import { committedOf } from './requisition.ts';

type Notice<T extends RequestEvent['type']> = (
  event: RequestEventOf<T>,
  state: RequestState,
) => NoticeDraft | undefined;

const title = ({ incident }: RequestState): string => incident.title;

/** How an answer reads in one line: what is promised, items declined. */
const gistOf = ({ items }: RequestEventOf<'answerReceived'>['answer']): { zh: string; en: string } => {
  const promises = items.flatMap((item) => (item.response === 'decline' ? [] : [item]));
  const { zh, en } = namedInWords({
    teams: promises.flatMap(({ teams }) => teams),
    lots: promises.flatMap(({ lots = [] }) => lots),
  });
  const declined = items.length - promises.length;
  return { zh: `可派${zh}，谢绝${declined}项`, en: `${en} offered, ${declined} items declined` };
};

const answerReceived: Notice<'answerReceived'> = ({ city, answer, outdated }, state) => {
  if (outdated)
    return routine(
      `${named('city', city)}答复的是“${title(state)}”请求更新前的版本，不作数，待其重新答复。`,
      `${named('city', city)} answered the request for "${title(state)}" as it was before the update; its new answer is awaited.`,
    );
  const gist = gistOf(answer);
  return routine(
    `${named('city', city)}已答复“${title(state)}”的请求：${gist.zh}。`,
    `${named('city', city)} answered the request for "${title(state)}": ${gist.en}.`,
  );
};

const commitmentReceived: Notice<'commitmentReceived'> = ({ city, commitment }, state) => {
  if (commitment.outcome === 'refused')
    return urgent(
      `${named('city', city)}不能执行“${title(state)}”的征调：${commitment.reason}。相应项目重新待补。`,
      `${named('city', city)} refused a requisition for "${title(state)}": ${commitment.reason}. Its item is open again.`,
    );
  const { orderNumber } = commitment;
  const { zh, en } = namedInWords(committedOf(commitment));
  return state.status === 'cancelled'
    ? urgent(
        `请求已取消，但${named('city', city)}已确认派出${zh}（命令号${orderNumber}），请解除派遣。`,
        `The request was cancelled, yet ${named('city', city)} has committed ${en} (order ${orderNumber}); release them.`,
      )
    : routine(
        `${named('city', city)}已确认为“${title(state)}”派出${zh}，命令号${orderNumber}。`,
        `${named('city', city)} committed ${en} for "${title(state)}", order ${orderNumber}.`,
      );
};

const deploymentEnded: Notice<'deploymentEnded'> = (_, state) =>
  isEngaged(state) && deploymentsOut(state) === 0
    ? routine(
        `为“${title(state)}”派来的队伍和物资任务已全部结束，请回访并归档。`,
        `All that came for "${title(state)}" is home or handed over; follow up and close the request.`,
      )
    : undefined;

/** People know what they have placed; what the clock has placed by itself, nobody does. */
const requestPlaced: Notice<'requestPlaced'> = ({ placements, by }, state) => {
  if (by.id !== state.requester) return undefined;
  const partners = placements.map(({ city }) => named('city', city));
  return urgent(
    `“${title(state)}”的请求逾期未获答复，已自动向${partners.join('、')}提出。`,
    `The request for "${title(state)}" was not answered in time; it has been placed with ${partners.join(', ')} as well.`,
  );
};

const NOTICES: { readonly [T in RequestEvent['type']]?: Notice<T> } = {
  requestSentBack: ({ reason }, state) =>
    routine(
      `“${title(state)}”的请求被退回修改：${reason}`,
      `The request for "${title(state)}" was sent back: ${reason}`,
    ),
  requestPlaced,
  answerReceived,
  answerWithdrawn: ({ city, withdrawal }, state) =>
    urgent(
      `${named('city', city)}撤回了对“${title(state)}”请求的答复：${withdrawal.reason}`,
      `${named('city', city)} withdrew its answer to the request for "${title(state)}": ${withdrawal.reason}`,
    ),
  commitmentReceived,
  deploymentEnded,
  placementRefused: ({ failure: { city, reason } }, state) =>
    urgent(
      `“${title(state)}”的请求未能送达${named('city', city)}：${reason.zh}`,
      `The request for "${title(state)}" did not get through to ${named('city', city)}: ${reason.en}`,
    ),
  requisitionNotTaken: ({ failure: { city, reason } }, state) =>
    urgent(
      `“${title(state)}”的征调未能送达${named('city', city)}：${reason.zh} 相应项目重新待补。`,
      `A requisition for "${title(state)}" did not get through to ${named('city', city)}: ${reason.en} Its item is open again.`,
    ),
  messageNotTaken: ({ failure: { city, reason } }, state) =>
    urgent(
      `“${title(state)}”的一则消息未能送达${named('city', city)}：${reason.zh} 请电话告知。`,
      `A message about "${title(state)}" did not get through to ${named('city', city)}: ${reason.en} Tell them by telephone.`,
    ),
  requestLapsed: (_, state) =>
    urgent(
      `无人在时限内答复“${title(state)}”的请求，请改向其他伙伴提出或上报。`,
      `Nobody answered the request for "${title(state)}" in time; place it with others or report upwards.`,
    ),
  requestUnableToFill: (_, state) =>
    urgent(
      `“${title(state)}”的请求无法满足，请改向其他伙伴提出或上报。`,
      `The request for "${title(state)}" cannot be filled; place it with others or report upwards.`,
    ),
  itemsUnableToFill: ({ itemIds }, state) =>
    urgent(
      `“${title(state)}”的请求有${itemIds.length}项无人能够满足，请改向其他伙伴提出或上报。`,
      `${itemIds.length} items of the request for "${title(state)}" cannot be filled; place it with others or report upwards.`,
    ),
};

/** @returns what the duty room is told, unasked, of an event. */
export const requestNotices = (event: RequestEvent, state: RequestState): readonly NoticeDraft[] => {
  const notice = (NOTICES[event.type] as Notice<RequestEvent['type']> | undefined)?.(event, state);
  return notice ? [notice] : [];
};
