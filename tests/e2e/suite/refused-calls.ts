import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { aFlood, anItem, aTeam, someTerms } from '../../../scripts/walkthrough/payloads.ts';
import { agreementAt } from '../../../scripts/walkthrough/steps/agreement.ts';
import { approvedRequest, place } from '../../../scripts/walkthrough/steps/request.ts';
import { createClient } from '../../../shared/http/client.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { Deployment } from '../deployment.ts';
import { agreed, soonOver } from './missions.ts';
import { LANZHOU, now, refusalOf, sceneOf, statusOf, XINING } from './scene.ts';

/** The clock looks once a minute. */
const CLOCK_MS = 100_000;

/** Calls of people and programs that are refused, each with a reason that helps. */
export const describeRefusedCalls = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;

  describe.concurrent('a call', () => {
    const body = aTeam(XINING, now());
    const coordinator = desk('coordinator', XINING);

    test('under an expired agreement is refused with the term', { timeout: CLOCK_MS + 30_000 }, async () => {
      const agreementId = await agreed(scene, someTerms(now(), { validUntil: await soonOver(scene) }));
      const at = now();
      const incident = aFlood(XINING, at);
      const { requestId } = await approvedRequest(desk, { city: XINING, incident, items: [anItem(XINING, at)] });
      await agreementAt(desk, XINING, agreementId, { status: 'expired' }, { timeoutMs: CLOCK_MS });
      expect(await refusalOf(place(desk, XINING, requestId, [agreementId]))).toMatchObject({
        status: 409,
        code: 'agreement-not-in-force',
        errors: [{ pointer: '/agreementIds/0' }],
      });
    });

    test('without a token, or with that of another city, is not let in', async () => {
      const call = (token?: string) =>
        createClient({ baseUrl: deployment.baseUrl(XINING), ...(token === undefined ? {} : { token }) }).call(
          teamRoutes.listTeams,
        );
      expect(await statusOf(call())).toBe(401);
      expect(await statusOf(call(await deployment.token('coordinator', LANZHOU)))).toBe(401);
      expect(await statusOf(call('not.a.token'))).toBe(401);
    });

    test('of the wrong role is refused', async () => {
      const auditor = desk('auditor', XINING).call(teamRoutes.registerTeam, { body });
      expect(await refusalOf(auditor)).toMatchObject({ status: 403, code: 'role-not-allowed' });
    });

    test('with too large a body is refused', async () => {
      const large = { ...body, equipment: [{ name: 'x'.repeat(300 * 1024), quantity: 1, unit: '台' }] };
      expect(await statusOf(coordinator.call(teamRoutes.registerTeam, { body: large }))).toBe(413);
    });

    test('made twice with one key has one effect and one answer; with another body it is refused', async () => {
      const idempotencyKey = v7();
      const name = `一次性队伍 ${idempotencyKey}`;
      const once = { body: { ...body, name }, idempotencyKey };
      const first = await coordinator.call(teamRoutes.registerTeam, once);
      const second = await coordinator.call(teamRoutes.registerTeam, once);
      expect(second).toEqual(first);
      const other = coordinator.call(teamRoutes.registerTeam, { ...once, body: { ...body, name: '另一支队伍' } });
      expect(await refusalOf(other)).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
    });

    test('made twice at the same moment with one key has one effect and one answer', async () => {
      const once = { body: aFlood(XINING, now()), idempotencyKey: v7() };
      const calls = await Promise.all([1, 2, 3].map(() => coordinator.call(incidentRoutes.openIncident, once)));
      expect(new Set(calls.map(({ body: { incidentId } }) => incidentId)).size).toBe(1);
    });

    test('that makes no sense is told where, in Chinese and in English', async () => {
      const nonsense = { ...body, level: 9, headcount: -3, base: { ...body.base, latitude: 136.6 }, hobby: '下棋' };
      const told = async (language: 'zh' | 'en') => {
        const baseUrl = deployment.baseUrl(XINING);
        const token = await deployment.token('coordinator', XINING);
        const client = createClient({ baseUrl, token, language });
        return refusalOf(client.call(teamRoutes.registerTeam, { body: nonsense as typeof body }));
      };
      const chinese = await told('zh');
      expect(chinese).toMatchObject({ status: 422, code: 'body-not-valid', title: '内容不合要求' });
      expect(chinese.errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
        '/base/latitude',
        '/headcount',
        '/hobby',
        '/level',
      ]);
      expect(chinese.errors?.every(({ detail }) => /\p{Script=Han}/u.test(detail))).toBe(true);
      const english = await told('en');
      expect(english.errors?.some(({ detail }) => /\p{Script=Han}/u.test(detail))).toBe(false);
    });

    test('to nowhere, or with a method that the address does not take, is told so', async () => {
      const headers = { authorization: `Bearer ${await deployment.token('coordinator', XINING)}` };
      const get = (path: string, method: string) => fetch(`${deployment.baseUrl(XINING)}${path}`, { method, headers });
      expect((await get('/v1/nothing', 'GET')).status).toBe(404);
      for (const [path, method] of [
        ['/v1/teams', 'DELETE'],
        ['/health', 'POST'],
      ] as const)
        expect((await get(path, method)).status).toBe(405);
    });

    test('for an agreement that the partner has suspended is refused at once', async () => {
      const agreementId = await agreed(scene);
      const act = { params: { agreementId }, body: { reason: '本市进入一级响应' } };
      await desk('representative', LANZHOU).call(agreementRoutes.suspendAgreement, act);
      await agreementAt(desk, XINING, agreementId, { status: 'suspended' });
      const at = now();
      const asking = { city: XINING, incident: aFlood(XINING, at), items: [anItem(XINING, at)] };
      const { requestId } = await approvedRequest(desk, asking);
      expect(await refusalOf(place(desk, XINING, requestId, [agreementId]))).toMatchObject({
        status: 409,
        code: 'agreement-not-in-force',
        parameters: { status: 'suspended' },
      });
    });
  });
};
