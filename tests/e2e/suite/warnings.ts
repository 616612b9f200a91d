import { describe, expect, test } from 'vitest';
import { verifyStory } from '../../../scripts/walkthrough/steps/story.ts';
import type { CapAlert } from '../../../shared/domain/cap/cap-alert.ts';
import { capMoment } from '../../../shared/domain/cap/cap-text.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { readCap } from '../../../shared/exchange/cap/read-cap.ts';
import { writeCap } from '../../../shared/exchange/cap/write-cap.ts';
import { CAP_TYPES, warningRoutes } from '../../../shared/http/routes/warnings.ts';
import { rainstorm, rainstormInfo } from '../../builders/cap.ts';
import { warningDraft } from '../../builders/warning.ts';
import type { Deployment } from '../deployment.ts';
import { HAIDONG, now, sceneOf, XINING } from './scene.ts';

/** Warnings as CAP, into a city and out of it. */
export const describeWarnings = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const duty = desk('duty-officer', XINING);
  const representative = desk('representative', HAIDONG);

  const alertNow = (): CapAlert => {
    const sent = now();
    const expires = capMoment(plus(sent, HOUR_MS));
    const identifier = `63010041600000_${capMoment(sent).slice(0, 19).replace(/\D/g, '')}_${sent.slice(20, 23)}`;
    const info = [rainstormInfo({ effective: capMoment(sent), expires })];
    return rainstorm({ identifier, sent: capMoment(sent), status: 'Exercise', info });
  };

  const post = async (body: string, mediaType: string): Promise<Response> =>
    fetch(`${deployment.baseUrl(XINING)}/v1/warnings`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await deployment.token('duty-officer', XINING)}`,
        'content-type': mediaType,
        'idempotency-key': crypto.randomUUID(),
      },
      body,
    });

  describe.concurrent('warnings', () => {
    test('come in as a CAP document, once, and are in force', async () => {
      const alert = alertNow();
      const document = writeCap(alert);
      const answers = await Promise.all([post(document, CAP_TYPES.cap), post(document, CAP_TYPES.xml)]);
      const ids = await Promise.all(
        answers.map(async (answer) => ((await answer.json()) as { warningId: string }).warningId),
      );
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      const [warningId = ''] = ids;
      expect(ids).toEqual([warningId, warningId]);
      const query = { realm: 'exercise', colour: 'red', hazard: 'flood', limit: 200 } as const;
      const { body } = await duty.call(warningRoutes.listWarningsInForce, { query });
      expect(body.items.filter((one) => one.warningId === warningId)).toMatchObject([
        { identifier: alert.identifier, cities: [{ city: XINING, basis: 'division' }] },
      ]);
      const given = await duty.download(warningRoutes.readWarningDocument, { params: { warningId } });
      expect(new TextDecoder().decode(given.bytes)).toBe(document);
      expect(await verifyStory(desk, XINING, 'warning', warningId)).toMatchObject({ intact: true });
    });

    test('that are no CAP are refused with pointers', async () => {
      const answer = await post(writeCap(alertNow()).replace('<scope>Public', '<scope>Secret'), CAP_TYPES.cap);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({ code: 'cap-not-valid', errors: [{ pointer: '/scope' }] });
      expect((await post('not so', 'text/plain')).status).toBe(415);
    });

    test('of a city go out as CAP, are acknowledged and cancelled', async () => {
      const warning = warningDraft({ expiresAt: plus(now(), HOUR_MS) });
      const issued = await representative.call(warningRoutes.issueWarning, { body: { status: 'Exercise', warning } });
      const params = { warningId: issued.body.warningId };
      const given = await representative.download(warningRoutes.readWarningDocument, { params });
      expect(readCap(new TextDecoder().decode(given.bytes))).toMatchObject({ value: { alert: issued.body.alert } });
      await desk('team-leader', HAIDONG).call(warningRoutes.acknowledgeWarning, { params, body: {} });
      const acknowledged = await representative.call(warningRoutes.listAcknowledgements, { params });
      expect(acknowledged.body.items).toMatchObject([{ by: 'person' }]);
      const cancelled = await representative.call(warningRoutes.cancelWarning, {
        params,
        body: { reason: '演练结束' },
      });
      expect(cancelled.body).toMatchObject({ status: 'recorded', alert: { msgType: 'Cancel', status: 'Exercise' } });
      const { body } = await representative.call(warningRoutes.readWarning, { params });
      expect(body).toMatchObject({ status: 'cancelled', endedBy: cancelled.body.warningId });
    });
  });
};
