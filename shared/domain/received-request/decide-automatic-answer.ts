import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import type { ItemAnswer } from '../request/answer.ts';
import type { RequestItem } from '../request/request-item.ts';
import { namedTeam, type TeamState } from '../team/team-state.ts';
import { travelMs } from '../vocabulary/estimated-travel.ts';
import type { ResourceKind } from '../vocabulary/resource-kinds.ts';
import type { Candidates, ReceivedRequestCommandOf } from './received-request-commands.ts';
import type { ReceivedRequestEvent } from './received-request-events.ts';
import { countedOn, itemOf } from './received-request-items.ts';
import { RECEIVED_REQUEST_REFUSALS as REFUSALS } from './received-request-refusals.ts';
import { isOpen, type ReceivedRequestState } from './received-request-state.ts';
import { misfit } from './team-fit.ts';

/** The teams are to be ready, and the slowest of them decides. What mutual aid costs is settled by the agreement's terms. */
const acceptance = (item: RequestItem, teams: readonly TeamState[], now: Instant): ItemAnswer => {
  const readiness = Math.max(...teams.map(({ details }) => details.readinessMinutes)) * MINUTE_MS;
  const travel = Math.max(...teams.map(({ details }) => travelMs(details.base, item.reportingPoint)));
  return {
    response: 'accept',
    itemId: item.itemId,
    teams: teams.map(namedTeam),
    estimatedDeparture: plus(now, readiness),
    estimatedArrival: plus(now, readiness + travel),
    costs: {},
  };
};

/** What has been promised while the items are gone through. */
interface Tally {
  readonly taken: Set<string>;
  readonly promised: Map<ResourceKind, number>;
}

/** An item is accepted as a whole or left to people: whether part of it helps is not for a rule to say. */
const answerTo = (
  item: RequestItem,
  limit: number,
  { teams, promisedElsewhere }: Candidates,
  tally: Tally,
  { now, isExercise }: { readonly now: Instant; readonly isExercise: boolean },
): ItemAnswer | undefined => {
  const promised = tally.promised.get(item.kind) ?? 0;
  if (promisedElsewhere + promised + item.quantity > limit) return undefined;
  const fitting = teams
    .filter((team) => !tally.taken.has(team.id) && !misfit(team, item, now, isExercise))
    .slice(0, item.quantity);
  if (fitting.length < item.quantity) return undefined;
  tally.promised.set(item.kind, promised + item.quantity);
  for (const { id } of fitting) tally.taken.add(id);
  return acceptance(item, fitting, now);
};

/**
 * Pre-authorised items are accepted with the first teams that fit, as long as the agreement's quantity is not used up; what
 * cannot be accepted so is left to the duty room, which is told. So is everything while the city itself is under a grave warning.
 */
export const decideAnswerAutomatically = (
  state: ReceivedRequestState,
  { candidates, cautionedBy }: ReceivedRequestCommandOf<'answer-automatically'>,
  { now, newId }: Circumstances,
): Decision<ReceivedRequestEvent> => {
  if (!isOpen(state) || state.preAuthorised.length === 0) return refuse(REFUSALS.nothingPreAuthorised);
  if (cautionedBy) {
    const { colour, headline } = cautionedBy;
    const itemIds = state.preAuthorised.map(({ itemId }) => itemId);
    return accept({ type: 'automaticAnswerForgone', itemIds, warning: { colour, headline }, at: now });
  }
  const tally: Tally = { taken: new Set(countedOn(state)), promised: new Map() };
  const items: ItemAnswer[] = [];
  const forgone: string[] = [];
  for (const { itemId, quantity } of state.preAuthorised) {
    const item = itemOf(state, itemId);
    const found = candidates.find((candidate) => candidate.itemId === itemId);
    const answer = item && found && answerTo(item, quantity, found, tally, { now, isExercise: state.placed.exercise });
    if (answer) items.push(answer);
    else forgone.push(itemId);
  }
  return accept<ReceivedRequestEvent>(
    ...(items.length > 0
      ? [{ type: 'itemsAnswered' as const, answer: { messageId: newId(), answeredAt: now, items, automatic: true } }]
      : []),
    ...(forgone.length > 0 ? [{ type: 'automaticAnswerForgone' as const, itemIds: forgone, at: now }] : []),
  );
};
