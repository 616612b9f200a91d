import { describe, expect, test } from 'vitest';
import { anAgency } from '../../../scripts/walkthrough/agency-payloads.ts';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { aFlood, anItem, aTeam, EVERYTHING_LISTED, someTerms } from '../../../scripts/walkthrough/payloads.ts';
import { signAgreement } from '../../../scripts/walkthrough/steps/agreement.ts';
import { receivedWhere } from '../../../scripts/walkthrough/steps/received-request.ts';
import { approvedRequest, readRequest } from '../../../scripts/walkthrough/steps/request.ts';
import { readTeam, registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import { createClient } from '../../../shared/http/client.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { agencyTaskRoutes } from '../../../shared/http/routes/agency-tasks.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { sourcingRoutes } from '../../../shared/http/routes/sourcing.ts';
import type { SourcingPlanView } from '../../../shared/http/views/sourcing.ts';
import type { Deployment } from '../deployment.ts';
import { LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

/** A plan from everybody who could help, placed in one call, and what becomes of each of its parts. */
export const describeSourcing = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const coordinator = desk('coordinator', XINING);

  /** A request for two power teams and a chemical one; who could be had is in Xining, and in what Lanzhou shares. */
  const prepare = async () => {
    const at = now();
    const power = { kind: 'power-restoration' as const };
    const own = await registerTeam(desk, XINING, aTeam(XINING, at, { ...power, name: '西宁电力抢修队（演示）' }));
    const agency = {
      ...anAgency(XINING, at, '虚构供电公司（演示）'),
      capabilities: [{ kind: 'power-restoration' as const, grade: 1 as const }],
    };
    const { agencyId } = (await coordinator.call(agencyRoutes.registerAgency, { body: agency })).body;
    const chemical = aTeam(LANZHOU, at, { kind: 'chemical-rescue', hazards: ['flood'], name: '兰州危化队（演示）' });
    const lent = await registerTeam(desk, LANZHOU, chemical);
    const terms = someTerms(at, {
      resourceKinds: ['power-restoration', 'chemical-rescue'],
      preAuthorised: [],
      listings: EVERYTHING_LISTED,
    });
    const agreementId = await signAgreement(desk, { from: XINING, to: LANZHOU, terms });
    const items = [
      anItem(XINING, at, { kind: 'power-restoration', quantity: 2, mission: '恢复供电（演示）' }),
      anItem(XINING, at, { kind: 'chemical-rescue', quantity: 1, mission: '处置泄漏（演示）' }),
    ];
    const incident = { ...aFlood(XINING, at), hazard: 'earthquake' as const, title: '地震（演示）' };
    const request = await approvedRequest(desk, { city: XINING, incident, items });
    return { requestId: request.requestId, own: own.teamId, agencyId, lent: lent.teamId, agreementId };
  };

  const plan = async (requestId: string): Promise<SourcingPlanView> =>
    (await coordinator.call(sourcingRoutes.planSourcing, { params: { requestId }, query: {} })).body;

  describe.concurrent('a sourcing plan', () => {
    test('is made from own teams, agencies and partners, and placed in one call', { timeout: 120_000 }, async () => {
      const { requestId, own, agencyId, lent, agreementId } = await prepare();
      const full = await eventually(
        async () => {
          const made = await plan(requestId);
          if (made.totals.unfilled === 0) return made;
          throw new Error(JSON.stringify(made.items.map(({ kind, unfilled }) => ({ kind, ...unfilled }))));
        },
        { what: 'everybody in the plan' },
      );
      const chosen = full.items.flatMap((item) => item.chosen.map(({ id, source }) => [id, source.type]));
      expect(Object.fromEntries(chosen)).toEqual({ [own]: 'own', [agencyId]: 'agency', [lent]: 'partner' });
      expect(full.totals.estimatedCost).toBeGreaterThan(0);
      const other = { params: { requestId }, body: { planVersion: 'of-yesterday' } };
      expect(await refusalOf(coordinator.call(sourcingRoutes.placeSourcingPlan, other))).toMatchObject({
        ...{ status: 409, code: 'sourcing-plan-changed' },
        parameters: { planVersion: full.planVersion },
      });

      const body = { planVersion: full.planVersion };
      const placed = await coordinator.call(sourcingRoutes.placeSourcingPlan, { params: { requestId }, body });
      expect(placed.body).toMatchObject({ complete: true });
      const request = await readRequest(desk, XINING, requestId);
      expect(request.quantities.map(({ own: sent, tasked, open }) => [sent, tasked, open])).toEqual([
        [1, 1, 0],
        [0, 0, 1],
      ]);
      expect(request.placements).toMatchObject([{ city: LANZHOU, agreementId }]);
      await receivedWhere(desk, LANZHOU, requestId);

      const taskId = request.tasks[0]?.taskId ?? '';
      const officer = createClient({
        baseUrl: deployment.baseUrl(XINING),
        token: () => deployment.token('agency-officer', XINING, agencyId),
      });
      const accepted = await officer.call(agencyTaskRoutes.accept, { params: { taskId } });
      expect(accepted.body.yours.outcome.kind).toBe('accepted');

      const deploymentId = request.dispatches[0]?.deploymentId ?? '';
      expect((await readTeam(desk, XINING, own)).body.commitment).toMatchObject({ deploymentId, requestId });
      const leader = desk('team-leader', XINING);
      const departed = { params: { deploymentId }, body: { status: 'departed' as const, at: now() } };
      expect((await leader.call(deploymentRoutes.reportDeployment, departed)).body).toMatchObject({
        ...{ side: 'owner', owner: XINING, requester: XINING, status: 'departed' },
      });
    });

    test('sends an own team and calls it off, and the city alone knows of it', async () => {
      const at = now();
      const team = aTeam(XINING, at, { kind: 'mountain-rescue', name: '西宁山地队（演示）' });
      const { teamId: own } = await registerTeam(desk, XINING, team);
      const items = [anItem(XINING, at, { kind: 'mountain-rescue', mission: '搜寻失联人员（演示）' })];
      const request = await approvedRequest(desk, { city: XINING, incident: aFlood(XINING, at), items });
      const { requestId } = request;
      const itemId = request.items[0]?.itemId ?? '';
      const sent = await coordinator.call(requestRoutes.dispatchOwnTeams, {
        params: { requestId, itemId },
        body: { teamIds: [own] },
      });
      expect(sent.body).toMatchObject({ status: 'placed', workOrderStep: 'handle' });
      const deploymentId = sent.body.dispatches[0]?.deploymentId ?? '';
      const off = await coordinator.call(deploymentRoutes.releaseTeam, { params: { deploymentId }, body: {} });
      expect(off.body.status).toBe('cancelled');
      expect((await readRequest(desk, XINING, requestId)).deployments).toEqual([{ deploymentId, ended: true }]);
      expect((await readTeam(desk, XINING, own)).body.commitment).toBeUndefined();
    });
  });
};
