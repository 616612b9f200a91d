import type { Consequence } from '../kernel/aggregate.ts';
import { missionsOf } from '../request/missions.ts';
import type { ReceivedRequestEvent, ReceivedRequestEventOf } from './received-request-events.ts';
import { itemOf } from './received-request-items.ts';
import type { ReceivedRequestState } from './received-request-state.ts';

/** Each team is promised and its deployment opened with the commitment, or nothing of it happens. */
const ofCommitment = (
  { commitment, leaders }: ReceivedRequestEventOf<'requisitionCommitted'>,
  state: ReceivedRequestState,
): readonly Consequence[] => {
  const { placed, provider: owner, requisitions } = state;
  const { requestId, agreementId, exercise } = placed;
  const requisition = requisitions.find(
    (received) => received.requisition.requisitionId === commitment.requisitionId,
  )?.requisition;
  const item = requisition && itemOf(state, requisition.itemId);
  if (!item) return [];
  const requester = placed.requestedBy.city;
  return missionsOf({ requestId, agreementId, owner, requester, item, requisition, commitment, exercise }).flatMap(
    (mission): readonly Consequence[] => {
      const { deploymentId, team, requestedReturn: until } = mission;
      const teamLeader = leaders[team.teamId];
      const order = teamLeader === undefined ? mission : { ...mission, teamLeader };
      const promise = { type: 'commit', deploymentId, requestId, until };
      const opening = { type: 'open', side: 'owner', mission: order };
      return [
        { kind: 'team', id: team.teamId, command: promise },
        { kind: 'deployment', id: deploymentId, command: opening },
      ];
    },
  );
};

/** @returns what an event brings about elsewhere: teams promised and deployments opened; the offer that was taken up. */
export const receivedRequestConsequences = (
  event: ReceivedRequestEvent,
  state: ReceivedRequestState,
): readonly Consequence[] => {
  if (event.type === 'requisitionCommitted') return ofCommitment(event, state);
  if (event.type !== 'requisitionReceived' || event.offerId === undefined) return [];
  const takenUp = { type: 'taken-up', requestId: state.placed.requestId };
  return [{ kind: 'offer', id: event.offerId, command: takenUp }];
};
