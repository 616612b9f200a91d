import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/incidents/handler.ts';
import { createHandler as createPlansHandler } from '../../../functions/plans/handler.ts';
import { incidentRoutes as routes } from '../../../shared/http/routes/incidents.ts';
import { planRoutes } from '../../../shared/http/routes/plans.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { XINING } from '../../builders/circumstances.ts';
import { someIncidentDetails } from '../../builders/incident.ts';
import { planDetails } from '../../builders/plan.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const AS = 'coordinator@630100';
const NOBODY = '0190ffff-0000-7000-8000-0000000000ff';
const reason = '解除';
const commander = { name: '虚构甲', position: '副市长', organisation: '虚构市政府' };
const camera = { cameraId: 'XN-001', name: '南川河一号', url: 'https://video.example.test/xn-001' };
const positionedCamera = {
  ...camera,
  nameEn: 'Nanchuan River 1',
  url: 'rtsps://video.example.test/xn-001',
  position: { latitude: 36.6, longitude: 101.77, crs: 'CGCS2000', place: '南川河七一桥' },
  owner: '西宁市水务局（0971-000-0000，演示）',
};

const world = () => {
  const test = createTestCell();
  const handler = createHandler(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: AS, ...request });
  const take = async (body: object): Promise<IncidentView> =>
    (await call(routes.openIncident, { body })).body as IncidentView;
  const open = (details = {}): Promise<IncidentView> =>
    take({ ...someIncidentDetails(details), responseLevel: 'II', exercise: false });
  const report = (details = {}, exercise = false): Promise<IncidentView> =>
    take({ ...someIncidentDetails(details), exercise });
  return { test, handler, call, open, report };
};

/** A world with an incident that is responded to, and a call about it. */
const withIncident = (request: TestCall) => async () => {
  const { test, handler, open } = world();
  const { incidentId } = await open();
  return { test, handler, good: { as: AS, params: { incidentId }, ...request } };
};

/** A world with an incident that nobody has verified, and a call about it. */
const withReport = (request: TestCall) => async () => {
  const { test, handler, report } = world();
  const { incidentId } = await report();
  return { test, handler, good: { as: AS, params: { incidentId }, ...request } };
};

const anywhere = (request: TestCall, otherBody?: unknown) => async () => {
  const { test, handler } = world();
  return { test, handler, good: { as: AS, ...request }, otherBody };
};

const opening = { ...someIncidentDetails(), responseLevel: 'III', exercise: true };
const first = { headers: { 'if-match': '"1"' } };

