import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { amountOf, type ItemAnswer, type Named, namedIds } from './answer.ts';
import { done, firstRepeated, type RequestDecision, wrongStatus } from './deciding.ts';
import { isTakeable, type Placement } from './placement.ts';
import type { RequestCommandOf } from './request-commands.ts';
import type { RequestItem } from './request-item.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import { isOpen, type OpenRequest, type RequestState } from './request-state.ts';
import { isLive } from './requisition-record.ts';
import { sameContent } from './same-content.ts';

const placementWith = ({ placements }: OpenRequest, city: string): Placement | undefined =>
  placements.find((placement) => placement.city === city);

/** Takes a partner's answer to some or all items; late ones are welcome, those to an earlier version count for nothing. */
export const decideReceiveAnswer = (
  state: RequestState,
  { from: city, answering, answer }: RequestCommandOf<'receive-answer'>,
): RequestDecision => {
  if (!isOpen(state)) return wrongStatus(state);
  const placement = placementWith(state, city);
  if (!placement) return refuse(REQUEST_REFUSALS.notAPartner, { city });
  const outdated = answering !== placement.messageId;
  const refusal = outdated ? undefined : firstOf(answer.items, (item) => answerRefusal(state, placement, item));
  return refusal ? { accepted: false, refusal } : accept({ type: 'answerReceived', city, answer, outdated });
};

const firstOf = (
  items: readonly ItemAnswer[],
  refusalOf: (item: ItemAnswer) => Refusal | undefined,
): Refusal | undefined => {
  const repeated = firstRepeated(items.map(({ itemId }) => itemId));
  if (repeated) return { reason: REQUEST_REFUSALS.sameItemTwice, parameters: { itemId: repeated.value } };
  for (const item of items) {
    const refusal = refusalOf(item);
    if (refusal) return refusal;
  }
  return undefined;
};

const answerRefusal = (state: OpenRequest, placement: Placement, answer: ItemAnswer): Refusal | undefined => {
  const { itemId } = answer;
  const item = state.items.find((candidate) => candidate.itemId === itemId);
  if (!item) return { reason: REQUEST_REFUSALS.unknownItem, parameters: { itemId } };
  const offered = answer.response === 'decline' ? { teams: [] } : answer;
  if (amountOf(offered) > item.quantity) {
    const parameters = { itemId, quantity: item.quantity, offered: amountOf(offered) };
    return { reason: REQUEST_REFUSALS.moreThanAsked, parameters };
  }
  if (!isAsked(item, offered)) return { reason: REQUEST_REFUSALS.somethingElse, parameters: { itemId } };
  const repeated = firstRepeated(namedIds(offered));
  if (repeated) return { reason: REQUEST_REFUSALS.teamNamedTwice, parameters: { teamId: repeated.value } };
  const before = placement.answers.find((received) => received.answer.itemId === itemId)?.answer;
  return isTaken(state, placement.city, itemId) && !sameContent(before, answer)
    ? { reason: REQUEST_REFUSALS.answerRequisitioned, parameters: { itemId } }
    : undefined;
};

/** Teams where teams are asked for; where supplies are, lots of that code, in that unit. */
const isAsked = (item: RequestItem, { teams, lots = [] }: Named): boolean =>
  item.kind === 'supplies'
    ? teams.length === 0 && lots.every(({ code, unit }) => code === item.supply.code && unit === item.supply.unit)
    : lots.length === 0;

const isTaken = ({ requisitions }: OpenRequest, city: string, itemId: string): boolean =>
  requisitions.some((record) => record.city === city && record.requisition.itemId === itemId && isLive(record));

/**
 * Takes a partner's withdrawal of an answer. It was sent before the partner had our requisition, if there is one: that one the
 * partner will refuse. Once it has committed, the answer is used up.
 */
export const decideReceiveWithdrawal = (
  state: RequestState,
  { from: city, withdrawal }: RequestCommandOf<'receive-answer-withdrawal'>,
): RequestDecision => {
  if (!isOpen(state)) return wrongStatus(state);
  const placement = placementWith(state, city);
  if (!placement) return refuse(REQUEST_REFUSALS.notAPartner, { city });
  const { recalledMessageId: messageId } = withdrawal;
  if (!placement.answers.some((received) => received.messageId === messageId))
    return refuse(REQUEST_REFUSALS.unknownAnswer, { messageId });
  const committed = state.requisitions.some(
    (record) => record.status === 'committed' && record.precedingMessageId === messageId && record.city === city,
  );
  if (committed) return refuse(REQUEST_REFUSALS.answerCommitted);
  return accept({ type: 'answerWithdrawn', city, withdrawal });
};

/** Tells a partner that its offer is not taken up, so that its teams are free to go elsewhere. */
export const decideDeclineAnswer = (
  state: RequestState,
  { city, reason }: RequestCommandOf<'decline-answer'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (!isOpen(state)) return wrongStatus(state);
  const placement = placementWith(state, city);
  if (!placement) return refuse(REQUEST_REFUSALS.notAPartner, { city });
  const offers = placement.answers.some(({ answer }) => answer.response !== 'decline');
  if (!offers || !isTakeable(placement)) return refuse(REQUEST_REFUSALS.noAnswer, { city });
  if (state.requisitions.some((record) => record.city === city && isLive(record)))
    return refuse(REQUEST_REFUSALS.answerTakenUp, { city });
  return accept({ type: 'answerDeclined', city, messageId: circumstances.newId(), reason, ...done(circumstances) });
};
