import { accept, type Circumstances } from '../kernel/decision.ts';
import { MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { COST_CATEGORIES, totalCost, yuan } from '../vocabulary/costs.ts';
import { amountOf, lotsIfAny, type Named, namedIds, thoseOf } from './answer.ts';
import { costOf, freeOf, heldFor, quoteLeft } from './bookkeeping.ts';
import { actingPerson, firstRepeated, type RequestDecision, wrongStatus } from './deciding.ts';
import { type Placement, promiseOf } from './placement.ts';
import type { RequestCommandOf, Taking } from './request-commands.ts';
import type { RequestItem } from './request-item.ts';
import { REQUEST_REFUSALS as R } from './request-refusals.ts';
import { isOpen, type OpenRequest, type RequestState } from './request-state.ts';
import type { AwaitingRequisition } from './requisition-record.ts';

/** Requisitions what partners promised: all that is asked for, or nothing. Each is a message of its own. */
export const decideRequisition = (
  state: RequestState,
  { takings }: RequestCommandOf<'requisition'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (!isOpen(state)) return wrongStatus(state);
  const records: AwaitingRequisition[] = [];
  for (const [index, taking] of takings.entries()) {
    const sofar = { ...state, requisitions: [...state.requisitions, ...records] };
    const record = take(sofar, taking, circumstances);
    if ('parameters' in record) return { accepted: false, refusal: inTaking(record, index) };
    records.push(record);
  }
  return accept({ type: 'teamsRequisitioned', records });
};

const inTaking = (refusal: Refusal, index: number): Refusal => ({
  ...refusal,
  pointer: `/requisitions/${index}${refusal.pointer ?? ''}`,
});

/** @returns the requisition, or why it cannot be. Pointers are relative to the taking. */
export const take = (
  state: OpenRequest,
  taking: Taking,
  circumstances: Circumstances,
): AwaitingRequisition | Refusal => {
  const { city, itemId } = taking;
  const item = state.items.find((candidate) => candidate.itemId === itemId);
  if (!item) return { reason: R.unknownItem, parameters: { itemId }, pointer: '/itemId' };
  const placement = state.placements.find((candidate) => candidate.city === city);
  if (!placement) return { reason: R.notAPartner, parameters: { city }, pointer: '/city' };
  const promise = promiseOf(placement, itemId);
  if (!promise) return { reason: R.nothingPromised, parameters: { city, itemId }, pointer: '/itemId' };
  const free = freeOf(state, placement, itemId);
  const taken = thoseOf(free, idsOf(taking));
  const refusal =
    namingRefusal(free, taking) ??
    priceRefusal(state, placement, taking) ??
    needRefusal(state, item, taking, amountOf(taken)) ??
    ceilingRefusal(state, item, taking);
  if (refusal) return refusal;
  return recordOf(taking, taken, placement, promise.messageId, circumstances);
};

const recordOf = (
  { city, itemId, costs, funding, reason }: Taking,
  { teams, lots }: ReturnType<typeof thoseOf>,
  { agreementId, replyWithinMinutes }: Placement,
  precedingMessageId: string,
  circumstances: Circumstances,
): AwaitingRequisition => ({
  status: 'awaiting',
  requisition: {
    requisitionId: circumstances.newId(),
    messageId: circumstances.newId(),
    ...{ itemId, teams, costs, funding },
    ...lotsIfAny(lots),
    signedBy: { ...actingPerson(circumstances), signedAt: circumstances.now },
  },
  ...{ city, agreementId, precedingMessageId, reason },
  commitBy: plus(circumstances.now, replyWithinMinutes * MINUTE_MS),
  overdue: false,
});

const idsOf = ({ teamIds, stockIds = [] }: Taking): readonly string[] => [...teamIds, ...stockIds];

const namedIn = ({ teamIds }: Taking, index: number): string =>
  index < teamIds.length ? `/teamIds/${index}` : `/stockIds/${index - teamIds.length}`;

const namingRefusal = (free: Named, taking: Taking): Refusal | undefined => {
  const ids = idsOf(taking);
  const repeated = firstRepeated(ids);
  if (repeated) {
    const parameters = { teamId: repeated.value };
    return { reason: R.teamNamedTwice, parameters, pointer: namedIn(taking, repeated.index) };
  }
  const promised = namedIds(free);
  const stranger = ids.findIndex((id) => !promised.includes(id));
  if (stranger < 0) return undefined;
  const parameters = { city: taking.city, teamId: ids[stranger] ?? '' };
  return { reason: R.teamNotPromised, parameters, pointer: namedIn(taking, stranger) };
};

const priceRefusal = (state: OpenRequest, placement: Placement, { itemId, costs }: Taking): Refusal | undefined => {
  const left = quoteLeft(state, placement, itemId);
  const category = COST_CATEGORIES.find((name) => (costs[name] ?? 0) > (left[name] ?? 0));
  return category === undefined
    ? undefined
    : {
        reason: R.costsAboveQuote,
        parameters: { category, asked: yuan(costs[category] ?? 0), quoted: yuan(left[category] ?? 0) },
        pointer: `/costs/${category}`,
      };
};

const needRefusal = (
  state: OpenRequest,
  { itemId, quantity: needed }: RequestItem,
  { evenIfMoreThanNeeded, teamIds }: Taking,
  amount: number,
): Refusal | undefined => {
  const would = heldFor(state, itemId) + amount;
  return would > needed && !evenIfMoreThanNeeded
    ? {
        reason: R.moreThanNeeded,
        parameters: { itemId, needed, would },
        pointer: teamIds.length > 0 ? '/teamIds' : '/stockIds',
      }
    : undefined;
};

const ceilingRefusal = (
  state: OpenRequest,
  { itemId, costCeiling: ceiling }: RequestItem,
  { costs, evenIfOverCeiling }: Taking,
): Refusal | undefined => {
  const would = costOf(state, itemId) + totalCost(costs);
  return ceiling !== undefined && would > ceiling && !evenIfOverCeiling
    ? { reason: R.overCeiling, parameters: { itemId, would: yuan(would), ceiling: yuan(ceiling) }, pointer: '/costs' }
    : undefined;
};
