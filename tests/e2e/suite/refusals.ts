import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { aFlood, anItem, aTeam, someTerms } from '../../../scripts/walkthrough/payloads.ts';
import { agreementAt, signAgreement } from '../../../scripts/walkthrough/steps/agreement.ts';
import { readReceived } from '../../../scripts/walkthrough/steps/received-request.ts';
import { approvedRequest, place } from '../../../scripts/walkthrough/steps/request.ts';
import { messagesOf, readStory } from '../../../scripts/walkthrough/steps/story.ts';
import { plus } from '../../../shared/domain/kernel/instant.ts';
import type { Envelope } from '../../../shared/exchange/envelope.ts';
import { createClient } from '../../../shared/http/client.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { Deployment } from '../deployment.ts';
import { ForeignCity, inject } from './foreign-city.ts';
import { agreed, asked } from './missions.ts';
import { LANZHOU, now, refusalOf, type Scene, sceneOf, statusOf, XINING } from './scene.ts';

/** The clock looks once a minute. */
const CLOCK_MS = 100_000;

/** Waits until Lanzhou shows a message in its quarantine. */
const quarantined = ({ desk }: Scene, messageId: string) =>
  eventually(
    async () => {
      const { body } = await desk('auditor', LANZHOU).call(dutyRoomRoutes.listQuarantine, { query: { limit: 200 } });
      return body.items.find((entry) => entry.messageId === messageId || entry.excerpt.includes(messageId));
    },
    { what: `message ${messageId} in quarantine` },
  );

/** @returns a city of the test's own that has an agreement in force with Lanzhou. */
const foreignPartner = async (scene: Scene, terms = {}): Promise<ForeignCity> => {
  const { desk } = scene;
  const city = new ForeignCity(scene, LANZHOU);
  await city.propose(terms);
  const { agreementId } = city;
  await agreementAt(desk, LANZHOU, agreementId, { status: 'proposed' });
  const call = { params: { agreementId }, body: { proposerKeyId: await city.fingerprint() } };
  await desk('representative', LANZHOU).call(agreementRoutes.countersignAgreement, call);
  return city;
};

