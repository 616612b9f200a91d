import type { Instant } from '../kernel/instant.ts';
import type { ItemAnswer, NamedTeam } from '../request/answer.ts';
import type { RequestItem } from '../request/request-item.ts';
import type { OpenReceivedRequest, ReceivedRequestState, ReceivedRequisition } from './received-request-state.ts';

type Content = Omit<ReceivedRequestState, 'status'>;

/** @returns the item of that id. */
export const itemOf = ({ placed }: Pick<Content, 'placed'>, itemId: string): RequestItem | undefined =>
  placed.items.find((item) => item.itemId === itemId);

/** @returns the standing answer to an item. */
const answerTo = ({ answers }: Pick<Content, 'answers'>, itemId: string): ItemAnswer | undefined =>
  answers.flatMap(({ items }) => items).find((item) => item.itemId === itemId);

/**
 * @returns the items that can still be answered, in time or late: none that was requisitioned without an answer, as an offer is,
 * and none at all once the requester has said that it takes nothing more.
 */
export const answerableItems = (state: Content): readonly RequestItem[] =>
  state.declines.length > 0
    ? []
    : state.placed.items.filter(({ itemId }) => !answerTo(state, itemId) && !wasRequisitioned(state, itemId));

/** @returns the items that wait for an answer of this city: those whose deadline has not passed. */
export const unansweredItems = (state: Content): readonly RequestItem[] =>
  answerableItems(state).filter(({ itemId }) => !state.lapsedItems.includes(itemId));

const wasRequisitioned = ({ requisitions }: Pick<Content, 'requisitions'>, itemId: string): boolean =>
  requisitions.some(({ requisition }) => requisition.itemId === itemId);

const isLive = ({ status }: ReceivedRequisition): boolean => status !== 'refused';

/** @returns the requisitions of an item that wait for a commitment or have one. */
export const liveRequisitions = ({ requisitions }: Pick<Content, 'requisitions'>, itemId: string) =>
  requisitions.filter((received) => isLive(received) && received.requisition.itemId === itemId);

/** @returns the teams promised for an item, unless it was declined or the requester declined them. */
export const promisedTeams = (state: Content, itemId: string): readonly NamedTeam[] => {
  const answer = answerTo(state, itemId);
  const isDeclined = state.declines.some(({ itemIds }) => itemIds.includes(itemId));
  return answer && answer.response !== 'decline' && !isDeclined ? answer.teams : [];
};

/** @returns every team that an answer or a requisition of this request counts on. */
export const countedOnTeams = (state: Content): readonly string[] => [
  ...state.placed.items.flatMap(({ itemId }) => promisedTeams(state, itemId).map(({ teamId }) => teamId)),
  ...requisitionedTeams(state),
];

/** @returns the teams of all requisitions that wait for a commitment or have one. */
export const requisitionedTeams = ({ requisitions }: Pick<Content, 'requisitions'>): readonly string[] =>
  requisitions.filter(isLive).flatMap(({ requisition }) => requisition.teams.map(({ teamId }) => teamId));

/** @returns the deployments that commitments of this request have begun. */
export const begunDeployments = ({ requisitions }: Pick<Content, 'requisitions'>) =>
  requisitions.flatMap((received) => (received.status === 'committed' ? received.deployments : []));

/** @returns those of them whose team is not home yet. */
export const runningDeployments = (state: Pick<Content, 'requisitions'>) =>
  begunDeployments(state).filter(({ endedAt }) => endedAt === undefined);

/** @returns whether teams are promised for an item that the requester has never requisitioned, and may yet. */
export const hasOpenPromise = (state: Content): boolean =>
  state.placed.items.some(({ itemId }) => promisedTeams(state, itemId).length > 0 && !wasRequisitioned(state, itemId));

/** @returns the moment after which nobody needs the teams any more: the end of the last mission asked for. */
export const lastNeeded = ({ placed }: Pick<Content, 'placed'>): Instant =>
  placed.items
    .map(({ neededUntil }) => neededUntil)
    .sort()
    .at(-1) ?? placed.replyBy;

/** @returns the status that what has happened so far comes to, while the request is going on. */
export const openStatusOf = (state: Content): OpenReceivedRequest['status'] => {
  if (state.requisitions.some(({ status }) => status === 'pending')) return 'requisitioned';
  if (state.requisitions.some(({ status }) => status === 'committed')) return 'committed';
  return unansweredItems(state).length > 0 ? 'received' : 'answered';
};
