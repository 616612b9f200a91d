import { describe, expect, it } from 'vitest';
import { createHandler as createClock } from '../../../functions/clock/handler.ts';
import { createHandler } from '../../../functions/drills/handler.ts';
import type { Item } from '../../../shared/data/store.ts';
import type { Story } from '../../../shared/data/story.ts';
import { type Instant, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { teamList } from '../../../shared/domain/team/team-listings.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { drillRoutes as routes } from '../../../shared/http/routes/drills.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { DrillReportView, DrillView } from '../../../shared/http/views/drill.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import type { TeamView } from '../../../shared/http/views/team.ts';
import { agencyContacts, agencyDetails } from '../../builders/agency.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { aDrillScript } from '../../builders/drill.ts';
import { approveRequest, commitment, type Neighbours, neighbours, requisitionTeam } from '../../builders/neighbours.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { warningDraft } from '../../builders/warning.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const CONTROL = `coordinator@${XINING}`;
const ADMINISTRATOR = `administrator@${XINING}`;

/** Xining and Lanzhou under a live agreement, with clocks that ring. */
const world = async () => {
  const cities = await neighbours();
  let now: Instant = NOW;
  /** So many minutes later the clocks of both cities look, and all messages arrive. */
  const after = async (minutes: number): Promise<void> => {
    now = plus(now, minutes * MINUTE_MS);
    cities.setTime(now);
    for (const city of [XINING, LANZHOU]) await createClock(cities.cellOf(city).cell)({} as never);
    await cities.deliverAll();
  };
  const plan = (body: object = {}) =>
    cities.done<DrillView>(CONTROL, routes.planDrill, {
      body: { script: aDrillScript(), participants: [cities.agreementId], ...body },
    });
  const step = (drillId: string, body: object) =>
    cities.done<DrillView>(CONTROL, routes.stepDrill, { params: { drillId }, body });
  const read = (drillId: string, city = XINING) =>
    cities.done<DrillView>(`coordinator@${city}`, routes.readDrill, { params: { drillId } });
  return { cities, after, plan, step, read };
};

/** What is in a city's table; a test may look at all of it. */
const rowsAbout = (cities: Neighbours, city: string, ids: readonly string[]): readonly Item[] =>
  cities
    .cellOf(city)
    .store.rows()
    .filter((row) => ids.some((id) => row.pk.includes(id) || row.sk.includes(id)));

/** The request that the drill drafted goes to Lanzhou, whose team is committed to it. */
const playRequest = async ({ cities }: Awaited<ReturnType<typeof world>>) => {
  const { items } = await cities.done<{ items: { requestId: string; exercise: boolean }[] }>(
    CONTROL,
    requestRoutes.listRequests,
  );
  const drafted = items.find(({ exercise }) => exercise);
  const requestId = drafted?.requestId ?? '';
  const request = await cities.done<RequestView>(`approver@${XINING}`, requestRoutes.approveRequest, {
    params: { requestId },
  });
  const requisitionId = await requisitionTeam(cities, requestId, request.items[0]?.itemId);
  await cities.done(
    `representative@${LANZHOU}`,
    receivedRequestRoutes.commitRequisition,
    commitment(cities, requestId, requisitionId),
  );
  const committed = await cities.done<RequestView>(CONTROL, requestRoutes.readRequest, { params: { requestId } });
  return { requestId, deploymentId: committed.deployments[0]?.deploymentId ?? '' };
};

const readTeam = (cities: Neighbours) =>
  cities.done<TeamView>(`coordinator@${LANZHOU}`, teamRoutes.readTeam, { params: { teamId: cities.teamId } });

const freeTeams = async (cities: Neighbours): Promise<readonly string[]> => {
  const { items } = await cities.cellOf(LANZHOU).store.query({ pk: `list#${teamList({ free: true })}` });
  return items.map(({ card }) => (card as { teamId: string }).teamId);
};

describe('a drill on a live agreement', () => {
  it('is told to the partner, gives its injects each in its minute, and is scored at its end', async () => {
    const it = await world();
    const { drillId } = await it.plan();
    expect(await it.read(drillId, LANZHOU)).toMatchObject({ status: 'invited', host: XINING, isRunning: false });
    await it.step(drillId, { to: 'started' });
    await it.after(0);
    expect(await it.read(drillId, LANZHOU)).toMatchObject({ isRunning: true });
    expect((await it.read(drillId)).injects?.map(({ outcome }) => outcome !== undefined)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await it.after(30);
    const injects = (await it.read(drillId)).injects ?? [];
    expect(injects.map(({ outcome }) => outcome?.made?.kind ?? outcome?.failure?.code ?? 'said')).toEqual([
      'incident',
      'request',
      'agency-unknown',
      'said',
    ]);
    const { deploymentId } = await playRequest(it);
    await it.cities.done(CONTROL, routes.handleInject, {
      params: { drillId, key: 'outage' },
      body: { note: '改用卫星电话' },
    });
    const running = await it.cities.done<DrillReportView>(CONTROL, routes.readDrillReport, { params: { drillId } });
    expect(running).toMatchObject({ final: false, figures: { fill: { asked: 1, filled: 1, percent: 100 } } });
    await it.after(240);
    const report = await it.cities.done<DrillReportView>(CONTROL, routes.readDrillReport, { params: { drillId } });
    expect(report).toMatchObject({
      final: true,
      points: 90,
      maximumPoints: 100,
      figures: {
        replies: { asked: 1, answered: 1, slowestMinutes: 0 },
        injects: { scripted: 4, given: 3, failed: 1, toHandle: 1, inTime: 1 },
        arrivals: { promised: 1, arrived: 0 },
      },
    });
    expect(report.text.zh).toContain('得分 90/100');
    expect(await it.read(drillId, LANZHOU)).toMatchObject({ status: 'attended' });
    expect(deploymentId).not.toBe('');
  });

  it('gives late injects in their order after a standstill, once each, and later by as long as it was paused', async () => {
    const it = await world();
    const { drillId } = await it.plan({ participants: [] });
    await it.step(drillId, { to: 'started' });
    await it.after(5);
    await it.step(drillId, { to: 'paused', reason: '让出通道' });
    await it.after(60);
    expect((await it.read(drillId)).injects?.filter(({ outcome }) => outcome)).toHaveLength(1);
    const { injects = [] } = await it.step(drillId, { to: 'resumed' });
    expect(injects[1]?.due).toBe(plus(NOW, 70 * MINUTE_MS));
    await it.after(100);
    await it.after(1);
    const { chapters } = await it.cities.done<Story>(CONTROL, ledgerRoutes.readStory, {
      params: { kind: 'drill', id: drillId },
    });
    const given = (chapters[0]?.entries ?? []).flatMap(({ type, data }) =>
      type === 'injectGiven' ? [(data.outcome as { key: string }).key] : [],
    );
    expect(given).toEqual(['flood', 'ask', 'nobody', 'outage']);
  });

  it('keeps its commitments apart: the team stays free, a real mission takes it, and the drill goes on without', async () => {
    const it = await world();
    const { cities } = it;
    const { drillId } = await it.plan();
    await it.step(drillId, { to: 'started' });
    await it.after(30);
    const played = await playRequest(it);
    expect(await readTeam(cities)).toMatchObject({
      condition: 'available',
      drillCommitment: { deploymentId: played.deploymentId },
    });
    expect(await freeTeams(cities)).toContain(cities.teamId);

    const real = await approveRequest(cities);
    const requisitionId = await requisitionTeam(cities, real.requestId, real.itemId);
    await cities.done(
      `representative@${LANZHOU}`,
      receivedRequestRoutes.commitRequisition,
      commitment(cities, real.requestId, requisitionId),
    );
    expect(await readTeam(cities)).toMatchObject({ condition: 'committed' });
    expect(await freeTeams(cities)).not.toContain(cities.teamId);
    await it.after(1);
    expect(await readTeam(cities)).not.toHaveProperty('drillCommitment');
    for (const city of [LANZHOU, XINING]) {
      const deployment = await cities.done(`coordinator@${city}`, deploymentRoutes.readDeployment, {
        params: { deploymentId: played.deploymentId },
      });
      expect(deployment).toMatchObject({ status: 'cancelled', exercise: true });
    }
  });

  it('is removed as a whole at either end, which leaves a digest, and what is real as it was', async () => {
    const it = await world();
    const { cities } = it;
    const real = await approveRequest(cities);
    const { drillId } = await it.plan();
    await it.step(drillId, { to: 'started' });
    await it.after(30);
    const { requestId, deploymentId } = await playRequest(it);
    const { incidentIds } = await it.read(drillId);
    const removing = { params: { drillId } };
    expectProblem(await cities.call(ADMINISTRATOR, routes.removeDrillData, removing), 409, 'drill-not-over');
    await it.step(drillId, { to: 'ended' });
    const ids = [requestId, deploymentId, ...incidentIds];
    const drillState = (row: Item) => row.pk === `drill#${drillId}`;
    for (const city of [XINING, LANZHOU]) {
      expect(rowsAbout(cities, city, ids).length).toBeGreaterThan(10);
      await cities.done(`administrator@${city}`, routes.removeDrillData, removing);
      await cities.done(`administrator@${city}`, routes.removeDrillData, removing);
    }
    await it.after(1);
    await it.after(1);
    const kept = ['conversation#', 'feed#', 'idempotency#', 'notice-readings#'];
    for (const city of [XINING, LANZHOU]) {
      const left = rowsAbout(cities, city, ids).filter(
        (row) => !drillState(row) && !kept.some((prefix) => row.pk.startsWith(prefix)) && !row.pk.startsWith(`team#`),
      );
      expect(left.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
      expect(await it.read(drillId, city)).toMatchObject({
        removal: { pending: 0, digest: expect.stringMatching(/^[\w-]{43}$/), doneAt: expect.anything() },
      });
    }
    expect((await it.read(drillId)).removal?.counts).toMatchObject({ incident: 1, request: 1, deployment: 1 });
    expect(await readTeam(cities)).not.toHaveProperty('drillCommitment');
    const untouched = await cities.done<RequestView>(CONTROL, requestRoutes.readRequest, {
      params: { requestId: real.requestId },
    });
    expect(untouched).toMatchObject({ status: 'approved', exercise: false });
    for (const [city, reference] of [
      [LANZHOU, { kind: 'team', id: cities.teamId }],
      [XINING, { kind: 'drill', id: drillId }],
    ] as const)
      expect(await cities.done(`auditor@${city}`, ledgerRoutes.verifyStory, { params: reference })).toMatchObject({
        intact: true,
      });
  });
});

const single = (request: TestCall, after?: (params: Record<string, string>) => object) => async () => {
  const test = createTestCell();
  const handler = createHandler(test.cell);
  const body = { script: aDrillScript() };
  const planned = await test.call(handler, routes.planDrill, { as: CONTROL, body });
  const params = { drillId: (planned.body as DrillView).drillId };
  return { test, handler, good: { as: CONTROL, params, ...request }, ...after?.(params) };
};

describe('what injects do', () => {
  it('sends work orders, warns as an exercise, sends agencies tasks, and raises levels; all of it is removed', async () => {
    const it = await world();
    const { cities } = it;
    const { agencyId } = await cities.done<{ agencyId: string }>(CONTROL, agencyRoutes.registerAgency, {
      body: { ...agencyDetails({ name: '演练单位（演示）' }), dutyContacts: agencyContacts() },
    });
    const [flood] = aDrillScript().injects;
    if (flood?.deed.does !== 'open-incident') throw new Error('the script opens an incident');
    const { position, hazard, description } = flood.deed.incident;
    const title = { zh: '投送', en: 'An inject' };
    const { onset: _, expiresAt: _expires, ...drafted } = warningDraft();
    const script = aDrillScript({
      injects: [
        flood,
        {
          ...{ key: 'call', atMinutes: 1, title },
          deed: { does: 'enter-work-order', order: { hazard, description, position } },
        },
        {
          ...{ key: 'level', atMinutes: 2, title },
          deed: { does: 'set-level', incident: 'flood', responseLevel: 'I', reason: '上涨' },
        },
        {
          ...{ key: 'warn', atMinutes: 3, title },
          deed: { does: 'warn', forMinutes: 60, warning: drafted },
        },
        {
          ...{ key: 'task', atMinutes: 4, title },
          deed: {
            does: 'send-task',
            ...{ incident: 'flood', agencies: ['演练单位（演示）'], neededWithinMinutes: 60 },
            task: { mission: '排水', quantity: 1, unit: '队' },
          },
        },
      ],
      objectives: [{ measure: 'task-reply-minutes', atMost: 10, points: 10 }],
    });
    const { drillId } = await it.plan({ script, participants: [] });
    await it.step(drillId, { to: 'started' });
    await it.after(5);
    const { injects = [] } = await it.read(drillId);
    const made = injects.map(({ outcome }) => outcome?.made?.kind ?? outcome?.failure);
    expect(made).toEqual(['incident', 'work-order', 'incident', 'warning', 'task']);
    const report = await cities.done<DrillReportView>(CONTROL, routes.readDrillReport, { params: { drillId } });
    expect(report.figures.taskReplies).toEqual({ asked: 1, answered: 0 });
    await it.step(drillId, { to: 'aborted', reason: '真实险情' });
    await cities.done(ADMINISTRATOR, routes.removeDrillData, { params: { drillId } });
    await it.after(1);
    const { removal } = await it.read(drillId);
    expect(removal).toMatchObject({ counts: { incident: 1, 'work-order': 1, warning: 1, task: 1 }, pending: 0 });
    const ids = injects.flatMap(({ outcome }) => outcome?.made?.id ?? []);
    const lists = rowsAbout(cities, XINING, ids).filter(({ pk }) => pk.startsWith('list#') || pk.startsWith('notices'));
    expect(lists.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual([]);
    expect(agencyId).not.toBe('');
  });
});

describe('routes of drills', () => {
  itAnswersWrongCalls(routes.listDrills, single({ params: {} }));
  itAnswersWrongCalls(
    routes.planDrill,
    single({ params: {}, body: { script: aDrillScript() } }, () => ({
      otherBody: { script: aDrillScript({ title: '另一次' }) },
    })),
  );
  itAnswersWrongCalls(routes.readDrill, single({}));
  itAnswersWrongCalls(
    routes.stepDrill,
    single({ body: { to: 'aborted', reason: '改期' } }, () => ({ otherBody: { to: 'aborted', reason: '另择日期' } })),
  );

  it('refuse a report of what has not begun, and incidents that are real', async () => {
    const { test, handler, good } = await single({})();
    expectProblem(await test.call(handler, routes.readDrillReport, good), 409, 'drill-wrong-status');
    const cities = await neighbours();
    const { incidentId } = await approveRequest(cities);
    const answer = await cities.call(CONTROL, routes.planDrill, {
      body: { script: aDrillScript(), incidentIds: [incidentId] },
    });
    expectProblem(answer, 422, 'drill-incident-not-exercise');
  });

  it('lists drills by status, marked as what they are', async () => {
    const { test, handler } = await single({})();
    const { body } = await test.call(handler, routes.listDrills, { as: CONTROL, query: { status: 'planned' } });
    expect(body).toMatchObject({ items: [{ status: 'planned', exercise: true, removed: false }] });
  });
});
