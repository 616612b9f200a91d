import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { anItem } from '../../../scripts/walkthrough/payloads.ts';
import { agreementAt } from '../../../scripts/walkthrough/steps/agreement.ts';
import { readReceived } from '../../../scripts/walkthrough/steps/received-request.ts';
import { messagesOf, readStory } from '../../../scripts/walkthrough/steps/story.ts';
import type { Envelope } from '../../../shared/exchange/envelope.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import type { Deployment } from '../deployment.ts';
import { ForeignCity, inject } from './foreign-city.ts';
import { asked, soonOver } from './missions.ts';
import { LANZHOU, now, type Scene, sceneOf, XINING } from './scene.ts';

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

/** Messages that must not get in, and do not: with the reason, where people can see it. */
export const describeRefusedMessages = (deployment: Deployment): void => {
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
      const id = v7();
      const { envelope } = placed;
      const body = { ...envelope.body, MessageID: id };
      const forged: Envelope = { ...envelope, id, body, sequence: { [LANZHOU]: 2 } };
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
      const partner = await foreignPartner(scene, { validUntil: await soonOver(scene) });
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
};
