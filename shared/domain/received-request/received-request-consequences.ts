import { isConsignment } from '../deployment/mission.ts';
import type { Consequence } from '../kernel/aggregate.ts';
import { missionsOf } from '../request/missions.ts';
import type { ReceivedRequestEvent, ReceivedRequestEventOf } from './received-request-events.ts';
import { itemOf } from './received-request-items.ts';
import type { ReceivedRequestState } from './received-request-state.ts';

/** Goods are kept back with the answer that names them, or it is not given. */
const ofAnswer = (
  { answer }: ReceivedRequestEventOf<'itemsAnswered'>,
  state: ReceivedRequestState,
): readonly Consequence[] =>
  answer.items.flatMap((promise) => {
    const item = itemOf(state, promise.itemId);
    if (promise.response === 'decline' || !item) return [];
    return (promise.lots ?? []).map(({ stockId, quantity }) => {
      const command = {
        type: 'promise-lot',
        requestId: state.placed.requestId,
        quantity,
        until: item.neededUntil,
        exercise: state.placed.exercise,
      };
      return { kind: 'stock', id: stockId, command } as const;
    });
  });

/** Each team is promised, each lot sent, and their deployments opened with the commitment, or nothing of it happens. */
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
      const { deploymentId, requestedReturn: until } = mission;
      if (isConsignment(mission)) {
        const { stockId, quantity } = mission.lot;
        const sending = { type: 'send-lot', requestId, deploymentId, quantity, exercise };
        const opened = { type: 'open', side: 'owner', mission };
        return [
          { kind: 'stock', id: stockId, command: sending },
          { kind: 'deployment', id: deploymentId, command: opened },
        ];
      }
      const { team } = mission;
      const teamLeader = leaders[team.teamId];
      const order = teamLeader === undefined ? mission : { ...mission, teamLeader };
      const promise = { type: 'commit', deploymentId, requestId, until, exercise };
      const opening = { type: 'open', side: 'owner', mission: order };
      return [
        { kind: 'team', id: team.teamId, command: promise },
        { kind: 'deployment', id: deploymentId, command: opening },
      ];
    },
  );
};

/** @returns what an event brings about elsewhere: goods kept back or freed; teams and goods sent and deployments opened; the offer that was taken up. */
export const receivedRequestConsequences = (
  event: ReceivedRequestEvent,
  state: ReceivedRequestState,
): readonly Consequence[] => {
  if (event.type === 'itemsAnswered') return ofAnswer(event, state);
  if (event.type === 'lotsFreed') {
    const freed = { type: 'free-lot', requestId: state.placed.requestId };
    return event.stockIds.map((id) => ({ kind: 'stock', id, command: freed }));
  }
  if (event.type === 'requisitionCommitted') return ofCommitment(event, state);
  if (event.type !== 'requisitionReceived' || event.offerId === undefined) return [];
  const takenUp = { type: 'taken-up', requestId: state.placed.requestId };
  return [{ kind: 'offer', id: event.offerId, command: takenUp }];
};
