import type { IncidentSummary } from '../../../shared/domain/incident/incident-summary.ts';
import type { DutyRoom } from '../../../shared/domain/kernel/duty-room.ts';
import type { RequestItem } from '../../../shared/domain/request/request-item.ts';
import { deploymentIdsOf, type Requisition } from '../../../shared/domain/request/requisition.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { DeploymentView } from '../../../shared/http/views/deployment.ts';
import { useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';

/** What the request says that a mission comes of, as far as one may read it. */
export interface OrderOrigin {
  readonly incident?: IncidentSummary;
  readonly item?: RequestItem | undefined;
  /** Of the city that is helped. */
  readonly dutyRoom?: DutyRoom;
  readonly signedBy?: Requisition['signedBy'] | undefined;
}

type Sent = Pick<DeploymentView, 'deploymentId' | 'requestId' | 'itemId' | 'side' | 'owner' | 'requester'>;

const signedFor = (
  deploymentId: string,
  requisitions: readonly {
    readonly commitment?: Parameters<typeof deploymentIdsOf>[0] & Pick<Requisition, 'signedBy'>;
  }[],
) =>
  requisitions.find(({ commitment }) => commitment && deploymentIdsOf(commitment).includes(deploymentId))?.commitment
    ?.signedBy;

/** Reads the request at either end of the mission; nothing for whoever may not. */
export const useOrderOrigin = ({ deploymentId, requestId, itemId, side, owner, requester }: Sent): OrderOrigin => {
  const may = useMay();
  const isReceived = side === 'owner' && owner !== requester;
  const params = { requestId };
  const received = useRead(
    receivedRequestRoutes.readReceivedRequest,
    { params },
    isReceived && may(receivedRequestRoutes.readReceivedRequest),
  ).data?.body;
  const own = useRead(requestRoutes.readRequest, { params }, !isReceived && may(requestRoutes.readRequest)).data?.body;
  if (received) {
    const committed = received.requisitions.filter((each) => each.status === 'committed');
    return {
      incident: received.incident,
      item: received.items.find(({ item }) => item.itemId === itemId)?.item,
      dutyRoom: received.requestedBy.dutyRoom,
      signedBy: signedFor(deploymentId, committed),
    };
  }
  if (!own) return {};
  return {
    incident: own.incident,
    item: own.items.find((item) => item.itemId === itemId),
    signedBy: signedFor(
      deploymentId,
      own.requisitions.filter((each) => each.status === 'committed'),
    ),
  };
};