/** What must not get in, and does not: with the reason, where people can see it. */
export const describeRefusals = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;

  describe.concurrent('a message', () => {
    test('truly signed by a partner gets in', async () => {
      const city = await foreignPartner(scene);
      const request = await city.request();
      await inject(deployment, LANZHOU, request);
      const received = await eventually(() => readReceived(desk, LANZHOU, request.conversation));
      expect(received).toMatchObject({ from: city.code, status: 'received' });
    });

    test('with a forged signature is quarantined', async () => {
      const { requestId } = await asked(scene);
      const [placed] = messagesOf(await readStory(desk, XINING, 'request', requestId));
      if (!placed) throw new Error('nothing was sent');
      const forged: Envelope = { ...placed.envelope, id: v7(), sequence: { [LANZHOU]: 2 } };
      await inject(deployment, LANZHOU, forged);
      expect(await quarantined(scene, forged.id)).toMatchObject({
        code: 'forged-signature',
        from: XINING,
        type: 'RequestResource',
        verified: false,
      });
    });

    test('of an unknown city is quarantined', async () => {
      const stranger = new ForeignCity(scene, LANZHOU);
      // A code of its own: other scenarios of this suite make friends with the usual foreign city.
      const request = await stranger.request({}, { from: '650100' });
      await inject(deployment, LANZHOU, request);
      expect(await quarantined(scene, request.id)).toMatchObject({ code: 'unknown-city', verified: false });
    });

    test('signed with another key than the pinned one is quarantined', async () => {
      const partner = await foreignPartner(scene);
      const impostor = new ForeignCity(scene, LANZHOU);
      const request = await impostor.request({ agreementId: partner.agreementId }, { agreement: partner.agreementId });
      await inject(deployment, LANZHOU, request);
      expect(await quarantined(scene, request.id)).toMatchObject({ code: 'unknown-key', verified: false });
    });

    test('under an expired agreement is quarantined, its sender told', { timeout: CLOCK_MS + 30_000 }, async () => {
      const partner = await foreignPartner(scene, { validUntil: plus(now(), 4_000) });
      await agreementAt(desk, LANZHOU, partner.agreementId, { status: 'expired' }, { timeoutMs: CLOCK_MS });
      const request = await partner.request();
      await inject(deployment, LANZHOU, request);
      const entry = await quarantined(scene, request.id);
      expect(entry).toMatchObject({ code: 'agreement-not-in-force', verified: true });
      expect(entry.reason.zh).toContain('已到期');
    });

    test('that asks for what the agreement does not cover is quarantined, its sender told', async () => {
      const partner = await foreignPartner(scene);
      const items = [{ ...anItem(XINING, now(), { kind: 'mine-rescue' }), itemId: v7() }];
      const request = await partner.request({ items });
      await inject(deployment, LANZHOU, request);
      const entry = await quarantined(scene, request.id);
      expect(entry).toMatchObject({ code: 'resource-kind-out-of-scope', verified: true });
      expect(entry.reason.en).toContain('Mine rescue');
    });

    test('that is played again has no second effect; with its number used again it is quarantined', async () => {
      const partner = await foreignPartner(scene);
      const request = await partner.request();
      await inject(deployment, LANZHOU, request);
      const before = await eventually(() => readStory(desk, LANZHOU, 'received-request', request.conversation));
      await inject(deployment, LANZHOU, request);
      // Whatever comes after it tells that the repeat has been dealt with.
      const replayed = await partner.request(
        { requestId: request.conversation },
        { conversation: request.conversation },
      );
      await inject(deployment, LANZHOU, replayed);
      expect(await quarantined(scene, replayed.id)).toMatchObject({ code: 'sequence-replayed', verified: true });
      expect(await readStory(desk, LANZHOU, 'received-request', request.conversation)).toEqual(before);
      const reused = await partner.request(
        { requestId: request.conversation, messageId: request.id, exercise: true },
        { conversation: request.conversation },
      );
      await inject(deployment, LANZHOU, reused);
      expect(await quarantined(scene, request.id)).toMatchObject({ code: 'message-id-reused', verified: true });
    });

    test.each([
      ['for another city', { to: [XINING] }, 'wrong-recipient'],
      ['past its time', { expiresAt: '2026-01-01T00:00:00.000Z' }, 'message-expired'],
      ['from the city itself', { from: LANZHOU }, 'from-ourselves'],
    ])('%s is quarantined', async (_, said, code) => {
      const request = await new ForeignCity(scene, LANZHOU).request({}, said);
      await inject(deployment, LANZHOU, request);
      expect(await quarantined(scene, request.id)).toMatchObject({ code, verified: false });
    });

    test.each([
      ['of no known type', 'RequestMiracle', {}, 'unknown-message-type'],
      ['whose body breaks its contract', 'RequestResource', { MessageID: 'x' }, 'body-not-valid'],
    ])('%s is quarantined', async (_, type, body, code) => {
      const message = await new ForeignCity(scene, LANZHOU).message(type, body);
      await inject(deployment, LANZHOU, message);
      expect(await quarantined(scene, message.id)).toMatchObject({ code, verified: false });
    });

    test('that is too large, or no message at all, is quarantined', async () => {
      const small = await new ForeignCity(scene, LANZHOU).message('RequestResource', {});
      const large = { ...small, body: { filler: 'x'.repeat(242 * 1024) } };
      await inject(deployment, LANZHOU, large);
      expect((await quarantined(scene, large.id)).code).toBe('message-too-large');
      const marker = v7();
      const Detail = JSON.stringify({ to: [LANZHOU], hello: marker });
      await deployment.putEvents(LANZHOU, [{ Source: `shouwang.${XINING}`, DetailType: 'RequestResource', Detail }]);
      expect((await quarantined(scene, marker)).code).toBe('not-a-message');
    });
  });

  describe.concurrent('a call', () => {
    const body = aTeam(XINING, now());
    const coordinator = desk('coordinator', XINING);

    test('under an expired agreement is refused with the term', { timeout: CLOCK_MS + 30_000 }, async () => {
      const at = now();
      const terms = someTerms(at, { validUntil: plus(at, 4_000) });
      const agreementId = await signAgreement(desk, { from: XINING, to: LANZHOU, terms });
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
      const get = (path: string, method: string) => fetch(`${deployment.baseUrl(XINING)}${path}`, { method });
      expect((await get('/v1/nothing', 'GET')).status).toBe(404);
      expect((await get('/v1/teams', 'DELETE')).status).toBe(405);
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
