import { describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { aTeam, someTerms } from '../../../scripts/walkthrough/payloads.ts';
import { signAgreement } from '../../../scripts/walkthrough/steps/agreement.ts';
import {
  acceptance,
  answer,
  answeredBy,
  commit,
  pendingRequisition,
  receivedWhere,
  requisition,
} from '../../../scripts/walkthrough/steps/received-request.ts';
import { approve, place, requestWhere } from '../../../scripts/walkthrough/steps/request.ts';
import { verifyStory } from '../../../scripts/walkthrough/steps/story.ts';
import { registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import type { DrillScript } from '../../../shared/domain/drill/drill-script.ts';
import { drillRoutes } from '../../../shared/http/routes/drills.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { DrillView } from '../../../shared/http/views/drill.ts';
import { aDrillScript } from '../../builders/drill.ts';
import type { Deployment } from '../deployment.ts';
import { LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

/** The clock looks once a minute. */
const CLOCK = { timeoutMs: 100_000 };

/** It is waited for three times, and for messages between. */
const PLAYED = { timeout: 400_000 };

/** Everything in the first minute, so that nobody has to wait for it. */
const hurried = (script: DrillScript): DrillScript => ({
  ...script,
  injects: script.injects.map((inject) => ({ ...inject, atMinutes: 0 })),
});

/** Drills, with the clock as it runs. */
export const describeDrills = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const coordinator = desk('coordinator', XINING);
  const drillWhere = (city: string, drillId: string, fits: (drill: DrillView) => boolean): Promise<DrillView> =>
    eventually(
      async () => {
        const { body } = await desk('coordinator', city).call(drillRoutes.readDrill, { params: { drillId } });
        return fits(body) && body;
      },
      { ...CLOCK, what: `the drill in ${city}` },
    );

  /** The request that an inject drafted goes to Lanzhou, which commits its team. @returns its id. */
  const playRequest = async (drill: DrillView, agreementId: string, teamId: string): Promise<string> => {
    const requestId = drill.injects?.find(({ key }) => key === 'ask')?.outcome?.made?.id ?? '';
    const { items } = await approve(desk, XINING, requestId);
    const itemId = items[0]?.itemId ?? '';
    await place(desk, XINING, requestId, [agreementId]);
    const received = await receivedWhere(desk, LANZHOU, requestId);
    expect(received).toMatchObject({ exercise: true });
    await answer(desk, LANZHOU, requestId, [acceptance(itemId, [teamId], now())]);
    await answeredBy(desk, XINING, { requestId, by: LANZHOU, itemId });
    const { costs } = acceptance(itemId, [teamId], now()) as { costs: Record<string, number> };
    await requisition(desk, XINING, requestId, [{ city: LANZHOU, itemId, teamIds: [teamId], costs }]);
    const requisitionId = await pendingRequisition(desk, LANZHOU, requestId);
    await commit(desk, LANZHOU, { requestId, requisitionId }, [teamId], now());
    await requestWhere(desk, XINING, requestId, ({ deployments }) => deployments.length === 1);
    return requestId;
  };

  describe.concurrent('a drill', () => {
    test('runs on a live agreement to its score, takes nothing from what is real, and is removed', PLAYED, async () => {
      const agreementId = await signAgreement(desk, { from: XINING, to: LANZHOU, terms: someTerms(now()) });
      const { teamId } = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, now()));
      const body = { script: hurried(aDrillScript()), participants: [agreementId] };
      const { body: planned } = await coordinator.call(drillRoutes.planDrill, { body });
      const { drillId } = planned;
      const params = { drillId };
      await drillWhere(LANZHOU, drillId, ({ status }) => status === 'invited');
      await coordinator.call(drillRoutes.stepDrill, { params, body: { to: 'started' } });
      const drill = await drillWhere(XINING, drillId, ({ injects = [] }) => injects.every(({ outcome }) => outcome));
      expect(drill.injects?.map(({ outcome }) => outcome?.made?.kind ?? outcome?.failure?.code ?? 'said')).toEqual([
        'incident',
        'request',
        'agency-unknown',
        'said',
      ]);
      const requestId = await playRequest(drill, agreementId, teamId);
      const team = await desk('coordinator', LANZHOU).call(teamRoutes.readTeam, { params: { teamId } });
      expect(team.body).toMatchObject({ condition: 'available', drillCommitment: { requestId } });
      await coordinator.call(drillRoutes.handleInject, {
        params: { drillId, key: 'outage' },
        body: { note: '改用卫星电话' },
      });
      await coordinator.call(drillRoutes.stepDrill, { params, body: { to: 'ended' } });
      const { body: report } = await coordinator.call(drillRoutes.readDrillReport, { params });
      expect(report).toMatchObject({ final: true, points: 90, maximumPoints: 100 });
      await drillWhere(LANZHOU, drillId, ({ status }) => status === 'attended');

      for (const city of [XINING, LANZHOU]) {
        await desk('administrator', city).call(drillRoutes.removeDrillData, { params });
        await drillWhere(city, drillId, ({ removal }) => removal?.doneAt !== undefined);
        expect(await verifyStory(desk, city, 'drill', drillId)).toMatchObject({ intact: true });
      }
      const gone = await refusalOf(coordinator.call(requestRoutes.readRequest, { params: { requestId } }));
      expect(gone).toMatchObject({ status: 404 });
      const free = await desk('coordinator', LANZHOU).call(teamRoutes.readTeam, { params: { teamId } });
      expect(free.body).not.toHaveProperty('drillCommitment');
    });

    test('is called off before it begins, and only what is over is removed', async () => {
      const { body } = await coordinator.call(drillRoutes.planDrill, { body: { script: aDrillScript() } });
      const params = { drillId: body.drillId };
      const early = await refusalOf(desk('administrator', XINING).call(drillRoutes.removeDrillData, { params }));
      expect(early).toMatchObject({ status: 409, code: 'drill-not-over' });
      const off = await coordinator.call(drillRoutes.stepDrill, {
        params,
        body: { to: 'aborted', reason: '真实汛情' },
      });
      expect(off.body).toMatchObject({ status: 'called-off', reason: '真实汛情' });
    });
  });
};
