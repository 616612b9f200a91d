import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { LANZHOU, type Stage, XINING } from '../stage.ts';
import { receivedWhere } from '../steps/received-request.ts';
import { requestWhere } from '../steps/request.ts';

/** Both ends close and archive. */
export const closeBothEnds = async ({ desk, tell }: Stage, requestId: string, deploymentId: string): Promise<void> => {
  const params = { requestId };
  await requestWhere(desk, XINING, requestId, ({ deployments }) => deployments.every(({ ended }) => ended));
  const coordinator = desk('coordinator', XINING);
  const body = { satisfaction: 5, words: '被困群众全部安全转移（演示）' };
  await coordinator.call(requestRoutes.followUpRequest, { params, body });
  await coordinator.call(deploymentRoutes.closeDeployment, { params: { deploymentId } });
  const { body: closed } = await coordinator.call(requestRoutes.closeRequest, { params });
  if (closed.workOrderStep !== 'archive') throw new Error(`the request is in step ${closed.workOrderStep}`);
  tell({
    city: XINING,
    role: 'coordinator',
    text: { zh: '回访满意，派遣与请求办结归档。', en: 'Follows up, closes and archives deployment and request.' },
  });
  await receivedWhere(desk, LANZHOU, requestId, ({ status }) => status === 'concluded');
  const dutyOfficer = desk('duty-officer', LANZHOU);
  await dutyOfficer.call(deploymentRoutes.closeDeployment, { params: { deploymentId } });
  await dutyOfficer.call(receivedRequestRoutes.archiveReceivedRequest, { params });
  tell({
    city: LANZHOU,
    role: 'duty-officer',
    text: { zh: '派遣与收到的请求办结归档。', en: 'Closes and archives its side.' },
  });
};
