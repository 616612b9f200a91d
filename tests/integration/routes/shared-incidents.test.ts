import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/incidents/handler.ts';
import { agreementRoutes } from '../../../shared/http/routes/agreements.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { incidentRoutes as routes } from '../../../shared/http/routes/incidents.ts';
import { partnerIncidentRoutes as partnerRoutes } from '../../../shared/http/routes/partner-incidents.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { someIncidentDetails } from '../../builders/incident.ts';
import { neighbours } from '../../builders/neighbours.ts';
import { createTestCell } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const XINING_DESK = `coordinator@${XINING}`;
const LANZHOU_DESK = `coordinator@${LANZHOU}`;
const body = { ...someIncidentDetails(), responseLevel: 'II', exercise: false };

/** Two neighbours, each with an incident of its own; they are the same flood. */
const flooded = async () => {
  const cities = await neighbours();
  const ours = await cities.done<IncidentView>(XINING_DESK, routes.openIncident, { body });
  const theirs = await cities.done<IncidentView>(LANZHOU_DESK, routes.openIncident, {
    body: { ...body, title: '湟水河洪水' },
  });
  const share = (as: string, incidentId: string) =>
    cities.done(as, routes.shareIncident, { params: { incidentId }, body: { agreementId: cities.agreementId } });
  const read = async (as: string, incidentId: string) => {
    const { body: view, headers } = await cities.call(as, routes.readIncident, { params: { incidentId } });
    return { view: view as IncidentView, etag: headers.etag ?? '' };
  };
  const relate = async (as: string, incidentId: string, ...relations: readonly object[]) =>
    cities.call(as, routes.relateIncident, {
      params: { incidentId },
      body: { relations },
      headers: { 'if-match': (await read(as, incidentId)).etag },
    });
  return { ...cities, ours: ours.incidentId, theirs: theirs.incidentId, share, read, relate };
};

describe('incidents shared with a partner city', () => {
  itAnswersWrongCalls(routes.shareIncident, async () => {
    const { ours, agreementId, cellOf } = await flooded();
    const test = cellOf(XINING);
    const good = { as: XINING_DESK, params: { incidentId: ours }, body: { agreementId } };
    return { test, handler: createHandler(test.cell), good, otherBody: { agreementId: ours } };
  });
  itAnswersWrongCalls(partnerRoutes.listPartnerIncidents, async () => {
    const test = createTestCell();
    return { test, handler: createHandler(test.cell), good: { as: XINING_DESK } };
  });
  itAnswersWrongCalls(partnerRoutes.readPartnerIncident, async () => {
    const { ours, share, cellOf } = await flooded();
    await share(XINING_DESK, ours);
    const test = cellOf(LANZHOU);
    return { test, handler: createHandler(test.cell), good: { as: LANZHOU_DESK, params: { incidentId: ours } } };
  });

  it('are known there as they are here, and go on being so', async () => {
    const { ours, share, done, call } = await flooded();
    await share(XINING_DESK, ours);
    const params = { incidentId: ours };
    await done(XINING_DESK, routes.changeResponseLevel, { params, body: { responseLevel: 'I', reason: '上涨' } });
    const held = await call(LANZHOU_DESK, partnerRoutes.readPartnerIncident, { params });
    expect(held.body).toMatchObject({
      ...{ incidentId: ours, city: XINING, title: '南川河洪水', status: 'responding', responseLevel: 'I', linked: [] },
    });
    await done(XINING_DESK, routes.endResponse, { params, body: { reason: '水退' } });
    const { body: list } = await call(LANZHOU_DESK, partnerRoutes.listPartnerIncidents, { query: { city: XINING } });
    expect(list).toMatchObject({ items: [{ incidentId: ours, status: 'ended' }] });
    const notices = await call(LANZHOU_DESK, dutyRoomRoutes.listNotices, {});
    expect(JSON.stringify(notices.body)).toContain('西宁市通报事件“南川河洪水”');
    expectProblem(
      await call(XINING_DESK, routes.shareIncident, { params, body: { agreementId: ours } }),
      409,
      'incident-status',
    );
  });

  it('are linked, and both cities know that they mean the same event', async () => {
    const { ours, theirs, share, read, relate, deliverAll, call } = await flooded();
    const same = { relation: 'same', city: XINING, incidentId: ours };
    expectProblem(await relate(LANZHOU_DESK, theirs, same), 422, 'other-incident-unknown');
    await share(XINING_DESK, ours);
    expect((await relate(LANZHOU_DESK, theirs, same)).status).toBe(200);
    await deliverAll();
    expect((await read(XINING_DESK, ours)).view.relations).toEqual([]);
    const held = await call(LANZHOU_DESK, partnerRoutes.readPartnerIncident, { params: { incidentId: ours } });
    expect(held.body).toMatchObject({ linked: [{ incidentId: theirs, relation: 'same' }] });

    await share(LANZHOU_DESK, theirs);
    expect((await read(XINING_DESK, ours)).view.relations).toMatchObject([
      { relation: 'same', city: LANZHOU, incidentId: theirs, title: '湟水河洪水', saidBy: 'other', agreed: false },
    ]);
    await relate(XINING_DESK, ours, { relation: 'same', city: LANZHOU, incidentId: theirs });
    await deliverAll();
    for (const [desk, incident] of [
      [XINING_DESK, ours],
      [LANZHOU_DESK, theirs],
    ] as const)
      expect((await read(desk, incident)).view.relations.map(({ agreed }) => agreed)).toEqual([true, true]);

    await relate(LANZHOU_DESK, theirs);
    await deliverAll();
    expect((await read(XINING_DESK, ours)).view.relations).toMatchObject([{ saidBy: 'this', agreed: false }]);
  });

  it('that are told of are compared with those on hand here', async () => {
    const { ours, theirs, share, call } = await flooded();
    await share(XINING_DESK, ours);
    const alike = await call(LANZHOU_DESK, routes.listIncidentDuplicates, { params: { incidentId: ours } });
    expect(alike.body).toMatchObject({ items: [{ kind: 'incident', id: theirs, name: '湟水河洪水' }] });
  });

  it('are not shared twice, nor under an agreement that is not in force', async () => {
    const { ours, agreementId, share, call, done } = await flooded();
    await share(XINING_DESK, ours);
    const again = { params: { incidentId: ours }, body: { agreementId } };
    expectProblem(await call(XINING_DESK, routes.shareIncident, again), 409, 'incident-shared-already');
    const { incidentId } = await done<IncidentView>(XINING_DESK, routes.openIncident, { body });
    await done(`representative@${XINING}`, agreementRoutes.terminateAgreement, {
      params: { agreementId },
      body: { reason: '到期不续' },
    });
    const late = { params: { incidentId }, body: { agreementId } };
    expectProblem(await call(XINING_DESK, routes.shareIncident, late), 409, 'agreement-not-in-force');
  });
});
