import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/assets/handler.ts';
import { execute } from '../../../shared/data/execute.ts';
import type { AssetKind } from '../../../shared/domain/asset/asset-kind.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { equipmentRoutes } from '../../../shared/http/routes/equipment.ts';
import { vehicleRoutes } from '../../../shared/http/routes/vehicles.ts';
import { equipmentDetails, vehicleDetails } from '../../builders/asset.ts';
import { aFreshId, aPerson, LANZHOU, NOW } from '../../builders/circumstances.ts';
import { aMission, DEPLOYMENT_ID } from '../../builders/deployment.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const AS = `duty-officer@${LANZHOU}`;
const versionOne = { 'if-match': '"1"' };

const REGISTRIES = [
  { kind: 'equipment', idName: 'equipmentId', routes: equipmentRoutes, details: equipmentDetails },
  { kind: 'vehicle', idName: 'vehicleId', routes: vehicleRoutes, details: vehicleDetails },
] as const;
type Registry = (typeof REGISTRIES)[number];
type View = Readonly<Record<string, unknown>>;

const world = ({ kind, idName, routes, details }: Registry) => {
  const test = createTestCell({ city: LANZHOU, now: NOW });
  const handler = createHandler(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: AS, ...request });
  const register = async (more: object = {}): Promise<string> => {
    const answer = await call(routes.register, { body: { ...details(), ...more } });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return String((answer.body as View)[idName]);
  };
  const run = (of: AssetKind | 'deployment', id: string, command: object) =>
    execute(test.cell, CONVERSATIONS, {
      target: { kind: of, id },
      actor: aPerson('representative', LANZHOU),
      command: () => command,
    });
  const openDeployment = () =>
    run('deployment', DEPLOYMENT_ID, { type: 'open', side: 'owner', mission: { ...aMission(), teamLeader: 'x' } });
  const list = async (query: Record<string, string> = {}) => {
    const answer = await call(routes.list, { query });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body as { items: View[]; nextCursor?: string };
  };
  const names = async (query?: Record<string, string>) => (await list(query)).items.map(({ name }) => name).join('');
  const on = (contract: Parameters<typeof test.call>[1], id: string, body?: unknown) =>
    call(contract, { params: { [idName]: id }, ...(body === undefined ? {} : { body }) });
  const execution = (id: string, command: object) => run(kind, id, command);
  return { test, handler, call, register, execution, openDeployment, list, names, on };
};

