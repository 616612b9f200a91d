import type { Mission } from '../deployment/mission.ts';
import type { Consequence } from '../kernel/aggregate.ts';
import { missionsOf, ownMission } from './missions.ts';
import type { RequestEvent, RequestEventOf } from './request-events.ts';
import { isEngaged, type RequestState } from './request-state.ts';

const takenUp = (requestId: string) => ({ type: 'taken-up', requestId }) as const;

const openDeployment = (mission: Mission) => ({ type: 'open', mission, side: 'requester' }) as const;

/** Each own team is promised, each lot sent, and their deployments opened with the order, or nothing of it happens. */
const ofDispatch = (
  { dispatches, leaders }: RequestEventOf<'ownTeamsDispatched'>,
  state: RequestState,
): readonly Consequence[] =>
  dispatches.flatMap((dispatch): readonly Consequence[] => {
    const { deploymentId, itemId } = dispatch;
    const item = state.items.find((candidate) => candidate.itemId === itemId);
    if (!item) return [];
    const { id: requestId, requester: city, exercise } = state;
    const order = { requestId, city, item, exercise };
    const open = (mission: Mission): Consequence => {
      const opening = { type: 'open', side: 'owner', mission };
      return { kind: 'deployment', id: deploymentId, command: opening };
    };
    if ('lot' in dispatch) {
      const { stockId, quantity } = dispatch.lot;
      const sending = { type: 'send-lot', purpose: 'request', requestId, deploymentId, quantity, exercise };
      return [{ kind: 'stock', id: stockId, command: sending }, open(ownMission({ ...order, dispatch }))];
    }
    const { team } = dispatch;
    const promise = { type: 'commit', deploymentId, requestId, until: item.neededUntil, exercise };
    return [
      { kind: 'team', id: team.teamId, command: promise },
      open(ownMission({ ...order, dispatch, teamLeader: leaders[team.teamId] })),
    ];
  });

/** @returns what an event brings about elsewhere: a deployment for each team committed or sent; the offer that was taken up. */
export const requestConsequences = (event: RequestEvent, state: RequestState): readonly Consequence[] => {
  if (event.type === 'offerTakenUp') return [{ kind: 'offer', id: event.offerId, command: takenUp(event.requestId) }];
  if (event.type === 'ownTeamsDispatched') return ofDispatch(event, state);
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
