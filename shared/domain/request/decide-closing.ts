import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { amountOf } from './answer.ts';
import { freeOf } from './bookkeeping.ts';
import { recallsTo } from './decide-recall.ts';
import { done, type RequestDecision, wrongStatus } from './deciding.ts';
import { isTakeable, type Placement } from './placement.ts';
import type { RequestCommandOf } from './request-commands.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import { deploymentsOf, deploymentsOut, isOpen, type OpenRequest, type RequestState } from './request-state.ts';

/** Records how the help was, once everybody who came is home (回访). */
export const decideFollowUp = (
  state: RequestState,
  { satisfaction, words }: RequestCommandOf<'follow-up'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (!isOpen(state)) return wrongStatus(state);
  if (deploymentsOf(state).length === 0) return refuse(REQUEST_REFUSALS.nothingToFollowUp);
  const out = deploymentsOut(state);
  if (out > 0) return refuse(REQUEST_REFUSALS.deploymentsOut, { count: out });
  return accept({ type: 'followUpRecorded', satisfaction, words, ...done(circumstances) });
};

/**
 * Closes and archives a request when nobody is out for it. Partners are told: those who offered something, that it is declined; those
 * who offered nothing, or have yet to answer, that the request is taken back.
 */
export const decideClose = (
  state: RequestState,
  _: RequestCommandOf<'close'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (!isOpen(state)) return wrongStatus(state);
  const out = deploymentsOut(state);
  if (out > 0) return refuse(REQUEST_REFUSALS.deploymentsOut, { count: out });
  const awaited = state.requisitions.filter(({ status }) => status === 'awaiting').length;
  if (awaited > 0) return refuse(REQUEST_REFUSALS.commitmentsAwaited, { count: awaited });
  const idle = state.placements.filter((placement) => isTakeable(placement) && holdsReady(state, placement));
  const offering = idle.filter(({ answers }) => answers.some(({ answer }) => answer.response !== 'decline'));
  const others = idle.filter((placement) => !offering.includes(placement));
  return accept({
    type: 'requestClosed',
    declined: offering.map(({ city }) => ({ city, messageId: circumstances.newId() })),
    recalls: recallsTo(others, circumstances.newId),
    ...done(circumstances),
  });
};

/**
 * Whether the partner still counts on being called. When teams of it came, it does for what it promised besides, and for items it
 * has yet to answer; when all it promised came, both ends know that the request is done.
 */
const holdsReady = (state: OpenRequest, placement: Placement): boolean =>
  !hasSent(state, placement) ||
  state.items.some(
    ({ itemId }) =>
      amountOf(freeOf(state, placement, itemId)) > 0 ||
      !placement.answers.some(({ answer }) => answer.itemId === itemId),
  );

const hasSent = ({ requisitions }: OpenRequest, { city }: Placement): boolean =>
  requisitions.some((record) => record.city === city && record.status === 'committed');
