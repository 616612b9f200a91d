import { describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { agreementAt } from '../../../scripts/walkthrough/steps/agreement.ts';
import { readReceived } from '../../../scripts/walkthrough/steps/received-request.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { boardRoutes } from '../../../shared/http/routes/board.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { setAsideRoutes } from '../../../shared/http/routes/set-aside.ts';
import type { Deployment } from '../deployment.ts';
import { ForeignCity, inject } from './foreign-city.ts';
import { committed } from './missions.ts';
import { LANZHOU, now, sceneOf, statusOf, XINING } from './scene.ts';

/** What those who keep a cell look after: links, what was set aside, and what happened. */
export const describeSetAside = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;
  const administrator = desk('administrator', LANZHOU);

  const quarantined = (messageId: string) =>
    eventually(
      async () => {
        const { body } = await administrator.call(dutyRoomRoutes.listQuarantine, { query: { limit: 200 } });
        return body.items.find((entry) => entry.messageId === messageId);
      },
      { what: `message ${messageId} in quarantine` },
    );

  describe.concurrent('what was set aside', () => {
    test('comes in again once its cause is mended: here, an agreement that came too late', async () => {
      const city = new ForeignCity(scene, LANZHOU);
      const first = await city.request();
      await inject(deployment, LANZHOU, first);
      const { quarantineId } = await quarantined(first.id);
      await city.propose();
      await agreementAt(desk, LANZHOU, city.agreementId, { status: 'proposed' });
      await desk('representative', LANZHOU).call(agreementRoutes.countersignAgreement, {
        params: { agreementId: city.agreementId },
        body: { proposerKeyId: await city.fingerprint() },
      });
      const params = { quarantineId };
      expect((await administrator.call(setAsideRoutes.retryQuarantined, { params })).body).toMatchObject({
        quarantineId,
      });
      expect(await eventually(() => readReceived(desk, LANZHOU, first.conversation))).toMatchObject({
        from: city.code,
      });
      const { body } = await administrator.call(dutyRoomRoutes.listQuarantine, { query: { limit: 200 } });
      expect(body.items.find((entry) => entry.quarantineId === quarantineId)?.retried).toMatchObject({ takenIn: true });
    });

    test('is told by queue, and put back by the administrator alone', async () => {
      const { body } = await desk('auditor', XINING).call(setAsideRoutes.listDeadLetters, {});
      expect(body.items.map(({ queue }) => queue)).toEqual(['inbox', 'rows', 'undelivered', 'failed']);
      const params = { queue: 'rows' } as const;
      const { body: redriven } = await desk('administrator', XINING).call(setAsideRoutes.redriveDeadLetters, {
        params,
      });
      expect(redriven).toMatchObject({ queue: 'rows', left: 0 });
      const coordinator = desk('coordinator', XINING).call(setAsideRoutes.redriveDeadLetters, { params });
      expect(await statusOf(coordinator)).toBe(403);
    });
  });

  describe('those who keep a cell', () => {
    test('see how the links with partners stand, and find what happened', async () => {
      const began = now();
      const { requestId } = await committed(scene);
      const link = await eventually(async () => {
        const { body } = await desk('duty-officer', XINING).call(boardRoutes.readPartnerLinks, {});
        const found = body.items.find(({ city }) => city === LANZHOU);
        return found?.confirmedAt === undefined ? undefined : found;
      });
      expect(link).toMatchObject({ usable: true, verdict: expect.stringMatching(/healthy|late/) });
      const query = { type: 'requestPlaced', from: began, limit: 200 };
      const entry = await eventually(async () => {
        const { body } = await desk('auditor', XINING).call(ledgerRoutes.searchLedgers, { query });
        return body.items.find(({ id }) => id === requestId);
      });
      expect(entry).toMatchObject({ kind: 'request', actor: { kind: 'person', id: `coordinator@${XINING}` } });
    });
  });
};
