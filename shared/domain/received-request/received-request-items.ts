import type { Instant } from '../kernel/instant.ts';
import { amountOf, type ItemAnswer, type Named, namedIds } from '../request/answer.ts';
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

/** @returns what is promised for an item, unless it was declined or the requester declined it. */
export const promisedFor = (state: Content, itemId: string): Named => {
  const answer = answerTo(state, itemId);
  const isDeclined = state.declines.some(({ itemIds }) => itemIds.includes(itemId));
  return answer && answer.response !== 'decline' && !isDeclined ? answer : { teams: [] };
};

/** @returns every team and stock line that an answer or a requisition of this request counts on. */
export const countedOn = (state: Content): readonly string[] => [
  ...state.placed.items.flatMap(({ itemId }) => namedIds(promisedFor(state, itemId))),
  ...requisitionedIds(state),
];

/** @returns the teams and stock lines of all requisitions that wait for a commitment or have one. */
export const requisitionedIds = ({ requisitions }: Pick<Content, 'requisitions'>): readonly string[] =>
  requisitions.filter(isLive).flatMap(({ requisition }) => namedIds(requisition));

/** @returns the deployments that commitments of this request have begun. */
export const begunDeployments = ({ requisitions }: Pick<Content, 'requisitions'>) =>
  requisitions.flatMap((received) => (received.status === 'committed' ? received.deployments : []));

/** @returns those of them that go on: the team is not home yet, the goods are not delivered. */
export const runningDeployments = (state: Pick<Content, 'requisitions'>) =>
  begunDeployments(state).filter(({ endedAt }) => endedAt === undefined);

/** @returns whether something is promised for an item that the requester has never requisitioned, and may yet. */
export const hasOpenPromise = (state: Content): boolean =>
  state.placed.items.some(({ itemId }) => amountOf(promisedFor(state, itemId)) > 0 && !wasRequisitioned(state, itemId));

/** @returns the moment after which nobody needs the help any more: the end of the last mission asked for. */
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
