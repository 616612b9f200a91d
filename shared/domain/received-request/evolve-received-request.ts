import { withCommitted, withDeploymentEnded, withReceived, withRefused } from './evolve-requisitions.ts';
import type { ReceivedRequestEvent, ReceivedRequestEventOf } from './received-request-events.ts';
import { liveRequisitions, openStatusOf } from './received-request-items.ts';
import { type Ending, isOpen, type ReceivedRequestState } from './received-request-state.ts';

type Content = Omit<Extract<ReceivedRequestState, { status: 'received' }>, 'status'>;

/** @returns the state with these changes; its status follows from them while the request is going on. */
const changed = (state: ReceivedRequestState, changes: Partial<Content>): ReceivedRequestState =>
  isOpen(state) ? { ...state, ...changes, status: openStatusOf({ ...state, ...changes }) } : { ...state, ...changes };

const opened = (content: Content): ReceivedRequestState => ({ ...content, status: openStatusOf(content) });

const EMPTY = {
  answers: [],
  preAuthorised: [],
  lapsedItems: [],
  declines: [],
  requisitions: [],
  failures: [],
} satisfies Partial<Content>;

const received = ({ type: _type, at, ...event }: ReceivedRequestEventOf<'requestReceived'>): ReceivedRequestState =>
  opened({ ...EMPTY, ...event, originating: event.placed.messageId, receivedAt: at });

/** @returns the request as going on again: late answers, updates and further requisitions are still worth something. */
const revived = (state: ReceivedRequestState): ReceivedRequestState => {
  if (state.status !== 'lapsed' && state.status !== 'concluded') return state;
  const { status: _status, ending: _ending, ...content } = state;
  return opened(content);
};

/** Answers that something was requisitioned of stand; all else is asked anew, or answered again by the events that follow. */
const updated = (
  state: ReceivedRequestState,
  { type: _type, recalledMessageId: _id, at, ...event }: ReceivedRequestEventOf<'requestUpdated'>,
): ReceivedRequestState => {
  const answers = state.answers
    .map((answer) => ({
      ...answer,
      items: answer.items.filter(({ itemId }) => liveRequisitions(state, itemId).length > 0),
    }))
    .filter(({ items }) => items.length > 0);
  return changed(revived(state), {
    ...event,
    receivedAt: at,
    answers,
    lapsedItems: [],
    declines: [],
  });
};

const openedByOffer = ({
  provider,
  at,
  offerId,
  placed,
  originating,
  replyWithinMinutes,
}: ReceivedRequestEventOf<'requestOpenedByOffer'>): ReceivedRequestState =>
  opened({
    ...EMPTY,
    provider,
    placed,
    originating,
    receivedAt: at,
    replyBy: placed.replyBy,
    replyWithinMinutes,
    fromOffer: offerId,
  });

const answered = (
  state: ReceivedRequestState,
  { answer }: ReceivedRequestEventOf<'itemsAnswered'>,
): ReceivedRequestState => {
  const isAnswered = (id: string) => answer.items.some(({ itemId }) => itemId === id);
  return changed(revived(state), {
    answers: [...state.answers, answer],
    preAuthorised: state.preAuthorised.filter(({ itemId }) => !isAnswered(itemId)),
    lapsedItems: state.lapsedItems.filter((itemId) => !isAnswered(itemId)),
  });
};

const ended = ({ status: _status, ...content }: ReceivedRequestState, ending: Ending): ReceivedRequestState => {
  const kept = { ...content, preAuthorised: [] };
  switch (ending.outcome) {
    case 'lapsed':
      return { ...kept, status: 'lapsed', ending };
    case 'cancelled':
      return { ...kept, status: 'cancelled', ending };
    default:
      return { ...kept, status: 'concluded', ending };
  }
};

const deadlinePassed = (
  state: ReceivedRequestState,
  { itemIds, at }: ReceivedRequestEventOf<'replyDeadlinePassed'>,
): ReceivedRequestState => {
  const lapsed = changed(state, { lapsedItems: [...state.lapsedItems, ...itemIds], preAuthorised: [] });
  const isUntouched = state.answers.length === 0 && state.requisitions.length === 0;
  return isUntouched ? ended(lapsed, { outcome: 'lapsed', at }) : lapsed;
};

const archived = (state: ReceivedRequestState, archivedAt: string): ReceivedRequestState =>
  'ending' in state ? { ...state, status: 'archived', archivedAt } : state;

/** What every event but the first makes of a request. */
const evolveKnown = (
  state: ReceivedRequestState,
  event: Exclude<ReceivedRequestEvent, { type: 'requestReceived' | 'requestOpenedByOffer' }>,
): ReceivedRequestState => {
  switch (event.type) {
    case 'requestUpdated':
      return updated(state, event);
    case 'itemsAnswered':
      return answered(state, event);
    case 'automaticAnswerForgone':
      return changed(state, {
        preAuthorised: state.preAuthorised.filter(({ itemId }) => !event.itemIds.includes(itemId)),
      });
    case 'answerWithdrawn':
      return changed(state, {
        answers: state.answers.filter(({ messageId }) => messageId !== event.withdrawal.recalledMessageId),
      });
    case 'lotsFreed':
      return state;
    case 'answersDeclined':
      return changed(state, { declines: [...state.declines, event.decline] });
    case 'requisitionReceived':
      return changed(revived(state), { requisitions: withReceived(state.requisitions, event) });
    case 'requisitionCommitted':
      return changed(state, { requisitions: withCommitted(state.requisitions, event) });
    case 'requisitionRefused':
      return changed(state, { requisitions: withRefused(state.requisitions, event) });
    case 'deploymentEnded':
      return changed(state, { requisitions: withDeploymentEnded(state.requisitions, event) });
    case 'replyDeadlinePassed':
      return deadlinePassed(state, event);
    case 'requestCancelled':
    case 'receivedRequestConcluded':
      return ended(state, event.ending);
    case 'receivedRequestArchived':
      return archived(state, event.at);
    case 'receivedRequestMessageFailed':
      return changed(state, { failures: [...state.failures, event.failure] });
  }
};

/**
 * @returns the request after the event.
 * @throws Error when the first event is not one that begins a request: a ledger that cannot be.
 */
export const evolveReceivedRequest = (
  state: ReceivedRequestState | undefined,
  event: ReceivedRequestEvent,
): ReceivedRequestState => {
  if (event.type === 'requestReceived') return received(event);
  if (event.type === 'requestOpenedByOffer') return openedByOffer(event);
  if (!state) throw new Error(`no request was received before ${event.type}`);
  return evolveKnown(state, event);
};
