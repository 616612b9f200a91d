import type { Mission } from '../deployment/mission.ts';
import type { Consequence } from '../kernel/aggregate.ts';
import { missionsOf } from './missions.ts';
import type { RequestEvent } from './request-events.ts';
import { isEngaged, type RequestState } from './request-state.ts';

const takenUp = (requestId: string) => ({ type: 'taken-up', requestId }) as const;

const openDeployment = (mission: Mission) => ({ type: 'open', mission, side: 'requester' }) as const;

/** @returns what an event brings about elsewhere: a deployment for each team committed; the offer that was taken up. */
export const requestConsequences = (event: RequestEvent, state: RequestState): readonly Consequence[] => {
  if (event.type === 'offerTakenUp') return [{ kind: 'offer', id: event.offerId, command: takenUp(event.requestId) }];
  if (event.type !== 'commitmentReceived' || !isEngaged(state)) return [];
  const { requisitionId } = event.commitment;
  const record = state.requisitions.find(({ requisition }) => requisition.requisitionId === requisitionId);
  const item = state.items.find(({ itemId }) => itemId === record?.requisition.itemId);
  if (record?.status !== 'committed' || !item) return [];
  const { requisition, commitment, agreementId, city: owner } = record;
  const { id: requestId, requester, exercise } = state;
  return missionsOf({ requestId, agreementId, owner, requester, item, requisition, commitment, exercise }).map(
    (mission) => ({
      kind: 'deployment',
      id: mission.deploymentId,
      command: openDeployment(mission),
    }),
  );
};
