import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Refusal, RefusalReason } from '../kernel/refusal.ts';
import { amountOf, type ItemAnswer, lotsIfAny } from '../request/answer.ts';
import type { RequestItem, SupplyItem } from '../request/request-item.ts';
import { lotOf, type StockState } from '../stock/stock-state.ts';
import { namedTeam, type TeamState } from '../team/team-state.ts';
import { totalCost, yuan } from '../vocabulary/costs.ts';
import { conclusion } from './conclusion.ts';
import { evolveReceivedRequest } from './evolve-received-request.ts';
import { lotMisfit } from './lot-fit.ts';
import type { ItemDecision, ReceivedRequestCommandOf } from './received-request-commands.ts';
import type { ReceivedRequestEvent } from './received-request-events.ts';
import { answerableItems, countedOn, itemOf, liveRequisitions, promisedFor } from './received-request-items.ts';
import { RECEIVED_REQUEST_REFUSALS as REFUSALS } from './received-request-refusals.ts';
import { isOpen, type ReceivedRequestState } from './received-request-state.ts';
import { misfit } from './team-fit.ts';

type Decided = Decision<ReceivedRequestEvent>;
type Promising = Exclude<ItemDecision, { response: 'decline' }>;

const refusal = (reason: RefusalReason, parameters: Refusal['parameters'], pointer: string): Refusal => ({
  reason,
  parameters,
  pointer,
});

/** Why the item cannot be answered at all: not asked for, or answered. */
const itemRefusal = (state: ReceivedRequestState, itemId: string, pointer: string): Refusal | undefined => {
  if (!itemOf(state, itemId)) return refusal(REFUSALS.unknownItem, { itemId }, pointer);
  return answerableItems(state).some((item) => item.itemId === itemId)
    ? undefined
    : refusal(REFUSALS.alreadyAnswered, { itemId }, pointer);
};

const scheduleRefusal = ({ estimatedDeparture, estimatedArrival }: Promising, now: Instant, pointer: string) => {
  if (estimatedArrival <= estimatedDeparture)
    return refusal(REFUSALS.arrivesBeforeDeparture, {}, `${pointer}/estimatedArrival`);
  return estimatedArrival <= now
    ? refusal(REFUSALS.arrivalPassed, { arrival: estimatedArrival }, `${pointer}/estimatedArrival`)
    : undefined;
};

/** Only an acceptance without conditions is held to the ceiling. */
const priceRefusal = ({ response, costs }: Promising, { costCeiling }: RequestItem, pointer: string) => {
  const total = totalCost(costs);
  return response === 'accept' && costCeiling !== undefined && total > costCeiling
    ? refusal(REFUSALS.aboveCeiling, { total: yuan(total), ceiling: yuan(costCeiling) }, `${pointer}/costs`)
    : undefined;
};

/** What the checks of a promise look at. */
interface Naming {
  readonly teams: ReadonlyMap<string, TeamState>;
  readonly stock: ReadonlyMap<string, StockState>;
  readonly now: Instant;
  readonly isExercise: boolean;
  /** Teams and stock lines that cannot be named any more; those that pass are added. */
  readonly taken: Set<string>;
}

const teamsRefusal = ({ teamIds, lots }: Promising, item: RequestItem, naming: Naming, pointer: string) => {
  if (lots) return refusal(REFUSALS.teamsAsked, { itemId: item.itemId }, `${pointer}/lots`);
  if (teamIds.length > item.quantity)
    return refusal(REFUSALS.tooManyTeams, { quantity: item.quantity, teams: teamIds.length }, `${pointer}/teamIds`);
  for (const [index, teamId] of teamIds.entries()) {
    const place = `${pointer}/teamIds/${index}`;
    const team = naming.teams.get(teamId);
    if (!team) return refusal(REFUSALS.unknownTeam, { teamId }, place);
    if (naming.taken.has(teamId)) return refusal(REFUSALS.teamNamedTwice, { teamId }, place);
    const unfit = misfit(team, item, naming.now, naming.isExercise);
    if (unfit) return { ...unfit, pointer: place };
    naming.taken.add(teamId);
  }
  return undefined;
};

const lotsRefusal = ({ teamIds, lots = [] }: Promising, item: SupplyItem, naming: Naming, pointer: string) => {
  const { itemId, quantity: asked, supply } = item;
  if (teamIds.length > 0) return refusal(REFUSALS.suppliesAsked, { itemId }, `${pointer}/teamIds`);
  const named = lots.reduce((sum, { quantity }) => sum + quantity, 0);
  if (named > asked) return refusal(REFUSALS.tooManyUnits, { asked, named, unit: supply.unit }, `${pointer}/lots`);
  for (const [index, { stockId, quantity }] of lots.entries()) {
    const place = `${pointer}/lots/${index}`;
    const line = naming.stock.get(stockId);
    if (!line) return refusal(REFUSALS.unknownStock, { stockId }, place);
    if (naming.taken.has(stockId)) return refusal(REFUSALS.stockNamedTwice, { stockId }, place);
    const unfit = lotMisfit(line, item, quantity, naming);
    if (unfit) return { ...unfit, pointer: place };
    naming.taken.add(stockId);
  }
  return undefined;
};

