import { aPromise } from '../payloads.ts';
import { LANZHOU, type Stage, XINING } from '../stage.ts';
import { deploymentWhere } from '../steps/deployment.ts';
import { commit, pendingRequisition, requisition } from '../steps/received-request.ts';
import { requestWhere } from '../steps/request.ts';
import { readTeam } from '../steps/team.ts';
import type { Teams } from './registry.ts';
import type { Request } from './request.ts';

/** Both representatives sign. @returns the id of the deployment. */
export const requisitionAndCommit = async (stage: Stage, request: Request, { water }: Teams): Promise<string> => {
  const { desk, tell, now } = stage;
  const { requestId } = request;
  const { teamId } = water;
  const { costs } = aPromise(now());
  await requisition(desk, XINING, requestId, [{ city: LANZHOU, itemId: request.water, teamIds: [teamId], costs }]);
  const requisitionId = await pendingRequisition(desk, LANZHOU, requestId);
  tell({
    city: XINING,
    role: 'representative',
    message: { type: 'RequisitionResource', to: [LANZHOU] },
    text: {
      zh: `签署征调“${water.name}”，资金代码 DEMO-2026-0815，费用16500元。`,
      en: 'Signs the requisition of the water-rescue team: fund DEMO-2026-0815, CNY 16,500.',
    },
  });
  await commit(desk, LANZHOU, { requestId, requisitionId }, [teamId], now());
  const { deployments } = await requestWhere(desk, XINING, requestId, ({ deployments: all }) => all.length > 0);
  const deploymentId = deployments[0]?.deploymentId ?? '';
  const { orderNumber } = await deploymentWhere(desk, XINING, deploymentId);
  const { body: team } = await readTeam(desk, LANZHOU, teamId);
  if (team.commitment?.deploymentId !== deploymentId) throw new Error('the team is not committed to this deployment');
  tell({
    city: LANZHOU,
    role: 'representative',
    message: { type: 'CommitResource', to: [XINING] },
    text: {
      zh: `签署承诺，任务令号${orderNumber}；同一事务中锁定队伍，谁也不能再征调它。`,
      en: `Signs the commitment, order ${orderNumber}; the same transaction binds the team, so that nobody else can have it.`,
    },
  });
  return deploymentId;
};
