import { orderNumberOf } from '../deployment/order-number.ts';
import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { lotMisfit } from '../received-request/lot-fit.ts';
import { misfit } from '../received-request/team-fit.ts';
import { STOCK_REFUSALS } from '../stock/stock-refusals.ts';
import { TEAM_REFUSALS } from '../team/team-refusals.ts';
import { namedTeam } from '../team/team-state.ts';
import { travelMs } from '../vocabulary/estimated-travel.ts';
import type { Position } from '../vocabulary/position.ts';
import { heldFor } from './bookkeeping.ts';
import { decidePlace } from './decide-placement.ts';
import { done, firstRepeated, type RequestDecision, wrongStatus } from './deciding.ts';
import { evolveRequest } from './evolve-request.ts';
import { type Dispatch, dispatchedFor } from './own-help.ts';
import type { LotToDispatch, RequestCommandOf, TeamToDispatch } from './request-commands.ts';
import type { RequestItem } from './request-item.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import { isEngaged, isOpen, NO_ENGAGEMENTS, type RequestState } from './request-state.ts';
import { sameContent } from './same-content.ts';

const scheduled = (
  { deploymentId, itemId }: Pick<TeamToDispatch, 'deploymentId' | 'itemId'>,
  { readinessMinutes, base }: { readonly readinessMinutes: number; readonly base: Position },
  { reportingPoint }: RequestItem,
  circumstances: Circumstances,
) => {
  const estimatedDeparture = plus(circumstances.now, readinessMinutes * MINUTE_MS);
  return {
    ...{ deploymentId, itemId, orderNumber: orderNumberOf(circumstances), estimatedDeparture },
    estimatedArrival: plus(estimatedDeparture, travelMs(base, reportingPoint)),
  };
};

const itemOf = ({ items }: RequestState, { itemId, pointer }: Pick<TeamToDispatch, 'itemId' | 'pointer'>) =>
  items.find((candidate) => candidate.itemId === itemId) ??
  ({ reason: REQUEST_REFUSALS.unknownItem, parameters: { itemId }, pointer } satisfies Refusal);

/** @returns the team as it is sent, or why it cannot be. Whether it can be had is decided by the team itself, in the same transaction. */
const teamDispatched = (
  state: RequestState,
  chosen: TeamToDispatch,
  circumstances: Circumstances,
): Dispatch | Refusal => {
  const { team, pointer } = chosen;
  const item = itemOf(state, chosen);
  if ('reason' in item) return item;
  if (!team) return { reason: TEAM_REFUSALS.unknown, parameters: {}, pointer };
  const unfit = misfit(team, item, circumstances.now, state.exercise);
  if (unfit) return { ...unfit, pointer };
  return { ...scheduled(chosen, team.details, item, circumstances), team: namedTeam(team) };
};

/** @returns the goods as they are sent, or why they cannot be; see {@link teamDispatched}. */
const lotDispatched = (
  state: RequestState,
  chosen: LotToDispatch,
  circumstances: Circumstances,
): Dispatch | Refusal => {
  const { line, quantity, stockId, pointer } = chosen;
  const item = itemOf(state, chosen);
  if ('reason' in item) return item;
  if (!line) return { reason: STOCK_REFUSALS.unknown, parameters: {}, pointer };
  if (item.kind !== 'supplies')
    return { reason: REQUEST_REFUSALS.unknownItem, parameters: { itemId: item.itemId }, pointer };
  const unfit = lotMisfit(line, item, quantity, { now: circumstances.now, isExercise: state.exercise });
  if (unfit) return { ...unfit, pointer };
  const { name, code, unit } = line.details;
  const depot = { readinessMinutes: line.depot.readinessMinutes, base: line.depot.position };
  return { ...scheduled(chosen, depot, item, circumstances), lot: { stockId, name, code, unit, quantity } };
};

const quantityRefusal = (state: RequestState, dispatches: readonly Dispatch[]): Refusal | undefined => {
  const engaged = isEngaged(state) ? state : NO_ENGAGEMENTS;
  for (const { itemId, quantity: needed } of state.items) {
    const added = dispatchedFor({ dispatches }, itemId);
    const would = heldFor(engaged, itemId) + added;
    if (added > 0 && would > needed)
      return { reason: REQUEST_REFUSALS.moreThanNeeded, parameters: { itemId, needed, would } };
  }
  return undefined;
};

/** Sends what was chosen, all of it, or nothing. */
const dispatch = (
  state: RequestState,
  teams: readonly TeamToDispatch[],
  lots: readonly LotToDispatch[],
  evenIfMoreThanNeeded: boolean,
  circumstances: Circumstances,
): RequestDecision => {
  const ids = [...teams.map(({ teamId }) => teamId), ...lots.map(({ stockId, itemId }) => `${stockId} ${itemId}`)];
  const repeated = firstRepeated(ids);
  if (repeated)
    return refuse(REQUEST_REFUSALS.teamNamedTwice, { teamId: repeated.value }, teams[repeated.index]?.pointer);
  const dispatches: Dispatch[] = [];
  const all = [
    ...teams.map((team) => () => teamDispatched(state, team, circumstances)),
    ...lots.map((lot) => () => lotDispatched(state, lot, circumstances)),
  ];
  for (const send of all) {
    const sent = send();
    if ('reason' in sent) return { accepted: false, refusal: sent };
    dispatches.push(sent);
  }
  const refusal = evenIfMoreThanNeeded ? undefined : quantityRefusal(state, dispatches);
  if (refusal) return { accepted: false, refusal };
  const leaders = Object.fromEntries(
    teams.flatMap(({ teamId, team }) => (team ? [[teamId, team.details.leader.personId]] : [])),
  );
  return accept({ type: 'ownTeamsDispatched', dispatches, leaders, ...done(circumstances) });
};

/** Sends own teams for items of the request (直办): all that were chosen, or none. Nothing is said to partners. */
export const decideDispatch = (
  state: RequestState,
  { teams, evenIfMoreThanNeeded }: RequestCommandOf<'dispatch'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (state.status !== 'approved' && !isOpen(state)) return wrongStatus(state);
  return dispatch(state, teams, [], evenIfMoreThanNeeded, circumstances);
};

/** Carries out what a plan chose: partners are asked, own teams and goods are sent, or nothing of it happens. */
export const decideSource = (
  state: RequestState,
  { agreements, teams, lots }: RequestCommandOf<'source'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (state.status !== 'approved' && !isOpen(state)) return wrongStatus(state);
  const placing: RequestDecision =
    agreements.length > 0 ? decidePlace(state, { type: 'place', agreements }, circumstances) : accept();
  if (!placing.accepted || teams.length + lots.length === 0) return placing;
  const placed = placing.events.reduce<RequestState>(evolveRequest, state);
  const sending = dispatch(placed, teams, lots, false, circumstances);
  return sending.accepted ? accept(...placing.events, ...sending.events) : sending;
};

/** Takes note of what agencies are to send for an item; of a draft, or of a request that is over, there is nothing to note. */
export const decideNoteTask = (
  state: RequestState,
  { task }: RequestCommandOf<'note-task'>,
  { now: at }: Circumstances,
): RequestDecision => {
  if (state.status !== 'approved' && !isOpen(state)) return accept();
  const known = isEngaged(state) ? state.ownHelp.tasks.find(({ taskId }) => taskId === task.taskId) : undefined;
  return sameContent(known, task) ? accept() : accept({ type: 'itemTaskNoted', task, at });
};
