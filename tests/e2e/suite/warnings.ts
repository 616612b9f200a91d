import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { aTeam, someTerms } from '../../../scripts/walkthrough/payloads.ts';
import { agreementAt, countersign, fingerprintOf } from '../../../scripts/walkthrough/steps/agreement.ts';
import { verifyStory } from '../../../scripts/walkthrough/steps/story.ts';
import { registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import type { CapAlert } from '../../../shared/domain/cap/cap-alert.ts';
import { capMoment } from '../../../shared/domain/cap/cap-text.ts';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { readCap } from '../../../shared/exchange/cap/read-cap.ts';
import { writeCap } from '../../../shared/exchange/cap/write-cap.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { warningRuleRoutes } from '../../../shared/http/routes/warning-rules.ts';
import { CAP_TYPES, warningRoutes } from '../../../shared/http/routes/warnings.ts';
import { naming, rainstorm, rainstormInfo } from '../../builders/cap.ts';
import { warningDraft } from '../../builders/warning.ts';
import type { Deployment } from '../deployment.ts';
import { HAIDONG, LANZHOU, now, sceneOf, XINING } from './scene.ts';

const SAMPLE = readFileSync(new URL('../../../docs/samples/red-rainstorm.xml', import.meta.url), 'utf8');

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

  /** The sample file, as though it had been sent now and by a drill. */
  const ofFile = ({ identifier, sent, info: [now] = [] }: CapAlert): string =>
    SAMPLE.replace(/(?<=<identifier>)[^<]*/, identifier)
      .replace(/(?<=<sent>)[^<]*/, sent)
      .replace(/(?<=<status>)[^<]*/, 'Exercise')
      .replace(/(?<=<effective>)[^<]*/, now?.effective ?? '')
      .replace(/(?<=<expires>)[^<]*/, now?.expires ?? '')
      .replace(/(?<=<headline>)[^<]*/, `红色暴雨 ${identifier}`);

  const cancellationOf = ({ info: _, ...alert }: CapAlert): CapAlert => ({
    ...alert,
    ...{ identifier: `${alert.identifier}0`, msgType: 'Cancel', references: naming(alert) },
  });

  /** An agreement for drills with Lanzhou that works on declaration only. */
  const signDrillAgreement = async () => {
    const terms = someTerms(now(), { arming: 'on-declaration' });
    const partnerKeyId = await fingerprintOf(desk, LANZHOU);
    const { body: proposed } = await desk('representative', XINING).call(agreementRoutes.proposeAgreement, {
      body: { partner: LANZHOU, partnerKeyId, terms, exercise: true },
    });
    await countersign(desk, LANZHOU, proposed.agreementId);
    await agreementAt(desk, XINING, proposed.agreementId, { status: 'in-force' });
    return proposed;
  };

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

    test('arm an agreement, put a team on standby and let Lanzhou know, and stand all of it down', async () => {
      const xining = desk('representative', XINING);
      const lanzhou = desk('duty-officer', LANZHOU);
      const { agreementId } = await signDrillAgreement();
      const team = await registerTeam(desk, XINING, aTeam(XINING, now()));
      const rule = {
        ...{ name: `红色暴雨 ${agreementId}`, realm: 'exercise', colour: 'red', hazards: ['flood'], area: 'here' },
        ...{ agreements: [agreementId], teams: [team.teamId], partners: [agreementId], plans: [] },
        mayAsk: [{ kind: 'water-rescue', level: 2, quantity: 2 }],
      } as const;
      const { body: made } = await xining.call(warningRuleRoutes.setWarningRule, { body: rule as never });
      const alert = alertNow();
      const posted = await post(ofFile(alert), CAP_TYPES.cap);
      const { warningId } = (await posted.json()) as { warningId: string };
      await agreementAt(desk, LANZHOU, agreementId, { standing: 'usable' });
      const told = await eventually(
        async () => {
          const query = { side: 'told', limit: 100 } as const;
          const { items } = (await lanzhou.call(warningRoutes.listAwarenessNotices, { query })).body;
          return items.find(({ headline, status }) => headline.includes(alert.identifier) && status === 'in-effect');
        },
        { what: 'an awareness notice in Lanzhou' },
      );
      expect(told).toMatchObject({ teller: XINING, colour: 'red', exercise: true });
      const standing = await xining.call(teamRoutes.readTeam, { params: { teamId: team.teamId } });
      expect(standing.body.standbys).toMatchObject([{ warningId }]);
      await post(writeCap(cancellationOf(alert)), CAP_TYPES.cap);
      await agreementAt(desk, LANZHOU, agreementId, { standing: 'not-armed' });
      const { body: annex } = await xining.call(warningRoutes.readAfterAction, { params: { warningId } });
      expect(annex).toMatchObject({ settled: true, exercise: true, standbys: [{ outcome: 'undone' }] });
      expect(annex.notices[0]?.confirmedAt).toBeDefined();
      await xining.call(warningRuleRoutes.retireWarningRule, {
        params: { ruleId: made.ruleId },
        body: { reason: '测试结束' },
      });
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
