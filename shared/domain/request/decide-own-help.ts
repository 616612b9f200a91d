import { orderNumberOf } from '../deployment/order-number.ts';
import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { misfit } from '../received-request/team-fit.ts';
import { TEAM_REFUSALS } from '../team/team-refusals.ts';
import { namedTeam } from '../team/team-state.ts';
import { travelMs } from '../vocabulary/estimated-travel.ts';
import { heldFor } from './bookkeeping.ts';
import { decidePlace } from './decide-placement.ts';
import { done, type RequestDecision, wrongStatus } from './deciding.ts';
import { evolveRequest } from './evolve-request.ts';
import type { Dispatch } from './own-help.ts';
import type { RequestCommandOf, TeamToDispatch } from './request-commands.ts';
import type { RequestItem } from './request-item.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import { isEngaged, isOpen, NO_ENGAGEMENTS, type RequestState } from './request-state.ts';
import { sameContent } from './same-content.ts';

const dispatchOf = (
  { deploymentId, itemId, team }: TeamToDispatch & { readonly team: NonNullable<TeamToDispatch['team']> },
  { reportingPoint }: RequestItem,
  circumstances: Circumstances,
): Dispatch => {
  const { readinessMinutes, base } = team.details;
  const estimatedDeparture = plus(circumstances.now, readinessMinutes * MINUTE_MS);
  return {
    ...{ deploymentId, itemId, team: namedTeam(team), orderNumber: orderNumberOf(circumstances), estimatedDeparture },
    estimatedArrival: plus(estimatedDeparture, travelMs(base, reportingPoint)),
  };
};

/** @returns the team as it is sent, or why it cannot be. Whether it can be had is decided by the team itself, in the same transaction. */
const dispatched = (
  { items }: RequestState,
  chosen: TeamToDispatch,
  circumstances: Circumstances,
): Dispatch | Refusal => {
  const { itemId, team, pointer } = chosen;
  const item = items.find((candidate) => candidate.itemId === itemId);
  if (!item) return { reason: REQUEST_REFUSALS.unknownItem, parameters: { itemId }, pointer };
  if (!team) return { reason: TEAM_REFUSALS.unknown, parameters: {}, pointer };
  const unfit = misfit(team, item, circumstances.now);
  return unfit ? { ...unfit, pointer } : dispatchOf({ ...chosen, team }, item, circumstances);
};

const quantityRefusal = (state: RequestState, dispatches: readonly Dispatch[]): Refusal | undefined => {
  const engaged = isEngaged(state) ? state : NO_ENGAGEMENTS;
  for (const { itemId, quantity: needed } of state.items) {
    const added = dispatches.filter((dispatch) => dispatch.itemId === itemId).length;
    const would = heldFor(engaged, itemId) + added;
    if (added > 0 && would > needed)
      return { reason: REQUEST_REFUSALS.moreThanNeeded, parameters: { itemId, needed, would } };
  }
  return undefined;
};

/** Sends own teams for items of the request (直办): all that were chosen, or none. Nothing is said to partners. */
export const decideDispatch = (
  state: RequestState,
  { teams, evenIfMoreThanNeeded }: Omit<RequestCommandOf<'dispatch'>, 'type'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (state.status !== 'approved' && !isOpen(state)) return wrongStatus(state);
  const dispatches: Dispatch[] = [];
  for (const chosen of teams) {
    if (dispatches.some(({ team }) => team.teamId === chosen.teamId))
      return refuse(REQUEST_REFUSALS.teamNamedTwice, { teamId: chosen.teamId }, chosen.pointer);
    const dispatch = dispatched(state, chosen, circumstances);
    if ('reason' in dispatch) return { accepted: false, refusal: dispatch };
    dispatches.push(dispatch);
  }
  const refusal = evenIfMoreThanNeeded ? undefined : quantityRefusal(state, dispatches);
  if (refusal) return { accepted: false, refusal };
  return accept({
    type: 'ownTeamsDispatched',
    dispatches,
    leaders: Object.fromEntries(
      teams.flatMap(({ teamId, team }) => (team ? [[teamId, team.details.leader.personId]] : [])),
    ),
    ...done(circumstances),
  });
};

/** Carries out what a plan chose: partners are asked, own teams are sent, or nothing of it happens. */
export const decideSource = (
  state: RequestState,
  { agreements, teams }: RequestCommandOf<'source'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (state.status !== 'approved' && !isOpen(state)) return wrongStatus(state);
  const placing: RequestDecision =
    agreements.length > 0 ? decidePlace(state, { type: 'place', agreements }, circumstances) : accept();
  if (!placing.accepted || teams.length === 0) return placing;
  const placed = placing.events.reduce<RequestState>(evolveRequest, state);
  const sending = decideDispatch(placed, { teams, evenIfMoreThanNeeded: false }, circumstances);
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
