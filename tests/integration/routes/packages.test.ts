import { describe, expect, it } from 'vitest';
import type { EquipmentDetails } from '../../../shared/domain/equipment/equipment-details.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { PackageDetails } from '../../../shared/domain/package/package-details.ts';
import type { TeamDetails } from '../../../shared/domain/team/team-state.ts';
import type { VehicleDetails } from '../../../shared/domain/vehicle/vehicle-details.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { equipmentRoutes } from '../../../shared/http/routes/equipment.ts';
import { offerRoutes } from '../../../shared/http/routes/offers.ts';
import { packageRoutes as routes } from '../../../shared/http/routes/packages.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { vehicleRoutes } from '../../../shared/http/routes/vehicles.ts';
import type { OfferView } from '../../../shared/http/views/offer.ts';
import type { PackageListEntry, PackageView } from '../../../shared/http/views/package.ts';
import type { ReceivedRequestView } from '../../../shared/http/views/received-request.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import type { TeamView } from '../../../shared/http/views/team.ts';
import { equipmentDetails, vehicleDetails } from '../../builders/asset.ts';
import { aFreshId, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import {
  approveRequest,
  commitment,
  handlerFor,
  type Neighbours,
  neighbours,
  placeRequest,
} from '../../builders/neighbours.ts';
import { packageDetails, theMedics } from '../../builders/package.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const AS = `coordinator@${LANZHOU}`;
const UNTIL = plus(NOW, 7 * DAY_MS);

/** Xining and Lanzhou, and at Lanzhou two teams, pumps and a vehicle, from which a package can be made. */
const world = async () => {
  const cities = await neighbours();
  const { done, agreementId, teamId } = cities;
  const registerTeam = (details: TeamDetails) =>
    done<TeamView>(AS, teamRoutes.registerTeam, { body: { ...details, dutyContact: someContact() } });
  const { teamId: medicsId } = await registerTeam(theMedics().details);
  const equipment = async (more: Partial<EquipmentDetails> = {}) =>
    (await done<{ equipmentId: string }>(AS, equipmentRoutes.register, { body: equipmentDetails(more) })).equipmentId;
  const vehicle = async (more: Partial<VehicleDetails> = {}) =>
    (await done<{ vehicleId: string }>(AS, vehicleRoutes.register, { body: vehicleDetails(more) })).vehicleId;
  const [equipmentId, vehicleId] = [await equipment(), await vehicle()];
  const details = (more: Partial<PackageDetails> = {}): PackageDetails =>
    packageDetails({ teamIds: [teamId, medicsId], equipmentIds: [equipmentId], vehicleIds: [vehicleId], ...more });
  const define = (more: Partial<PackageDetails> = {}) =>
    done<PackageView>(AS, routes.definePackage, { body: details(more) });
  const read = (packageId: string) => cities.call(AS, routes.readPackage, { params: { packageId } });
  const vehicleNow = (id: string) =>
    done<{ packageId?: string }>(AS, vehicleRoutes.read, { params: { vehicleId: id } });
  const sendForRepair = (id: string) =>
    done(AS, vehicleRoutes.reportRepair, { params: { vehicleId: id }, body: { reason: '换胎' } });
  const terms = (more: object = {}) => ({
    agreementId,
    subject: { hazard: 'flood', description: '南川河洪水' },
    availableUntil: UNTIL,
    ...more,
  });
  const list = async (query: Record<string, string>) =>
    (await done<{ items: PackageListEntry[] }>(AS, routes.listPackages, { query })).items;
  return {
    ...{ ...cities, medicsId, equipmentId, vehicleId, vehicle, registerTeam },
    ...{ details, define, read, vehicleNow, sendForRepair, terms, list },
  };
};
type World = Awaited<ReturnType<typeof world>>;

const calling =
  (request: (cities: World) => Promise<object>, as = AS) =>
  async () => {
    const cities = await world();
    const { contract, otherBody, ...made } = (await request(cities)) as {
      contract: RouteContract;
      otherBody?: unknown;
    };
    const test = cities.cellOf(LANZHOU);
    return { test, handler: await handlerFor(contract, test.cell), good: { as, ...made }, otherBody };
  };
const onDefined = (contract: RouteContract, more: (cities: World) => object = () => ({})) =>
  calling(async (cities) => {
    const { packageId } = await cities.define();
    return { contract, params: { packageId }, ...more(cities) };
  });

describe('calls about packages that are wrong, and right', () => {
  itAnswersWrongCalls(
    routes.listPackages,
    calling(async () => ({ contract: routes.listPackages, query: { hazard: 'flood' } })),
  );
  itAnswersWrongCalls(
    routes.definePackage,
    calling(async ({ details }) => ({
      ...{ contract: routes.definePackage, body: details(), otherBody: details({ name: '另一个任务包' }) },
    })),
  );
  itAnswersWrongCalls(routes.readPackage, onDefined(routes.readPackage));
  itAnswersWrongCalls(
    routes.changePackage,
    onDefined(routes.changePackage, ({ details }) => ({ body: details(), headers: { 'if-match': '"1"' } })),
  );
  itAnswersWrongCalls(routes.confirmPackage, onDefined(routes.confirmPackage));
  itAnswersWrongCalls(
    routes.retirePackage,
    onDefined(routes.retirePackage, () => ({ body: { reason: '整编' } })),
  );
  itAnswersWrongCalls(
    routes.offerPackage,
    onDefined(routes.offerPackage, ({ terms }) => ({ body: terms(), otherBody: terms({ exercise: true }) })),
  );
});

describe('a package', () => {
  it('keeps its equipment and vehicles for itself, until it gives them back', async () => {
    const cities = await world();
    const { packageId, brought } = await cities.define();
    expect(brought).toMatchObject({ headcount: 20, hazards: ['flood', 'earthquake'] });
    expect(await cities.vehicleNow(cities.vehicleId)).toMatchObject({ packageId });
    const again = await cities.call(AS, routes.definePackage, { body: cities.details({ name: '另一个任务包' }) });
    expectProblem(again, 409, 'equipment-in-a-package');
    expect(again.body).toMatchObject({ errors: [{ pointer: '/equipmentIds/0' }] });
    await cities.done(AS, routes.changePackage, {
      ...{ params: { packageId }, headers: { 'if-match': '"1"' } },
      body: cities.details({ vehicleIds: [await cities.vehicle({ number: '甘A·演0008' })] }),
    });
    expect(await cities.vehicleNow(cities.vehicleId)).not.toHaveProperty('packageId');
    await cities.done(AS, routes.retirePackage, { params: { packageId }, body: { reason: '整编' } });
    await cities.define({ name: '另一个任务包' });
  });

  it('can be had while all it is made of can, and says what is missing', async () => {
    const cities = await world();
    const { packageId } = await cities.define();
    expect((await cities.read(packageId)).body).toMatchObject({ condition: 'available' });
    await cities.sendForRepair(cities.vehicleId);
    expect((await cities.read(packageId)).body).toMatchObject({
      ...{ condition: 'unavailable', impediment: { code: 'vehicle-under-repair' } },
    });
    const [entry] = await cities.list({});
    expect(entry?.impediment?.text.zh).toContain('甘A·演0007');
    expect(await cities.list({ available: 'true' })).toEqual([]);
  });

  it('is found by kind, hazard and team', async () => {
    const cities = await world();
    const { packageId } = await cities.define();
    const found = async (query: Record<string, string>) => (await cities.list(query)).map((entry) => entry.packageId);
    for (const query of [{}, { kind: 'medical-rescue' }, { hazard: 'earthquake' }, { team: cities.medicsId }])
      expect(await found(query as Record<string, string>)).toEqual([packageId]);
    for (const query of [{ kind: 'mine-rescue' }, { hazard: 'mine' }, { team: aFreshId() }])
      expect(await found(query as Record<string, string>)).toEqual([]);
    const both = await cities.call(AS, routes.listPackages, { query: { kind: 'mine-rescue', hazard: 'mine' } });
    expectProblem(both, 400);
    await cities.done(AS, routes.retirePackage, { params: { packageId }, body: { reason: '整编' } });
    expect(await found({ hazard: 'flood' })).toEqual([]);
    expect(await cities.list({})).toMatchObject([{ packageId, condition: 'retired' }]);
  });

  it('is one of several that want the same vehicle at the same moment', async () => {
    const cities = await world();
    const wanted = (name: string) =>
      cities.call(AS, routes.definePackage, { body: cities.details({ name, equipmentIds: [] }) });
    const answers = await Promise.all(['甲', '乙', '丙'].map(wanted));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    for (const answer of answers.filter(({ status }) => status === 409))
      expectProblem(answer, 409, 'vehicle-in-a-package');
  });

  it('of the largest size is defined, changed and retired in one transaction each', async () => {
    const cities = await world();
    const kinds = ['diving-rescue', 'mountain-rescue', 'communications', 'firefighting'] as const;
    const teams = [cities.teamId, cities.medicsId];
    for (const kind of kinds) teams.push((await cities.registerTeam(someDetails({ kind, name: kind }))).teamId);
    const vehicles: string[] = [];
    for (let number = 1; number <= 12; number += 1) vehicles.push(await cities.vehicle({ number: `演-${number}` }));
    const more = { teamIds: teams, equipmentIds: [] };
    const { packageId } = await cities.define({ ...more, vehicleIds: vehicles.slice(0, 8) });
    const change = (vehicleIds: string[], version: number) =>
      cities.call(AS, routes.changePackage, {
        ...{ params: { packageId }, headers: { 'if-match': `"${version}"` } },
        body: cities.details({ ...more, name: '改名', vehicleIds }),
      });
    expect((await change(vehicles.slice(4), 1)).status).toBe(200);
    expectProblem(await change([...vehicles.slice(0, 4), ...vehicles.slice(9)], 2), 422, 'package-change-too-large');
    await cities.done(AS, routes.retirePackage, { params: { packageId }, body: { reason: '整编' } });
    expect(await cities.vehicleNow(vehicles[11] ?? '')).not.toHaveProperty('packageId');
  });
});

describe('an offer made from a package', () => {
  it('is with the partner in one call, with teams, costs, limits and estimates', async () => {
    const cities = await world();
    const { packageId } = await cities.define();
    const call = { params: { packageId }, body: cities.terms() };
    const { offerId } = await cities.done<OfferView>(AS, routes.offerPackage, call);
    const seen = await cities.done<OfferView>(`duty-officer@${XINING}`, offerRoutes.readOffer, { params: { offerId } });
    expect(seen).toMatchObject({
      ...{ side: 'receiver', provider: LANZHOU, status: 'offered' },
      package: { packageId, limitations: '流速 3 m/s 以下', estimatedArrival: expect.any(String) },
      resources: [
        { kind: 'water-rescue', teams: [{ teamId: cities.teamId }], costs: { travel: 150_001 } },
        { kind: 'medical-rescue', teams: [{ teamId: cities.medicsId }], costs: { travel: 150_000 } },
      ],
    });
    const [water, medical] = seen.resources;
    // Seven days less the hour that the medics take to move off: seven begun days, half of the fortnight's cost.
    expect((water?.costs.personnel ?? 0) + (medical?.costs.personnel ?? 0)).toBe(700_001);
  });

  it('is refused with the name of what cannot be had', async () => {
    const cities = await world();
    const { packageId } = await cities.define();
    await cities.sendForRepair(cities.vehicleId);
    const offer = () => cities.call(AS, routes.offerPackage, { params: { packageId }, body: cities.terms() });
    const answer = await offer();
    expectProblem(answer, 409, 'vehicle-under-repair');
    expect(JSON.stringify(answer.body)).toContain('甘A·演0007');
    await cities.done(AS, vehicleRoutes.reportRepaired, { params: { vehicleId: cities.vehicleId } });
    const params = { teamId: cities.medicsId };
    await cities.done(AS, teamRoutes.retireTeam, { params, body: { reason: '解散' } });
    const retired = await offer();
    expectProblem(retired, 409, 'team-retired');
    expect(JSON.stringify(retired.body)).toContain('兰州医疗救护队');
  });

  it('says what is wrong with its terms', async () => {
    const cities = await world();
    const { packageId } = await cities.define();
    const offer = (more: object) =>
      cities.call(AS, routes.offerPackage, { params: { packageId }, body: cities.terms(more) });
    expectProblem(await offer({ availableUntil: NOW }), 422, 'offer-over-before-package-ready');
    expectProblem(await offer({ availableFrom: UNTIL }), 422, 'body-not-valid');
    const unknown = await offer({ agreementId: aFreshId() });
    expectProblem(unknown, 422, 'agreement-not-found');
    expect(unknown.body).toMatchObject({ errors: [{ pointer: '/agreementId' }] });
  });
});

describe('an answer from a package', () => {
  const asked = async (cities: Neighbours) => {
    const { requestId, itemId } = await approveRequest(cities);
    await placeRequest(cities, requestId);
    await cities.deliverAll();
    return { requestId, itemId };
  };

  itAnswersWrongCalls(
    receivedRequestRoutes.answerFromPackage,
    calling(async (cities) => {
      const { packageId } = await cities.define();
      const { requestId, itemId } = await asked(cities);
      const body = { itemId, packageId };
      return {
        contract: receivedRequestRoutes.answerFromPackage,
        params: { requestId },
        body,
        otherBody: { ...body, reason: '报价' },
      };
    }),
  );

  it('reaches the requester as any answer, and what comes of it makes the package unavailable', async () => {
    const cities = await world();
    const { packageId } = await cities.define();
    const { requestId, itemId } = await asked(cities);
    const params = { requestId };
    await cities.done<ReceivedRequestView>(AS, receivedRequestRoutes.answerFromPackage, {
      ...{ params, body: { itemId, packageId } },
    });
    const { placements } = await cities.done<RequestView>(`coordinator@${XINING}`, requestRoutes.readRequest, {
      params,
    });
    const given = placements[0]?.answers[0]?.answer;
    const costs = given?.response === 'accept' ? given.costs : expect.unreachable('the item was accepted');
    const taking = {
      city: LANZHOU,
      itemId,
      teamIds: [cities.teamId],
      costs,
      funding: { fundCode: 'XN' },
      reason: '最近',
    };
    const { requisitions } = await cities.done<RequestView>(
      `representative@${XINING}`,
      requestRoutes.requisitionTeams,
      {
        ...{ params, body: { requisitions: [taking] } },
      },
    );
    const requisitionId = requisitions[0]?.requisition.requisitionId ?? '';
    await cities.done(
      `representative@${LANZHOU}`,
      receivedRequestRoutes.commitRequisition,
      commitment(cities, requestId, requisitionId),
    );
    expect((await cities.read(packageId)).body).toMatchObject({
      ...{ condition: 'unavailable', impediment: { code: 'team-already-committed' } },
    });
  });

  it('is refused from a package that is not there, and with the name of what cannot be had', async () => {
    const cities = await world();
    const { packageId } = await cities.define();
    const { requestId, itemId } = await asked(cities);
    const answer = (from: string) =>
      cities.call(AS, receivedRequestRoutes.answerFromPackage, {
        ...{ params: { requestId }, body: { itemId, packageId: from } },
      });
    expectProblem(await answer(aFreshId()), 404, 'package-unknown');
    await cities.sendForRepair(cities.vehicleId);
    const refused = await answer(packageId);
    expectProblem(refused, 409, 'vehicle-under-repair');
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/packageId' }] });
    expect(JSON.stringify(refused.body)).toContain('甘A·演0007');
  });
});
