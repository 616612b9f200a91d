import { accept, type Circumstances } from '../kernel/decision.ts';
import type { RequestDecision } from './deciding.ts';
import type { RequestCommandOf } from './request-commands.ts';
import type { RequestEvent } from './request-events.ts';
import { isEngaged, isOpen, type OpenRequest, type RequestState } from './request-state.ts';

/** @returns the moments the clock must look at: reply deadlines of partners, commitment deadlines of requisitions. */
export const deadlinesOf = ({ placements, requisitions }: OpenRequest): readonly string[] => [
  ...placements.flatMap((placement) => (placement.status === 'awaiting' ? [placement.replyBy] : [])),
  ...requisitions.flatMap((record) => (record.status === 'awaiting' && !record.overdue ? [record.commitBy] : [])),
];

/** Lets deadlines pass, each once. */
export const decideClockRanOut = (
  state: RequestState,
  _: RequestCommandOf<'clock-ran-out'>,
  { now: at }: Circumstances,
): RequestDecision => {
  if (!isOpen(state)) return accept();
  const cities = state.placements
    .filter(({ status, replyBy }) => status === 'awaiting' && replyBy <= at)
    .map(({ city }) => city);
  const requisitionIds = state.requisitions
    .filter((record) => record.status === 'awaiting' && !record.overdue && record.commitBy <= at)
    .map(({ requisition }) => requisition.requisitionId);
  const events: RequestEvent[] = [];
  if (cities.length > 0) events.push({ type: 'replyDeadlinePassed', cities, at });
  if (requisitionIds.length > 0) events.push({ type: 'commitDeadlinePassed', requisitionIds, at });
  return accept(...events);
};

/** Learns that a partner's exchange refused one of our messages, or that it could not be delivered. */
export const decideMessageFailed = (
  state: RequestState,
  { type: _, ...failed }: RequestCommandOf<'message-failed'>,
  { now: at }: Circumstances,
): RequestDecision => {
  if (!isEngaged(state)) return accept();
  const { messageId, city } = failed;
  const failure = { ...failed, at };
  const record = state.requisitions.find(
    ({ status, requisition }) => status === 'awaiting' && requisition.messageId === messageId,
  );
  if (record) return accept({ type: 'requisitionNotTaken', requisitionId: record.requisition.requisitionId, failure });
  const refused = state.placements.some((placement) => placement.city === city && placement.messageId === messageId);
  return refused && isOpen(state)
    ? accept({ type: 'placementRefused', failure })
    : accept({ type: 'messageNotTaken', failure });
};
