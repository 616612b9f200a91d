import { describe, expect, it } from 'vitest';
import { agreementRoutes as routes } from '../../../shared/http/routes/agreements.ts';
import { someTerms } from '../../builders/agreement.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { type TestCall, testKey } from '../../builders/test-cell.ts';
import { aJwk, amended, fingerprint, onDeclaration, proposal, reason, world } from './agreements-world.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

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
      { jwk: aJwk() },
      {
        jwk: aJwk(),
      },
    ),
  );

  it('show this city’s key and its fingerprint to anybody signed in', async () => {
    const { call } = world();
    expect((await call(XINING, routes.readKeys, { as: `team-leader@${XINING}` })).body).toMatchObject(testKey(XINING));
    expectProblem(await call(XINING, routes.readKeys, { as: '' }), 401);
  });
});