describe('incidents', () => {
  itAnswersWrongCalls(routes.listIncidents, anywhere({}));
  itAnswersWrongCalls(routes.openIncident, anywhere({ body: opening }, { ...opening, responseLevel: 'IV' }));
  itAnswersWrongCalls(routes.readIncident, withIncident({}));
  itAnswersWrongCalls(
    routes.changeIncident,
    withIncident({ body: someIncidentDetails({ title: '特大洪水' }), ...first }),
  );
  itAnswersWrongCalls(routes.verifyIncident, withReport({ body: { verdict: 'false', reason } }));
  itAnswersWrongCalls(routes.changeResponseLevel, withIncident({ body: { responseLevel: 'I', reason: '上涨' } }));
  itAnswersWrongCalls(routes.endResponse, withIncident({ body: { reason } }));
  itAnswersWrongCalls(routes.closeIncident, withIncident({ body: { reason } }));
  itAnswersWrongCalls(routes.takeCommand, withIncident({ body: commander, ...first }));
  itAnswersWrongCalls(
    routes.linkIncident,
    withIncident({ body: { cameras: [camera], planIds: [], warningIds: [] }, ...first }),
  );
  itAnswersWrongCalls(routes.listIncidentDuplicates, withIncident({}));
  itAnswersWrongCalls(routes.relateIncident, withIncident({ body: { relations: [] }, ...first }));

  it('run from opening to closing, each version with its ETag', async () => {
    const { call, open } = world();
    const { incidentId } = await open();
    const params = { incidentId };
    const changed = await call(routes.changeIncident, {
      params,
      body: someIncidentDetails({ title: '特大洪水' }),
      ...first,
    });
    expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { title: '特大洪水' } });
    const raised = await call(routes.changeResponseLevel, { params, body: { responseLevel: 'I', reason: '上涨' } });
    expect(raised.body).toMatchObject({ responseLevel: 'I', eventClass: 'natural-disaster' });
    await call(routes.closeIncident, { params, body: { reason } });
    const read = await call(routes.readIncident, { params });
    expect(read).toMatchObject({ headers: { etag: '"4"' }, body: { status: 'closed', closure: { reason } } });
    expectProblem(await call(routes.closeIncident, { params, body: { reason: '再次' } }), 409, 'incident-closed');
  });

  it('that are reported are verified, responded to, commanded, and end before they are put on file', async () => {
    const { call, report } = world();
    const { incidentId, status } = await report();
    expect(status).toBe('reported');
    const params = { incidentId };
    const early = await call(routes.changeResponseLevel, { params, body: { responseLevel: 'IV', reason: '启动' } });
    expectProblem(early, 409, 'incident-not-verified');
    await call(routes.verifyIncident, { params, body: { verdict: 'true', words: '社区已到场' } });
    const announcedAt = '2026-07-14T23:50:00.000Z';
    await call(routes.changeResponseLevel, { params, body: { responseLevel: 'IV', reason: '启动', announcedAt } });
    await call(routes.takeCommand, { params, body: commander, headers: { 'if-match': '"3"' } });
    const ended = await call(routes.endResponse, { params, body: { reason } });
    expect(ended.body).toMatchObject({
      status: 'ended',
      statusText: { zh: '响应已结束' },
      verification: { words: '社区已到场', by: { id: AS } },
      levels: [{ responseLevel: 'IV', step: 'set', reason: '启动', announcedAt, by: { id: AS } }],
      commander: { name: '虚构甲', by: { id: AS } },
      ending: { reason },
    });
    const closed = await call(routes.closeIncident, { params, body: { reason: '资料齐全' } });
    expect(closed.body).toMatchObject({ status: 'closed', ending: { reason }, closure: { reason: '资料齐全' } });
  });

  it('that turn out to be false, or known already, are dismissed', async () => {
    const { call, open, report } = world();
    const { incidentId: known } = await open();
    const verdict = async (body: object) => {
      const { incidentId } = await report();
      return call(routes.verifyIncident, { params: { incidentId }, body });
    };
    const duplicate = (incidentId: string, city: string = XINING) => ({
      ...{ verdict: 'duplicate', reason: '同一洪水' },
      of: { city, incidentId },
    });
    expect((await verdict({ verdict: 'false', reason: '误报' })).body).toMatchObject({
      status: 'dismissed',
      dismissal: { verdict: 'false', reason: '误报' },
    });
    expect((await verdict(duplicate(known))).body).toMatchObject({ dismissal: { of: { title: '南川河洪水' } } });
    expectProblem(await verdict(duplicate(NOBODY)), 422, 'other-incident-unknown');
    expectProblem(await verdict(duplicate(known, '620100')), 422, 'other-incident-unknown');
  });

  it('that may be the same are found before one is dismissed', async () => {
    const { call, open, report } = world();
    const known = await open();
    await open({ hazard: 'fire', title: '另一起火灾' });
    const reported = await report({ title: '南川河涨水' });
    const params = { incidentId: reported.incidentId };
    const { body } = await call(routes.listIncidentDuplicates, { params });
    expect(body).toMatchObject({
      items: [{ kind: 'incident', id: known.incidentId, reasons: [{ zh: '相距0米' }, {}, {}] }],
    });
  });

  it('have cameras, and plans and warnings that exist', async () => {
    const { test, call, open } = world();
    const filed = await test.call(createPlansHandler(test.cell), planRoutes.filePlan, { as: AS, body: planDetails() });
    const { planId } = filed.body as { planId: string };
    const { incidentId } = await open();
    const link = (links: object) =>
      call(routes.linkIncident, {
        params: { incidentId },
        body: { cameras: [camera], planIds: [], warningIds: [], ...links },
        ...first,
      });
    expectProblem(await link({ planIds: [NOBODY] }), 422, 'linked-plan-unknown');
    expectProblem(await link({ warningIds: [NOBODY] }), 422, 'linked-warning-unknown');
    expectProblem(await link({ cameras: [camera, camera] }), 422, 'body-not-valid');
    expect((await link({ planIds: [planId] })).body).toMatchObject({ links: { cameras: [camera], planIds: [planId] } });
  });

  it.each([
    ['with all that is known of it', positionedCamera, true],
    ['over plain HTTP', { ...camera, url: 'http://video.example.test/xn-001' }, false],
    ['that is a script', { ...camera, url: 'javascript:alert(1)' }, false],
    ['with a password in its address', { ...camera, url: 'https://duty:secret@video.example.test/xn-001' }, false],
    ['beyond the earth', { ...positionedCamera, position: { ...positionedCamera.position, latitude: 91 } }, false],
  ])('take a camera %s, or do not', async (_, one, isTaken) => {
    const { call, open } = world();
    const { incidentId } = await open();
    const body = { cameras: [one], planIds: [], warningIds: [] };
    const answer = await call(routes.linkIncident, { params: { incidentId }, body, ...first });
    if (isTaken) expect(answer).toMatchObject({ status: 200, body: { links: { cameras: [one] } } });
    else expectProblem(answer, 422, 'body-not-valid');
  });

  it('are parents and children of one another, as both of them know, and drills of drills only', async () => {
    const { call, open, report } = world();
    const parent = await open();
    const child = await open({ title: '地下车库被淹' });
    const drill = await report({}, true);
    const read = async (incidentId: string) => {
      const { body, headers } = await call(routes.readIncident, { params: { incidentId } });
      return { body: body as IncidentView, etag: headers.etag ?? '' };
    };
    const relate = async (incidentId: string, ...relations: readonly object[]) =>
      call(routes.relateIncident, {
        params: { incidentId },
        body: { relations },
        headers: { 'if-match': (await read(incidentId)).etag },
      });
    const to = ({ incidentId }: IncidentView, relation: string) => ({ relation, city: XINING, incidentId });
    const related = await relate(child.incidentId, to(parent, 'parent'));
    expect(related.body).toMatchObject({ relations: [{ relation: 'parent', saidBy: 'this', agreed: false }] });
    expect((await read(parent.incidentId)).body.relations).toMatchObject([
      { relation: 'child', incidentId: child.incidentId, title: '地下车库被淹', saidBy: 'other', agreed: false },
    ]);
    await relate(parent.incidentId, to(child, 'child'));
    expect((await read(child.incidentId)).body.relations.map(({ agreed }) => agreed)).toEqual([true, true]);
    await relate(parent.incidentId);
    expect((await read(child.incidentId)).body.relations).toMatchObject([{ saidBy: 'this', agreed: false }]);
    expectProblem(await relate(child.incidentId, to(child, 'same')), 422, 'incident-itself');
    expectProblem(await relate(child.incidentId, to(drill, 'same')), 409, 'drill-and-real');
    expectProblem(
      await relate(child.incidentId, to(parent, 'parent'), to(parent, 'same')),
      422,
      'incident-related-twice',
    );
  });

  it('name the area they affect, in shapes or by divisions, and what they need', async () => {
    const { call } = world();
    const area = { crs: 'WGS-84', description: '南川河两岸', circles: ['36.6,101.77 2'], divisions: ['630102'] };
    const needs = [{ kind: 'water-rescue', quantity: 3 }];
    const take = (details: object) =>
      call(routes.openIncident, { body: { ...someIncidentDetails(), exercise: false, ...details } });
    expect((await take({ area, needs })).body).toMatchObject({ area: { ...area, polygons: [] }, needs });
    expectProblem(await take({ area: { crs: 'WGS-84', description: '某处' } }), 422, 'body-not-valid');
    expectProblem(await take({ area: { ...area, circles: ['36.6 101.77 2'] } }), 422, 'body-not-valid');
  });

  it('say in the language asked for, and with a pointer, what is wrong', async () => {
    const { call } = world();
    const body = {
      ...someIncidentDetails({ occurredAt: '2027-01-01T00:00:00.000Z' }),
      responseLevel: 'II',
      exercise: false,
    };
    const answer = await call(routes.openIncident, { body, headers: { 'accept-language': 'en' } });
    expectProblem(answer, 422, 'incident-in-the-future');
    expect(answer.body).toMatchObject({
      errors: [{ pointer: '/occurredAt', detail: expect.stringMatching(/still to come/) }],
    });
  });

  it('are listed by status and time, the latest first, page by page', async () => {
    const { call, open } = world();
    const at = (hour: number) => `2026-07-14T${String(hour).padStart(2, '0')}:00:00.000Z`;
    const ids: string[] = [];
    for (const hour of [1, 2, 3, 4]) ids.push((await open({ occurredAt: at(hour) })).incidentId);
    await call(routes.closeIncident, { params: { incidentId: ids[0] ?? '' }, body: { reason } });
    const list = async (query: Record<string, string>) =>
      (await call(routes.listIncidents, { query })).body as { items: { incidentId: string }[]; nextCursor?: string };
    const found = async (query: Record<string, string>) =>
      (await list(query)).items.map(({ incidentId }) => incidentId);
    expect(await found({})).toEqual([...ids].reverse());
    expect(await found({ status: 'closed' })).toEqual([ids[0]]);
    expect(await found({ status: 'open', from: at(3) })).toEqual([ids[3], ids[2]]);
    expect(await found({ status: 'responding', from: at(2), until: at(3) })).toEqual([ids[2], ids[1]]);
    const page = await list({ limit: '3', until: at(4) });
    const next = await list({ limit: '3', until: at(4), cursor: page.nextCursor ?? '' });
    expect([...page.items, ...next.items].map(({ incidentId }) => incidentId)).toEqual([...ids].reverse());
    expectProblem(await call(routes.listIncidents, { query: { from: at(3), until: at(2) } }), 400);
  });
});
