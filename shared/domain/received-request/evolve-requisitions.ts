import type { ReceivedRequestEventOf } from './received-request-events.ts';
import type { ReceivedRequisition } from './received-request-state.ts';

type Requisitions = readonly ReceivedRequisition[];

/** @returns the requisitions with one of them replaced by what `change` makes of it. */
const withOne = (
  requisitions: Requisitions,
  requisitionId: string,
  change: (received: ReceivedRequisition) => ReceivedRequisition,
): ReceivedRequisition[] =>
  requisitions.map((received) => (received.requisition.requisitionId === requisitionId ? change(received) : received));

/** @returns the requisitions and a new one, which waits for a commitment. */
export const withReceived = (
  requisitions: Requisitions,
  { requisition, at: receivedAt, commitBy }: ReceivedRequestEventOf<'requisitionReceived'>,
): ReceivedRequisition[] => [...requisitions, { status: 'pending', requisition, receivedAt, commitBy }];

/** @returns the requisitions, of which one is committed: a deployment has begun for each team and lot. */
export const withCommitted = (
  requisitions: Requisitions,
  { commitment }: ReceivedRequestEventOf<'requisitionCommitted'>,
): ReceivedRequisition[] =>
  withOne(requisitions, commitment.requisitionId, ({ requisition, receivedAt, commitBy }) => ({
    status: 'committed',
    requisition,
    receivedAt,
    commitBy,
    commitment,
    deployments: [
      ...commitment.teams.map(({ deploymentId, team: { teamId } }) => ({ deploymentId, teamId })),
      ...(commitment.lots ?? []).map(({ deploymentId, lot: { stockId } }) => ({ deploymentId, stockId })),
    ],
  }));

/** @returns the requisitions, of which one is refused. */
export const withRefused = (
  requisitions: Requisitions,
  { commitment }: ReceivedRequestEventOf<'requisitionRefused'>,
): ReceivedRequisition[] =>
  withOne(requisitions, commitment.requisitionId, ({ requisition, receivedAt, commitBy }) => ({
    status: 'refused',
    requisition,
    receivedAt,
    commitBy,
    commitment,
  }));

/** @returns the requisitions, of whose deployments one has ended. */
export const withDeploymentEnded = (
  requisitions: Requisitions,
  { deploymentId, at }: ReceivedRequestEventOf<'deploymentEnded'>,
): ReceivedRequisition[] =>
  requisitions.map((received) =>
    received.status === 'committed'
      ? {
          ...received,
          deployments: received.deployments.map((begun) =>
            begun.deploymentId === deploymentId ? { ...begun, endedAt: at } : begun,
          ),
        }
      : received,
  );
