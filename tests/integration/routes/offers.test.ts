import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/offers/handler.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { offerRoutes as routes } from '../../../shared/http/routes/offers.ts';
import type { OfferView } from '../../../shared/http/views/offer.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { neighbours } from '../../builders/neighbours.ts';
import { AVAILABLE_UNTIL } from '../../builders/offer.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const PROVIDER = `coordinator@${LANZHOU}`;
const RECEIVER = `duty-officer@${XINING}`;
const reason = { reason: '另有安排' };

const world = async () => {
  const cities = await neighbours();
  const { agreementId, teamId } = cities;
  const body = (more: object = {}) => ({
    agreementId,
    subject: { hazard: 'flood', description: '南川河洪水' },
    resources: [{ kind: 'water-rescue', level: 2, quantity: 1, teamIds: [teamId], costs: { personnel: 500_000 } }],
    availableFrom: '2026-07-15T04:00:00.000Z',
    availableUntil: AVAILABLE_UNTIL,
    ...more,
  });
  const make = () => cities.done<OfferView>(PROVIDER, routes.makeOffer, { body: body() });
  const read = (as: string, offerId: string) => cities.done<OfferView>(as, routes.readOffer, { params: { offerId } });
  const list = async (as: string, query: Record<string, string>) =>
    (await cities.done<{ items: unknown[] }>(as, routes.listOffers, { query })).items.length;
  return { ...cities, body, make, read, list };
};
type World = Awaited<ReturnType<typeof world>>;

describe('an unsolicited offer', () => {
  it('is seen by the partner at once, with the team it names', async () => {
    const cities = await world();
    const { offerId, ...made } = await cities.make();
    const seen = await cities.read(RECEIVER, offerId);
    expect(seen).toEqual({ offerId, ...made, side: 'receiver' });
    expect(seen).toMatchObject({
      status: 'offered',
      statusText: { en: 'offered' },
      provider: LANZHOU,
      resources: [{ teams: [{ teamId: cities.teamId, name: '兰州水上救援一队' }] }],
    });
  });

  it('is declined by the receiver, or withdrawn by the provider', async () => {
    const cities = await world();
    const declined = (await cities.make()).offerId;
    await cities.done(RECEIVER, routes.declineOffer, { params: { offerId: declined }, body: reason });
    expect(await cities.read(PROVIDER, declined)).toMatchObject({ status: 'declined', decline: reason });
    const withdrawn = (await cities.make()).offerId;
    await cities.done(PROVIDER, routes.withdrawOffer, { params: { offerId: withdrawn }, body: reason });
    expect(await cities.read(RECEIVER, withdrawn)).toMatchObject({ status: 'withdrawn', withdrawal: reason });
  });

  it('lapses when its time is over', async () => {
    const cities = await world();
    const { offerId } = await cities.make();
    cities.setTime(AVAILABLE_UNTIL);
    for (const city of [LANZHOU, XINING]) await cities.ring(city, 'offer', offerId);
    for (const somebody of [PROVIDER, RECEIVER])
      expect(await cities.read(somebody, offerId)).toMatchObject({ status: 'lapsed', lapsedAt: AVAILABLE_UNTIL });
  });

  it('is found by side and status', async () => {
    const cities = await world();
    await cities.make();
    expect(await cities.list(PROVIDER, {})).toBe(1);
    expect(await cities.list(PROVIDER, { side: 'provider', status: 'offered' })).toBe(1);
    expect(await cities.list(RECEIVER, { side: 'provider' })).toBe(0);
    expect(await cities.list(RECEIVER, { status: 'lapsed' })).toBe(0);
  });

  it('is not made under an agreement that has been suspended, and the answer says so', async () => {
    const cities = await world();
    const params = { agreementId: cities.agreementId };
    await cities.done(`representative@${XINING}`, agreementRoutes.suspendAgreement, { params, body: reason });
    expectProblem(
      await cities.call(PROVIDER, routes.makeOffer, { body: cities.body() }),
      409,
      'agreement-not-in-force',
    );
  });

  it('says which part of it is wrong', async () => {
    const cities = await world();
    const unknown = { kind: 'water-rescue', level: 2, quantity: 1, teamIds: [cities.agreementId], costs: {} };
    const answer = await cities.call(PROVIDER, routes.makeOffer, { body: cities.body({ resources: [unknown] }) });
    expectProblem(answer, 422, 'offered-team-unknown');
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/resources/0/teamIds/0' }] });
    const many = { ...unknown, teamIds: [cities.teamId, cities.agreementId] };
    expect(await cities.call(PROVIDER, routes.makeOffer, { body: cities.body({ resources: [many] }) })).toMatchObject({
      status: 422,
      body: { code: 'body-not-valid', errors: [{ pointer: '/resources/0/teamIds' }] },
    });
  });
});

const calling =
  (
    as: string,
    request: (cities: World) => Promise<{ params?: Record<string, string>; body?: unknown }>,
    other = false,
  ) =>
  async () => {
    const cities = await world();
    const made = await request(cities);
    const test = cities.cellOf(as.split('@')[1] ?? '');
    const otherBody = other ? cities.body({ exercise: true }) : undefined;
    return { test, handler: createHandler(test.cell), good: { as, ...made }, otherBody };
  };

const offered = (body?: unknown) => async (cities: World) => ({
  params: { offerId: (await cities.make()).offerId },
  ...(body ? { body } : {}),
});

describe('calls that are wrong, and right', () => {
  const cases: readonly [RouteContract, ReturnType<typeof calling>][] = [
    [routes.listOffers, calling(PROVIDER, async () => ({}))],
    [routes.makeOffer, calling(PROVIDER, async (cities) => ({ body: cities.body() }), true)],
    [routes.readOffer, calling(PROVIDER, offered())],
    [routes.withdrawOffer, calling(PROVIDER, offered(reason))],
    [routes.declineOffer, calling(RECEIVER, offered(reason))],
  ];
  for (const [contract, prepared] of cases) itAnswersWrongCalls(contract, prepared);
});
