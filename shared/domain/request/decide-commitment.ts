import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { namedIds } from './answer.ts';
import { firstRepeated, type RequestDecision, wrongStatus } from './deciding.ts';
import type { RequestCommandOf } from './request-commands.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import { deploymentsOf, isEngaged, type RequestState } from './request-state.ts';
import { committedOf } from './requisition.ts';

/**
 * Takes a partner's answer to a requisition. A commitment that crossed with our cancellation is taken too: what it commits has been
 * promised, so both ends have a deployment, and it is released as any other.
 */
export const decideReceiveCommitment = (
  state: RequestState,
  { from: city, commitment }: RequestCommandOf<'receive-commitment'>,
  { now: at }: Circumstances,
): RequestDecision => {
  if (!isEngaged(state)) return wrongStatus(state);
  const { requisitionId } = commitment;
  const record = state.requisitions.find(
    (candidate) => candidate.city === city && candidate.requisition.requisitionId === requisitionId,
  );
  if (!record || !state.items.some(({ itemId }) => itemId === record.requisition.itemId))
    return refuse(REQUEST_REFUSALS.unknownRequisition, { city, requisitionId });
  if (record.status === 'committed' || record.status === 'refused')
    return refuse(REQUEST_REFUSALS.requisitionSettled, { requisitionId });
  if (commitment.outcome === 'committed') {
    const committed = namedIds(committedOf(commitment));
    const repeated = firstRepeated(committed);
    if (repeated) return refuse(REQUEST_REFUSALS.teamNamedTwice, { teamId: repeated.value });
    const asked = namedIds(record.requisition);
    const stranger = committed.find((id) => !asked.includes(id));
    if (stranger !== undefined) return refuse(REQUEST_REFUSALS.teamNotRequisitioned, { teamId: stranger });
  }
  return accept({ type: 'commitmentReceived', city, commitment, at });
};

/** Learns that a deployment is over: its team is home, or it never left. */
export const decideDeploymentEnded = (
  state: RequestState,
  { deploymentId, at }: RequestCommandOf<'deployment-ended'>,
): RequestDecision => {
  const deployment = isEngaged(state)
    ? deploymentsOf(state).find((candidate) => candidate.deploymentId === deploymentId)
    : undefined;
  if (!deployment) return refuse(REQUEST_REFUSALS.unknownDeployment, { deploymentId });
  return deployment.ended ? accept() : accept({ type: 'deploymentEnded', deploymentId, at });
};
