import { expect } from 'vitest';
import { deploymentWhere, report } from '../../../scripts/walkthrough/steps/deployment.ts';
import { readTeam } from '../../../scripts/walkthrough/steps/team.ts';
import type { ReportableStatus } from '../../../shared/domain/deployment/progress.ts';
import { DAY_MS, HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { LANZHOU, now, refusalOf, type Scene, XINING } from './scene.ts';

/** A team of Lanzhou on its way to Xining and home again. */
export interface OnMission {
  readonly deploymentId: string;
  readonly teamId: string;
}

const STEPS_OUT: readonly ReportableStatus[] = ['departed', 'en-route', 'arrived', 'working'];

/** Step 7, out: each report is seen at the other end with its actual time. */
export const journeyOut = async ({ desk }: Scene, { deploymentId }: OnMission): Promise<void> => {
  expect(await deploymentWhere(desk, XINING, deploymentId)).toMatchObject({ side: 'requester', status: 'mobilising' });
  for (const status of STEPS_OUT) {
    const at = now();
    await report(desk, LANZHOU, deploymentId, { status, at, note: '一切顺利' });
    const seen = await deploymentWhere(desk, XINING, deploymentId, (there) => there.status === status);
    expect(seen.lastReport).toEqual({ at, note: '一切顺利' });
  }
  const { times } = await deploymentWhere(desk, XINING, deploymentId);
  expect(times.arrival).toEqual({
    requested: expect.any(String),
    estimated: expect.any(String),
    actual: expect.any(String),
  });
  const params = { deploymentId };
  await desk('duty-officer', XINING).call(deploymentRoutes.askDeploymentStatus, { params });
};

/** Step 7, on site: the stay is extended, and the owner asks its team back. */
export const extendAndRecall = async ({ desk }: Scene, { deploymentId }: OnMission): Promise<void> => {
  const params = { deploymentId };
  const until = plus(now(), 5 * DAY_MS);
  const reason = '上游仍有降雨';
  await desk('coordinator', XINING).call(deploymentRoutes.askExtension, { params, body: { until, reason } });
  await deploymentWhere(desk, LANZHOU, deploymentId, ({ extension }) => extension !== undefined);
  await desk('coordinator', LANZHOU).call(deploymentRoutes.answerExtension, { params, body: { response: 'accept' } });
  const extended = await deploymentWhere(
    desk,
    XINING,
    deploymentId,
    ({ extension }) => extension?.answer !== undefined,
  );
  expect(extended.times.returnDeparture.estimated).toBe(until);

  const body = { by: plus(now(), HOUR_MS), reason: '兰州市区出现险情' };
  await desk('duty-officer', LANZHOU).call(deploymentRoutes.askReturn, { params, body });
  await deploymentWhere(desk, XINING, deploymentId, ({ returnRequest }) => returnRequest !== undefined);
  const no = { response: 'decline', reason: '转移尚未完成，完成后立即放行' } as const;
  await desk('coordinator', XINING).call(deploymentRoutes.answerReturn, { params, body: no });
  const answered = await deploymentWhere(
    desk,
    LANZHOU,
    deploymentId,
    ({ returnRequest }) => returnRequest?.answer !== undefined,
  );
  expect(answered.returnRequest?.answer).toMatchObject(no);
};

/** Step 7, home: released, and free again. */
export const journeyHome = async ({ desk }: Scene, { deploymentId, teamId }: OnMission): Promise<void> => {
  const early = report(desk, LANZHOU, deploymentId, { status: 'returning', at: now() });
  expect(await refusalOf(early)).toMatchObject({ status: 409, code: 'not-free-to-return' });
  const release = { params: { deploymentId }, body: { note: '任务完成，感谢' } };
  await desk('coordinator', XINING).call(deploymentRoutes.releaseTeam, release);
  await deploymentWhere(desk, LANZHOU, deploymentId, (there) => there.release !== undefined);
  for (const status of ['returning', 'home'] as const) {
    await report(desk, LANZHOU, deploymentId, { status, at: now() });
    await deploymentWhere(desk, XINING, deploymentId, (there) => there.status === status);
  }
  const { body: team } = await readTeam(desk, LANZHOU, teamId);
  expect(team.condition).toBe('available');
  expect(team.commitment).toBeUndefined();
};
