import { describe, expect, test } from 'vitest';
import { deploymentWhere, readDeployment, report } from '../../../scripts/walkthrough/steps/deployment.ts';
import type { HandOff } from '../../../shared/domain/deadline/hand-off.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { Pending } from '../../../shared/http/views/pending.ts';
import type { Deployment } from '../deployment.ts';
import { committed } from './missions.ts';
import { LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

const waitFor = ({ handOffs }: Pending, handOff: HandOff) => handOffs.find((pending) => pending.handOff === handOff);

/** Teams that are out say that all is well, and both ends know when the next word is due. */
export const describeCheckIns = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;

  describe.concurrent('the check-in of a deployed team', () => {
    test('is waited for at both ends, and each word of the leader puts it off', { timeout: 120_000 }, async () => {
      const { requestId, deploymentId } = await committed(scene);
      const params = { deploymentId };
      expect(waitFor((await readDeployment(desk, XINING, deploymentId)).pending, 'departure')).toMatchObject({
        waitsFor: { who: 'city', city: LANZHOU },
        handOffText: { zh: '出发' },
      });
      const { body: request } = await desk('coordinator', XINING).call(requestRoutes.readRequest, {
        params: { requestId },
      });
      expect(request).toMatchObject({ workOrderStep: 'supervise', pending: { next: { waitsFor: { city: LANZHOU } } } });

      await report(desk, LANZHOU, deploymentId, { status: 'departed', at: now() });
      const departed = await deploymentWhere(desk, XINING, deploymentId, ({ status }) => status === 'departed');
      const first = waitFor(departed.pending, 'check-in')?.due ?? '';
      const body = { note: '过兰州收费站，全员平安' };
      const { body: here } = await desk('team-leader', LANZHOU).call(deploymentRoutes.checkInDeployment, {
        params,
        body,
      });
      const there = await deploymentWhere(desk, XINING, deploymentId, ({ heardAt }) => heardAt === here.heardAt);
      expect(there.lastReport).toEqual({ at: here.heardAt, note: body.note });
      const next = waitFor(there.pending, 'check-in')?.due ?? '';
      expect(next > first).toBe(true);
      const atHome = await readDeployment(desk, LANZHOU, deploymentId);
      expect(waitFor(atHome.pending, 'check-in')).toMatchObject({ due: next, waitsFor: { who: 'team' } });
    });

    test('is the owner’s to give', async () => {
      const { deploymentId } = await committed(scene);
      const call = desk('coordinator', XINING).call(deploymentRoutes.checkInDeployment, {
        params: { deploymentId },
        body: {},
      });
      expect(await refusalOf(call)).toMatchObject({ status: 409, code: 'wrong-side-of-deployment' });
    });

    test('of a request stands in the lane of its step', async () => {
      const { requestId } = await committed(scene);
      const query = { step: 'supervise', limit: 100 } as const;
      const { body } = await desk('coordinator', XINING).call(requestRoutes.listRequests, { query });
      expect(body.items.map((card) => card.requestId)).toContain(requestId);
    });
  });
};