describe.each(REGISTRIES)('$kind', (registry) => {
  const { kind, idName, routes, details } = registry;
  const { category } = details();
  const ofDeployment = { deploymentId: DEPLOYMENT_ID };
  const reasoned = { reason: '年检' };

  const withOne =
    (
      request: TestCall,
      prepare: (world: ReturnType<typeof openWorld>, id: string) => Promise<unknown> = async () => {},
    ) =>
    async () => {
      const opened = openWorld();
      const id = await opened.register();
      await opened.openDeployment();
      await prepare(opened, id);
      const { test, handler } = opened;
      return { test, handler, good: { as: AS, params: { [idName]: id }, ...request } };
    };
  const openWorld = () => world(registry);
  const anywhere = (request: TestCall, otherBody?: unknown) => async () => {
    const { test, handler } = openWorld();
    return { test, handler, good: { as: AS, ...request }, otherBody };
  };
  const coordinator = `coordinator@${LANZHOU}`;

  itAnswersWrongCalls(routes.list, anywhere({ query: { category } }));
  itAnswersWrongCalls(routes.register, anywhere({ body: details() }, { ...details(), name: '另一件' }));
  itAnswersWrongCalls(routes.read, withOne({}));
  itAnswersWrongCalls(routes.change, withOne({ body: { ...details(), name: '改名' }, headers: versionOne }));
  itAnswersWrongCalls(routes.setAvailability, withOne({ body: { periods: [] }, headers: versionOne }));
  itAnswersWrongCalls(routes.confirm, withOne({}));
  itAnswersWrongCalls(routes.reportRepair, withOne({ body: reasoned }));
  itAnswersWrongCalls(
    routes.reportRepaired,
    withOne({}, ({ on }, id) => on(routes.reportRepair, id, reasoned)),
  );
  itAnswersWrongCalls(routes.commit, withOne({ as: coordinator, body: ofDeployment }));
  itAnswersWrongCalls(
    routes.releaseCommitment,
    withOne({ as: coordinator, body: ofDeployment }, ({ on }, id) => on(routes.commit, id, ofDeployment)),
  );
  itAnswersWrongCalls(routes.retire, withOne({ body: reasoned }));

  it('is shown as it was registered, with how it is', async () => {
    const { register, on } = openWorld();
    const id = await register();
    expect((await on(routes.read, id)).body).toEqual({
      ...{ [idName]: id, status: 'active', condition: 'available', periods: [], confirmedAt: NOW, stale: false },
      ...details(),
    });
    const { body } = await on(routes.reportRepair, id, reasoned);
    expect(body).toMatchObject({ condition: 'under-repair', repair: { reason: '年检', since: NOW } });
    expect((await on(routes.reportRepaired, id)).body).toMatchObject({ condition: 'available' });
    expect((await on(routes.retire, id, { reason: '报废' })).body).toMatchObject({
      ...{ status: 'retired', condition: 'retired', retirement: { reason: '报废', at: NOW } },
    });
  });

  it('goes on a mission of this city and comes back', async () => {
    const { register, on, openDeployment } = openWorld();
    const id = await register();
    expectProblem(await on(routes.commit, id, ofDeployment), 422, `${kind}-deployment-not-under-way`);
    await openDeployment();
    const { body } = await on(routes.commit, id, ofDeployment);
    expect(body).toMatchObject({ condition: 'committed', commitment: { until: aMission().requestedReturn } });
    expectProblem(await on(routes.retire, id, { reason: '报废' }), 409, `${kind}-already-committed`);
    expect((await on(routes.releaseCommitment, id, ofDeployment)).body).toMatchObject({ condition: 'available' });
    expectProblem(await on(routes.releaseCommitment, id, ofDeployment), 409, `${kind}-not-committed`);
  });

  it('is found by category, by team and where it can be had', async () => {
    const { register, names, on, execution, openDeployment } = openWorld();
    const team = aFreshId();
    const ids = {
      free: await register({ name: '甲', number: '演-1' }),
      kept: await register({ name: '乙', number: '演-2' }),
      broken: await register({ name: '丙', number: '演-3' }),
      away: await register({ name: '丁', number: '演-4', keeper: { name: '某队', teamId: team } }),
      other: await register({ name: '戊', number: '演-5', category: 'other' }),
    };
    await openDeployment();
    await execution(ids.kept, { type: 'assign', packageId: aFreshId() });
    await on(routes.reportRepair, ids.broken, reasoned);
    await on(routes.commit, ids.away, ofDeployment);
    expect([...(await names())].sort()).toEqual([...'甲乙丙丁戊'].sort());
    expect([...(await names({ category }))].sort()).toEqual([...'甲乙丙丁'].sort());
    expect(await names({ team })).toBe('丁');
    expect(await names({ team, available: 'true' })).toBe('');
    expect([...(await names({ available: 'true' }))].sort()).toEqual([...'甲戊'].sort());
    expect(await names({ category, available: 'true' })).toBe('甲');
    await on(routes.retire, ids.free, { reason: '报废' });
    expect(await names({ category, available: 'true' })).toBe('');
    expect(await names()).toContain('甲');
  });

  it('counts as available for the period asked about', async () => {
    const { call, register, names } = openWorld();
    const id = await register({ name: '甲' });
    const away = { from: plus(NOW, DAY_MS), until: plus(NOW, 2 * DAY_MS), available: false, reason: '演练' };
    const set = (periods: unknown) =>
      call(routes.setAvailability, { params: { [idName]: id }, body: { periods }, headers: versionOne });
    expectProblem(await set([away, away]), 422, 'availability-periods-overlap');
    expect((await set([away])).status).toBe(200);
    expect(await names({ available: 'true' })).toBe('甲');
    expect(await names({ available: 'true', until: away.until })).toBe('');
    expect(await names({ available: 'true', from: away.until, until: plus(away.until, DAY_MS) })).toBe('甲');
  });

  it('is listed a page at a time', async () => {
    const { register, list } = openWorld();
    for (const number of ['演-1', '演-2', '演-3']) await register({ number });
    const first = await list({ limit: '2' });
    const second = await list({ limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(['演-1', '演-2', '演-3']);
    expect(second.nextCursor).toBeUndefined();
  });

  it.each([
    { category: 'magic' },
    { category, team: aFreshId() },
    { from: plus(NOW, 1), until: NOW },
    { available: 'maybe' },
    { limit: '101' },
  ])('is not listed by %o', async (query) => {
    const { call } = openWorld();
    expectProblem(await call(routes.list, { query: query as Record<string, string> }), 400);
  });

  it('goes to one of several missions or packages that want it at the same moment', async () => {
    const { register, execution } = openWorld();
    const id = await register();
    const wanted = () => execution(id, { type: 'assign', packageId: aFreshId() });
    const outcomes = await Promise.all([wanted(), wanted(), wanted()]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused', 'refused']);
  });
});

it('a vehicle carries what its registry asks for', async () => {
  const { call } = world(REGISTRIES[1]);
  for (const [wrong, pointer] of [
    [{ seats: -1 }, '/seats'],
    [{ fuel: 'magic' }, '/fuel'],
    [{ capabilities: ['涉水', '涉水'] }, '/capabilities'],
    [{ number: ' ' }, '/number'],
  ] as const) {
    const answer = await call(vehicleRoutes.register, { body: { ...vehicleDetails(), ...wrong } });
    expectProblem(answer, 422, 'body-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  }
});
