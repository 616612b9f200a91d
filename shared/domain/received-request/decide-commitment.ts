import { orderNumberOf } from '../deployment/order-number.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { lotsIfAny, thoseOf } from '../request/answer.ts';
import type { CommittedLot, CommittedTeam, Requisition } from '../request/requisition.ts';
import { namedTeam } from '../team/team-state.ts';
import type { LotToCommit, ReceivedRequestCommandOf, TeamToCommit } from './received-request-commands.ts';
import type { ReceivedRequestEvent } from './received-request-events.ts';
import { RECEIVED_REQUEST_REFUSALS as REFUSALS } from './received-request-refusals.ts';
import { isOpen, type ReceivedRequestState, type ReceivedRequisition } from './received-request-state.ts';

type Pending = Extract<ReceivedRequisition, { status: 'pending' }>;

/** The requisition that waits for an answer, or why there is none. */
const pendingRequisition = (state: ReceivedRequestState, requisitionId: string): Pending | Refusal => {
  if (!isOpen(state)) return { reason: REFUSALS.ended, parameters: { status: state.status } };
  const found = state.requisitions.find(({ requisition }) => requisition.requisitionId === requisitionId);
  if (!found) return { reason: REFUSALS.unknownRequisition, parameters: { requisitionId } };
  return found.status === 'pending'
    ? found
    : { reason: REFUSALS.requisitionSettled, parameters: { requisitionId, status: found.status } };
};

const teamRefusal = ({ teams }: Requisition, chosen: readonly TeamToCommit[]): Refusal | undefined => {
  const left = new Set(teams.map(({ teamId }) => teamId));
  for (const [index, { teamId, team }] of chosen.entries()) {
    const pointer = `/teamIds/${index}`;
    if (!left.delete(teamId)) return { reason: REFUSALS.teamNotRequisitioned, parameters: { teamId }, pointer };
    if (!team) return { reason: REFUSALS.unknownTeam, parameters: { teamId }, pointer };
  }
  return undefined;
};

const lotRefusal = ({ lots = [] }: Requisition, chosen: readonly LotToCommit[]): Refusal | undefined => {
  const left = new Set(lots.map(({ stockId }) => stockId));
  const stranger = chosen.findIndex(({ stockId }) => !left.delete(stockId));
  if (stranger < 0) return undefined;
  const parameters = { stockId: chosen[stranger]?.stockId ?? '' };
  return { reason: REFUSALS.stockNotRequisitioned, parameters, pointer: `/stockIds/${stranger}` };
};

/** The lots as they were promised: that is what was kept back. */
const committedLots = (requisition: Requisition, chosen: readonly LotToCommit[]): CommittedLot[] =>
  chosen.flatMap(({ deploymentId, stockId }) =>
    thoseOf(requisition, [stockId]).lots.map((lot) => ({ deploymentId, lot })),
  );

/** The teams as the registry has them now, which may not be as they were when they were promised. */
const committedTeams = (chosen: readonly TeamToCommit[]): CommittedTeam[] =>
  chosen.flatMap(({ deploymentId, team }) => (team ? [{ deploymentId, team: namedTeam(team) }] : []));

const leadersOf = (chosen: readonly TeamToCommit[]): Record<string, string> =>
  Object.fromEntries(chosen.flatMap(({ teamId, team }) => (team ? [[teamId, team.details.leader.personId]] : [])));

/**
 * A representative commits some or all of what was requisitioned. Whether each can be had is decided by the team or the stock line
 * itself, in the same transaction.
 */
export const decideCommit = (
  state: ReceivedRequestState,
  { requisitionId, teams, lots = [], orderNumber, ...estimates }: ReceivedRequestCommandOf<'commit'>,
  circumstances: Circumstances,
): Decision<ReceivedRequestEvent> => {
  const { actor, now, newId } = circumstances;
  const pending = pendingRequisition(state, requisitionId);
  if ('reason' in pending) return { accepted: false, refusal: pending };
  if (actor.kind !== 'person') return refuse(REFUSALS.notAPerson);
  const { requisition } = pending;
  const { estimatedDeparture, estimatedArrival } = estimates;
  const refusal = teamRefusal(requisition, teams) ?? lotRefusal(requisition, lots);
  if (refusal) return { accepted: false, refusal };
  if (estimatedArrival <= estimatedDeparture) return refuse(REFUSALS.arrivesBeforeDeparture, {}, '/estimatedArrival');
  return accept({
    type: 'requisitionCommitted',
    commitment: {
      outcome: 'committed',
      requisitionId,
      messageId: newId(),
      orderNumber: orderNumber ?? orderNumberOf(circumstances),
      teams: committedTeams(teams),
      ...lotsIfAny(committedLots(requisition, lots)),
      estimatedDeparture,
      estimatedArrival,
      signedBy: { id: actor.id, name: actor.name, signedAt: now },
    },
    leaders: leadersOf(teams),
  });
};

/** The city says no to a requisition, although it had promised: it must give the reason. */
export const decideRefuseRequisition = (
  state: ReceivedRequestState,
  { requisitionId, reason }: ReceivedRequestCommandOf<'refuse-requisition'>,
  { now, newId }: Circumstances,
): Decision<ReceivedRequestEvent> => {
  const pending = pendingRequisition(state, requisitionId);
  if ('reason' in pending) return { accepted: false, refusal: pending };
  return accept({
    type: 'requisitionRefused',
    commitment: { outcome: 'refused', requisitionId, messageId: newId(), reason },
    at: now,
  });
};
