import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/agreements/handler.ts';
import { execute } from '../../../shared/data/execute.ts';
import { keys } from '../../../shared/data/table.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { publicKeyFromJwk } from '../../../shared/exchange/es256.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { agreementRoutes as routes } from '../../../shared/http/routes/agreements.ts';
import type { AgreementView } from '../../../shared/http/views/agreement.ts';
import { someTerms } from '../../builders/agreement.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { createLinkedCells } from '../../builders/linked-cells.ts';
import { type TestCall, testKey } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const proposal = (terms = someTerms()) => ({ partner: LANZHOU, partnerKeyId: testKey(LANZHOU).keyId, terms });
const fingerprint = { proposerKeyId: testKey(XINING).keyId };
const reason = { reason: '依法' };
const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });

/** Xining and Lanzhou, linked; everything is done by their representatives unless said otherwise. */
const world = () => {
  const links = createLinkedCells([XINING, LANZHOU]);
  const handlers = new Map([XINING, LANZHOU].map((city) => [city, createHandler(links.cellOf(city).cell)]));
  const call = (city: string, contract: RouteContract, request: TestCall = {}) =>
    links.cellOf(city).call(handlers.get(city), contract, { as: `representative@${city}`, ...request });
  const propose = async (terms = someTerms()): Promise<string> => {
    const { status, body } = await call(XINING, routes.proposeAgreement, { body: proposal(terms) });
    expect(status, JSON.stringify(body)).toBe(201);
    await links.deliverAll();
    return (body as AgreementView).agreementId;
  };
  const sign = async (terms = someTerms()): Promise<string> => {
    const agreementId = await propose(terms);
    await act(LANZHOU, routes.countersignAgreement, agreementId, fingerprint);
    return agreementId;
  };
  const act = async (city: string, contract: RouteContract, agreementId: string, body: unknown, params = {}) => {
    const { status, body: after } = await call(city, contract, { params: { agreementId, ...params }, body });
    expect(status, JSON.stringify(after)).toBe(200);
    await links.deliverAll();
    return after as AgreementView;
  };
  const read = async (city: string, agreementId: string) =>
    (await call(city, routes.readAgreement, { params: { agreementId } })).body as AgreementView;
  /** The agreement as both cities show it, which must be the same. */
  const readBoth = async (agreementId: string): Promise<AgreementView> => {
    const [here, there] = [await read(XINING, agreementId), await read(LANZHOU, agreementId)];
    expect(here).toEqual(there);
    return here;
  };
  const ring = async (agreementId: string) => {
    for (const city of [XINING, LANZHOU])
      await execute(links.cellOf(city).cell, CONVERSATIONS, {
        target: { kind: 'agreement', id: agreementId },
        actor: { kind: 'clock', city },
        command: () => ({ type: 'clock-ran-out' }),
      });
  };
  return { ...links, handlers, call, propose, sign, act, read, readBoth, ring };
};

type World = ReturnType<typeof world>;

/** A call of a city's representative about an agreement that `prepare` has made. */
const about =
  (city: string, prepare: (world: World) => Promise<string>, body?: unknown, otherBody?: unknown) => async () => {
    const made = world();
    const agreementId = await prepare(made);
    const good = { as: `representative@${city}`, params: { agreementId }, ...(body === undefined ? {} : { body }) };
    return { test: made.cellOf(city), handler: made.handlers.get(city), good, otherBody };
  };

const anywhere = (request: TestCall, otherBody?: unknown) => async () => {
  const { cellOf, handlers } = world();
  return {
    test: cellOf(XINING),
    handler: handlers.get(XINING),
    good: { as: `representative@${XINING}`, ...request },
    otherBody,
  };
};

/** A call of Lanzhou's about an amendment that Xining proposed. */
const aboutAmendment = (body: unknown) => async () => {
  const made = world();
  const agreementId = await made.sign();
  const { amendment } = await made.act(XINING, routes.proposeAmendment, agreementId, amended);
  const params = { agreementId, amendmentId: amendment?.amendmentId ?? '' };
  const good = { as: `representative@${LANZHOU}`, params, body };
  return { test: made.cellOf(LANZHOU), handler: made.handlers.get(LANZHOU), good };
};

const onDeclaration = someTerms({ arming: 'on-declaration' });
const amended = { terms: someTerms({ replyWithinMinutes: 60 }) };

describe('routes of agreements', () => {
  itAnswersWrongCalls(routes.listAgreements, anywhere({ query: { partner: LANZHOU } }));
  itAnswersWrongCalls(
    routes.proposeAgreement,
    anywhere({ body: proposal() }, proposal(someTerms({ title: '另一份协议' }))),
  );
  itAnswersWrongCalls(
    routes.readAgreement,
    about(XINING, (w) => w.propose()),
  );
  itAnswersWrongCalls(
    routes.countersignAgreement,
    about(LANZHOU, (w) => w.propose(), fingerprint, { proposerKeyId: 'another' }),
  );
  itAnswersWrongCalls(
    routes.refuseAgreement,
    about(LANZHOU, (w) => w.propose(), reason),
  );
  itAnswersWrongCalls(
    routes.proposeAmendment,
    about(XINING, (w) => w.sign(), amended, { terms: someTerms({ replyWithinMinutes: 90 }) }),
  );
  itAnswersWrongCalls(routes.signAmendment, aboutAmendment({}));
  itAnswersWrongCalls(routes.refuseAmendment, aboutAmendment(reason));
  itAnswersWrongCalls(
    routes.suspendAgreement,
    about(XINING, (w) => w.sign(), reason),
  );
  itAnswersWrongCalls(
    routes.resumeAgreement,
    about(
      XINING,
      async (w) => {
        const agreementId = await w.sign();
        await w.act(XINING, routes.suspendAgreement, agreementId, reason);
        return agreementId;
      },
      reason,
    ),
  );
  itAnswersWrongCalls(
    routes.terminateAgreement,
    about(XINING, (w) => w.sign(), reason),
  );
  itAnswersWrongCalls(
    routes.activateAgreement,
    about(XINING, (w) => w.sign(onDeclaration), { number: '7', ...reason }),
  );
  itAnswersWrongCalls(
    routes.standDownAgreement,
    about(
      XINING,
      async (w) => {
        const agreementId = await w.sign(onDeclaration);
        await w.act(XINING, routes.activateAgreement, agreementId, { number: '7', ...reason });
        return agreementId;
      },
      { number: '7', ...reason },
    ),
  );
  itAnswersWrongCalls(
    routes.rotateKey,
    about(
      XINING,
      (w) => w.sign(),
      { jwk },
      {
        jwk: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
      },
    ),
  );

  it('show this city’s key and its fingerprint to anybody signed in', async () => {
    const { call } = world();
    expect((await call(XINING, routes.readKeys, { as: `team-leader@${XINING}` })).body).toMatchObject(testKey(XINING));
    expectProblem(await call(XINING, routes.readKeys, { as: '' }), 401);
  });
});

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
