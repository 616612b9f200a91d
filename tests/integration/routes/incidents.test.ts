import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/incidents/handler.ts';
import { incidentRoutes as routes } from '../../../shared/http/routes/incidents.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { someIncidentDetails } from '../../builders/incident.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const AS = 'coordinator@630100';

const world = () => {
  const test = createTestCell();
  const handler = createHandler(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: AS, ...request });
  const open = async (details = {}): Promise<IncidentView> => {
    const body = { ...someIncidentDetails(details), responseLevel: 'II', exercise: false };
    return (await call(routes.openIncident, { body })).body as IncidentView;
  };
  return { test, handler, call, open };
};

/** A world with an incident, and a call about it. */
const withIncident = (request: TestCall) => async () => {
  const { test, handler, open } = world();
  const { incidentId } = await open();
  return { test, handler, good: { as: AS, params: { incidentId }, ...request } };
};

const anywhere = (request: TestCall, otherBody?: unknown) => async () => {
  const { test, handler } = world();
  return { test, handler, good: { as: AS, ...request }, otherBody };
};

const opening = { ...someIncidentDetails(), responseLevel: 'III', exercise: true };

describe('incidents', () => {
  itAnswersWrongCalls(routes.listIncidents, anywhere({}));
  itAnswersWrongCalls(routes.openIncident, anywhere({ body: opening }, { ...opening, responseLevel: 'IV' }));
  itAnswersWrongCalls(routes.readIncident, withIncident({}));
  itAnswersWrongCalls(
    routes.changeIncident,
    withIncident({ body: someIncidentDetails({ title: '特大洪水' }), headers: { 'if-match': '"1"' } }),
  );
  itAnswersWrongCalls(routes.changeResponseLevel, withIncident({ body: { responseLevel: 'I', reason: '上涨' } }));
  itAnswersWrongCalls(routes.closeIncident, withIncident({ body: { reason: '解除' } }));

  it('run from opening to closing, each version with its ETag', async () => {
    const { call, open } = world();
    const { incidentId } = await open();
    const params = { incidentId };
    const changed = await call(routes.changeIncident, {
      params,
      body: someIncidentDetails({ title: '特大洪水' }),
      headers: { 'if-match': '"1"' },
    });
    expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { title: '特大洪水' } });
    const raised = await call(routes.changeResponseLevel, { params, body: { responseLevel: 'I', reason: '上涨' } });
    expect(raised.body).toMatchObject({ responseLevel: 'I', eventClass: 'natural-disaster' });
    await call(routes.closeIncident, { params, body: { reason: '解除' } });
    const read = await call(routes.readIncident, { params });
    expect(read).toMatchObject({ headers: { etag: '"4"' }, body: { status: 'closed', closure: { reason: '解除' } } });
    expectProblem(await call(routes.closeIncident, { params, body: { reason: '再次' } }), 409, 'incident-closed');
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
    await call(routes.closeIncident, { params: { incidentId: ids[0] ?? '' }, body: { reason: '解除' } });
    const list = async (query: Record<string, string>) =>
      (await call(routes.listIncidents, { query })).body as { items: { incidentId: string }[]; nextCursor?: string };
    const found = async (query: Record<string, string>) =>
      (await list(query)).items.map(({ incidentId }) => incidentId);
    expect(await found({})).toEqual([...ids].reverse());
    expect(await found({ status: 'closed' })).toEqual([ids[0]]);
    expect(await found({ status: 'open', from: at(3) })).toEqual([ids[3], ids[2]]);
    expect(await found({ from: at(2), until: at(3) })).toEqual([ids[2], ids[1]]);
    const first = await list({ limit: '3', until: at(4) });
    const second = await list({ limit: '3', until: at(4), cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ incidentId }) => incidentId)).toEqual([...ids].reverse());
    expectProblem(await call(routes.listIncidents, { query: { from: at(3), until: at(2) } }), 400);
  });
});