const namingRefusal = (decision: Promising, item: RequestItem, naming: Naming, pointer: string) =>
  item.kind === 'supplies'
    ? lotsRefusal(decision, item, naming, pointer)
    : teamsRefusal(decision, item, naming, pointer);

const promiseRefusal = (decision: Promising, item: RequestItem, naming: Naming, pointer: string) =>
  namingRefusal(decision, item, naming, pointer) ??
  scheduleRefusal(decision, naming.now, pointer) ??
  priceRefusal(decision, item, pointer);

const firstRefusal = (state: ReceivedRequestState, items: readonly ItemDecision[], naming: Naming) => {
  const answered = new Set<string>();
  for (const [index, decision] of items.entries()) {
    const { itemId } = decision;
    const pointer = `/items/${index}`;
    if (answered.has(itemId)) return refusal(REFUSALS.answeredTwice, { itemId }, `${pointer}/itemId`);
    answered.add(itemId);
    const item = itemOf(state, itemId);
    const wrong =
      itemRefusal(state, itemId, `${pointer}/itemId`) ??
      (item && decision.response !== 'decline' ? promiseRefusal(decision, item, naming, pointer) : undefined);
    if (wrong) return wrong;
  }
  return undefined;
};

const itemAnswer = (decision: ItemDecision, { teams, stock }: Pick<Naming, 'teams' | 'stock'>): ItemAnswer => {
  if (decision.response === 'decline') return decision;
  const { teamIds, lots = [], ...answer } = decision;
  const named = lots.flatMap(({ stockId, quantity }) => {
    const line = stock.get(stockId);
    return line ? [lotOf(line, quantity)] : [];
  });
  return {
    ...answer,
    teams: teamIds.flatMap((teamId) => teams.get(teamId) ?? []).map(namedTeam),
    ...lotsIfAny(named),
  };
};

/** The duty room answers some of the items that have no answer yet, in time or late. Naming a team does not reserve it; goods are kept back. */
export const decideAnswer = (
  state: ReceivedRequestState,
  { items, teams, stock = [] }: ReceivedRequestCommandOf<'answer'>,
  { now, newId }: Circumstances,
): Decided => {
  if (!isOpen(state) && state.status !== 'lapsed') return refuse(REFUSALS.ended, { status: state.status });
  const known = {
    teams: new Map(teams.map((team) => [team.id, team])),
    stock: new Map(stock.map((line) => [line.id, line])),
  };
  const wrong = firstRefusal(state, items, {
    ...known,
    now,
    isExercise: state.placed.exercise,
    taken: new Set(countedOn(state)),
  });
  if (wrong) return { accepted: false, refusal: wrong };
  const answers = items.map((item) => itemAnswer(item, known));
  return accept({
    type: 'itemsAnswered',
    answer: { messageId: newId(), answeredAt: now, items: answers, automatic: false },
  });
};

/** The duty room takes an answer back; it can until something of it is requisitioned. */
export const decideWithdrawAnswer = (
  state: ReceivedRequestState,
  { messageId, reason }: ReceivedRequestCommandOf<'withdraw-answer'>,
  { now, newId }: Circumstances,
): Decided => {
  if (!isOpen(state)) return refuse(REFUSALS.ended, { status: state.status });
  const answer = state.answers.find((given) => given.messageId === messageId);
  if (!answer) return refuse(REFUSALS.unknownAnswer, { messageId });
  const itemIds = answer.items.map(({ itemId }) => itemId);
  if (itemIds.some((itemId) => liveRequisitions(state, itemId).length > 0))
    return refuse(REFUSALS.alreadyRequisitioned);
  const withdrawal = { messageId: newId(), recalledMessageId: messageId, itemIds, reason, withdrawnAt: now };
  return accept({ type: 'answerWithdrawn', withdrawal });
};

/** The requester will not take up what was promised and not requisitioned. */
export const decideReceiveDecline = (
  state: ReceivedRequestState,
  { messageId, reason }: ReceivedRequestCommandOf<'receive-decline'>,
  { now }: Circumstances,
): Decided => {
  if (!isOpen(state)) return accept();
  const itemIds = state.placed.items
    .map(({ itemId }) => itemId)
    .filter((itemId) => amountOf(promisedFor(state, itemId)) > 0 && liveRequisitions(state, itemId).length === 0);
  const declined: ReceivedRequestEvent = { type: 'answersDeclined', decline: { messageId, reason, itemIds, at: now } };
  return accept(declined, ...conclusion(evolveReceivedRequest(state, declined), now));
};
