import { describe, expect, it } from 'vitest';
import { keys } from '../../../shared/data/table.ts';
import { publicKeyFromJwk } from '../../../shared/exchange/es256.ts';
import { agreementRoutes as routes } from '../../../shared/http/routes/agreements.ts';
import { someTerms } from '../../builders/agreement.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { testKey } from '../../builders/test-cell.ts';
import { aJwk, amended, fingerprint, onDeclaration, reason, world } from './agreements-world.ts';
import { expectProblem } from './wrong-calls.ts';

describe('an agreement between two cities', () => {
  it('comes into force at both ends when both have signed, each with the key told by telephone', async () => {
    const { propose, act, readBoth, cellOf } = world();
    const agreementId = await propose();
    expect((await readBoth(agreementId)).status).toBe('proposed');
    await act(LANZHOU, routes.countersignAgreement, agreementId, fingerprint);
    const agreement = await readBoth(agreementId);
    expect(agreement).toMatchObject({ status: 'in-force', standing: 'usable', termsVersion: 1 });
    expect(agreement.signatures.map(({ city, representative }) => [city, representative.id])).toEqual([
      [XINING, `representative@${XINING}`],
      [LANZHOU, `representative@${LANZHOU}`],
    ]);
    expect(agreement.keys).toMatchObject({ [XINING]: testKey(XINING), [LANZHOU]: testKey(LANZHOU) });
    const row = await cellOf(LANZHOU).store.get(keys.state('agreement', agreementId));
    expect(row).toMatchObject({ standing: 'usable' });
  });

  it('is not signed under another fingerprint', async () => {
    const { propose, call, readBoth } = world();
    const agreementId = await propose();
    const answer = await call(LANZHOU, routes.countersignAgreement, {
      params: { agreementId },
      body: { proposerKeyId: 'AAAA' },
    });
    expectProblem(answer, 422, 'fingerprint-mismatch');
    expect((await readBoth(agreementId)).status).toBe('proposed');
  });

  it('is refused with a reason that the proposer reads', async () => {
    const { propose, act, readBoth } = world();
    const agreementId = await propose();
    await act(LANZHOU, routes.refuseAgreement, agreementId, { reason: '责任条款待议' });
    expect(await readBoth(agreementId)).toMatchObject({
      status: 'refused',
      refusal: { by: LANZHOU, reason: '责任条款待议' },
    });
  });

  it('is amended with both signatures, or not at all', async () => {
    const { sign, act, readBoth } = world();
    const agreementId = await sign();
    const pending = await act(XINING, routes.proposeAmendment, agreementId, amended);
    const amendmentId = pending.amendment?.amendmentId ?? '';
    expect(await readBoth(agreementId)).toMatchObject({ termsVersion: 1, amendment: { amendmentId } });
    await act(LANZHOU, routes.refuseAmendment, agreementId, reason, { amendmentId });
    expect(await readBoth(agreementId)).not.toHaveProperty('amendment');
    const again = await act(LANZHOU, routes.proposeAmendment, agreementId, amended);
    const params = { amendmentId: again.amendment?.amendmentId ?? '' };
    await act(XINING, routes.signAmendment, agreementId, {}, params);
    expect(await readBoth(agreementId)).toMatchObject({ termsVersion: 2, terms: { replyWithinMinutes: 60 } });
  });

  it('is suspended, and resumed by the city that suspended it', async () => {
    const { sign, act, call, readBoth } = world();
    const agreementId = await sign();
    await act(LANZHOU, routes.suspendAgreement, agreementId, reason);
    expect(await readBoth(agreementId)).toMatchObject({ status: 'suspended', standing: 'not-usable' });
    const refused = await call(XINING, routes.resumeAgreement, { params: { agreementId }, body: reason });
    expectProblem(refused, 409, 'not-suspended-by-this-city');
    await act(LANZHOU, routes.resumeAgreement, agreementId, reason);
    expect(await readBoth(agreementId)).toMatchObject({ status: 'in-force', suspensions: [] });
  });

  it('is armed by a declaration and stood down', async () => {
    const { sign, act, readBoth } = world();
    const agreementId = await sign(onDeclaration);
    expect((await readBoth(agreementId)).standing).toBe('not-armed');
    await act(XINING, routes.activateAgreement, agreementId, { number: '青应急〔2026〕7号', ...reason });
    expect(await readBoth(agreementId)).toMatchObject({ standing: 'usable', declarations: [{ declaredBy: XINING }] });
    await act(LANZHOU, routes.standDownAgreement, agreementId, { number: '青应急〔2026〕7号', ...reason });
    expect(await readBoth(agreementId)).toMatchObject({ standing: 'not-armed', declarations: [] });
  });

  it('begins and expires by the clock', async () => {
    const { sign, ring, readBoth, setTime } = world();
    const terms = someTerms({ validFrom: '2026-08-01T00:00:00+08:00' });
    const agreementId = await sign(terms);
    expect(await readBoth(agreementId)).toMatchObject({ status: 'signed', inForceSince: '2026-07-31T16:00:00.000Z' });
    setTime('2026-07-31T16:00:00.000Z');
    await ring(agreementId);
    expect((await readBoth(agreementId)).standing).toBe('usable');
    setTime(terms.validUntil);
    await ring(agreementId);
    expect((await readBoth(agreementId)).status).toBe('expired');
  });

  it('ends when either terminates it', async () => {
    const { sign, act, call, readBoth } = world();
    const agreementId = await sign();
    await act(LANZHOU, routes.terminateAgreement, agreementId, { reason: '期满前协商终止' });
    expect(await readBoth(agreementId)).toMatchObject({ status: 'terminated', termination: { by: LANZHOU } });
    const late = await call(XINING, routes.suspendAgreement, { params: { agreementId }, body: reason });
    expectProblem(late, 409, 'agreement-status');
  });

  it('learns of a city’s next key, announced under the present one', async () => {
    const { sign, act, readBoth, call } = world();
    const agreementId = await sign();
    const jwk = aJwk();
    await act(XINING, routes.rotateKey, agreementId, { jwk });
    expect((await readBoth(agreementId)).keys[XINING]).toMatchObject(publicKeyFromJwk(jwk));
    // Still signed with the former key, which the partner goes on accepting.
    await act(XINING, routes.suspendAgreement, agreementId, reason);
    expect((await readBoth(agreementId)).status).toBe('suspended');
    const offCurve = { ...jwk, y: jwk.x };
    const answer = await call(XINING, routes.rotateKey, { params: { agreementId }, body: { jwk: offCurve } });
    expectProblem(answer, 422, 'key-not-valid');
  });

  it('is found by partner and status, the newest first', async () => {
    const { sign, propose, call } = world();
    const signed = await sign();
    const proposed = await propose();
    const found = async (city: string, query: Record<string, string>) =>
      ((await call(city, routes.listAgreements, { query })).body as { items: { agreementId: string }[] }).items.map(
        ({ agreementId }) => agreementId,
      );
    expect(await found(XINING, {})).toEqual([proposed, signed]);
    expect(await found(XINING, { partner: LANZHOU })).toEqual([proposed, signed]);
    expect(await found(LANZHOU, { partner: XINING, status: 'in-force' })).toEqual([signed]);
    expect(await found(LANZHOU, { status: 'proposed' })).toEqual([proposed]);
    expect(await found(LANZHOU, { partner: '630200' })).toEqual([]);
    expectProblem(await call(XINING, routes.listAgreements, { query: { status: 'unheard-of' } }), 400);
  });
});
