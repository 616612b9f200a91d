import { describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { someTerms } from '../../../scripts/walkthrough/payloads.ts';
import {
  agreementAt,
  fingerprintOf,
  propose,
  readAgreement,
  signAgreement,
} from '../../../scripts/walkthrough/steps/agreement.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import type { AgreementView } from '../../../shared/http/views/agreement.ts';
import type { Deployment } from '../deployment.ts';
import { soonOver } from './missions.ts';
import { LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

/** The clock looks once a minute. */
const CLOCK_MS = 100_000;
const PARTIES = { from: XINING, to: LANZHOU } as const;

/** Agreements from proposal to end, at both ends. */
export const describeAgreements = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;
  const xining = desk('representative', XINING);
  const lanzhou = desk('representative', LANZHOU);
  const reason = '年度演练总结后商定（演示）';

  describe.concurrent('an agreement', () => {
    test('is in force at both ends once both have signed, with the same keys, terms and signatures', async () => {
      const id = await signAgreement(desk, { ...PARTIES, terms: someTerms(now()) });
      const [here, there] = [await readAgreement(desk, XINING, id), await readAgreement(desk, LANZHOU, id)];
      expect(here).toEqual({ ...there, inForceSince: here.inForceSince });
      expect(here).toMatchObject({ status: 'in-force', standing: 'usable', termsVersion: 1 });
      expect(here.terms.replyWithinMinutes).toBe(120);
      expect(here.signatures.map(({ city }) => city)).toEqual([XINING, LANZHOU]);
      expect(here.keys[LANZHOU]?.fingerprint).toBe(await fingerprintOf(desk, LANZHOU));
    });

    test('is not signed on a wrong fingerprint, and can be refused with a reason', async () => {
      const { agreementId } = await propose(desk, { ...PARTIES, terms: someTerms(now()) });
      await agreementAt(desk, LANZHOU, agreementId, { status: 'proposed' });
      const params = { agreementId };
      const body = { proposerKeyId: 'ABCD '.repeat(16).trim() };
      const problem = await refusalOf(lanzhou.call(agreementRoutes.countersignAgreement, { params, body }));
      expect(problem).toMatchObject({ status: 422, code: 'fingerprint-mismatch' });
      expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(['/proposerKeyId']);
      await lanzhou.call(agreementRoutes.refuseAgreement, { params, body: { reason } });
      const refused = await agreementAt(desk, XINING, agreementId, { status: 'refused' });
      expect(refused.refusal).toEqual({ by: LANZHOU, reason });
    });

    test('is amended by both signatures; the terms at both ends are the new ones', async () => {
      const at = now();
      const id = await signAgreement(desk, { ...PARTIES, terms: someTerms(at) });
      const params = { agreementId: id };
      const terms = someTerms(at, { hazards: ['flood', 'earthquake', 'chemical'], replyWithinMinutes: 60 });
      await lanzhou.call(agreementRoutes.proposeAmendment, { params, body: { terms } });
      const { amendment } = await agreementWith(XINING, id, ({ amendment: pending }) => pending !== undefined);
      const amended = { ...params, amendmentId: amendment?.amendmentId ?? '' };
      await xining.call(agreementRoutes.signAmendment, { params: amended, body: {} });
      const there = await agreementWith(LANZHOU, id, ({ termsVersion }) => termsVersion === 2);
      expect(there.terms).toMatchObject({ hazards: terms.hazards, replyWithinMinutes: 60 });
      expect((await readAgreement(desk, XINING, id)).terms).toEqual(there.terms);
    });

    test('is suspended and resumed by one side, and terminated by the other', async () => {
      const agreementId = await signAgreement(desk, { ...PARTIES, terms: someTerms(now()) });
      const act = { params: { agreementId }, body: { reason } };
      await lanzhou.call(agreementRoutes.suspendAgreement, act);
      const suspended = await agreementAt(desk, XINING, agreementId, { status: 'suspended', standing: 'not-usable' });
      expect(suspended.suspensions).toMatchObject([{ by: LANZHOU, reason }]);
      expect(await refusalOf(xining.call(agreementRoutes.resumeAgreement, act))).toMatchObject({
        status: 409,
        code: 'not-suspended-by-this-city',
      });
      await lanzhou.call(agreementRoutes.resumeAgreement, act);
      await agreementAt(desk, XINING, agreementId, { status: 'in-force', standing: 'usable' });
      await xining.call(agreementRoutes.terminateAgreement, act);
      const ended = await agreementAt(desk, LANZHOU, agreementId, { status: 'terminated', standing: 'not-usable' });
      expect(ended.termination).toMatchObject({ by: XINING, reason });
    });

    test('that works on declaration is armed by one at both ends, and disarmed when it is stood down', async () => {
      const terms = someTerms(now(), { arming: 'on-declaration' });
      const agreementId = await signAgreement(desk, { ...PARTIES, terms });
      const params = { agreementId };
      await agreementAt(desk, XINING, agreementId, { status: 'in-force', standing: 'not-armed' });
      const body = { number: '西应急〔2026〕1号（演示）', reason: '红色预警' };
      await xining.call(agreementRoutes.activateAgreement, { params, body });
      const armed = await agreementAt(desk, LANZHOU, agreementId, { standing: 'usable' });
      expect(armed.declarations).toMatchObject([{ number: body.number, declaredBy: XINING }]);
      await lanzhou.call(agreementRoutes.standDownAgreement, { params, body });
      await agreementAt(desk, XINING, agreementId, { standing: 'not-armed' });
    });

    test('expires on its date at both ends', { timeout: CLOCK_MS + 30_000 }, async () => {
      const terms = someTerms(now(), { validUntil: await soonOver(scene) });
      const agreementId = await signAgreement(desk, { ...PARTIES, terms });
      const expired = { status: 'expired', standing: 'not-usable' } as const;
      await agreementAt(desk, XINING, agreementId, expired, { timeoutMs: CLOCK_MS });
      await agreementAt(desk, LANZHOU, agreementId, expired, { timeoutMs: CLOCK_MS });
    });

    test('is signed by a representative only, and not for a time that is over', async () => {
      const partnerKeyId = await fingerprintOf(desk, LANZHOU);
      const body = { partner: LANZHOU, partnerKeyId, terms: someTerms(now()) };
      const coordinator = desk('coordinator', XINING).call(agreementRoutes.proposeAgreement, { body });
      expect(await refusalOf(coordinator)).toMatchObject({ status: 403, code: 'role-not-allowed' });
      const over = { ...body, terms: someTerms(plus(now(), -3 * 365 * DAY_MS)) };
      expect(await refusalOf(xining.call(agreementRoutes.proposeAgreement, { body: over }))).toMatchObject({
        status: 422,
        code: 'validity-over',
        errors: [{ pointer: '/terms/validUntil' }],
      });
    });

    test('is listed for its partner and status', async () => {
      const id = await signAgreement(desk, { ...PARTIES, terms: someTerms(now()) });
      const query = { partner: XINING, status: 'in-force' } as const;
      const { body } = await desk('auditor', LANZHOU).call(agreementRoutes.listAgreements, { query });
      expect(body.items.map(({ agreementId }) => agreementId)).toContain(id);
    });
  });

  const agreementWith = (city: string, id: string, fits: (agreement: AgreementView) => boolean) =>
    eventually(async () => {
      const agreement = await readAgreement(desk, city, id);
      return fits(agreement) && agreement;
    });
};
