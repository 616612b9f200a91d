import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHandler as createIncidents } from '../../../functions/incidents/handler.ts';
import { createHandler as createOverAsks } from '../../../functions/over-asks/handler.ts';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import { overlapRoutes } from '../../../shared/http/routes/overlaps.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import type { RowNote } from '../../../shared/lambda/row-queue.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { someIncidentDetails } from '../../builders/incident.ts';
import { neighbours, placeRequest } from '../../builders/neighbours.ts';
import { createTestCell } from '../../builders/test-cell.ts';
import { isToldOf, queueEvent } from '../../builders/told-of-rows.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const XINING_DESK = `coordinator@${XINING}`;
const LANZHOU_DESK = `coordinator@${LANZHOU}`;
const place = { latitude: 36.62, longitude: 101.78, crs: 'CGCS2000', place: '集结点' };
const far = { latitude: 36.06, longitude: 103.83, crs: 'CGCS2000', place: '兰州集结点' };
const item = (quantity: number, reportingPoint: object = place) => ({
  ...{ kind: 'water-rescue', level: 2, quantity, mission: '搜救', reportingPoint },
  neededBy: '2026-07-15T08:00:00.000Z',
  neededUntil: '2026-07-20T00:00:00.000Z',
  logistics: { meals: true, lodging: true, fuel: true },
});

/** Two neighbours whose requests are compared when `compare` says so. */
const compared = async () => {
  const cities = await neighbours();
  const notes = new Map<CityCode, RowNote[]>([
    [XINING, []],
    [LANZHOU, []],
  ]);
  const isWanted = isToldOf('over-asks');
  for (const [city, told] of notes)
    cities.cellOf(city).store.onChange((change) => {
      if (isWanted(change)) told.push(change.key);
    });
  const compare = async (): Promise<void> => {
    for (const [city, told] of notes) {
      const answer = await createOverAsks(cities.cellOf(city).cell)(queueEvent(told.splice(0)), {} as Context);
      expect(answer).toEqual({ batchItemFailures: [] });
    }
  };
  const open = async (as: string, details = {}) => {
    const body = { ...someIncidentDetails(details), responseLevel: 'II', exercise: false };
    return (await cities.done<IncidentView>(as, incidentRoutes.openIncident, { body })).incidentId;
  };
  const ask = async (city: CityCode, incidentId: string, ...items: readonly object[]) => {
    const { requestId } = await cities.done<RequestView>(`coordinator@${city}`, requestRoutes.draftRequest, {
      body: { incidentId, items },
    });
    await cities.done(`approver@${city}`, requestRoutes.approveRequest, { params: { requestId } });
    return requestId;
  };
  const overlaps = async (as: string, query: Record<string, string>) =>
    (await cities.call(as, overlapRoutes.listOverlaps, { query })).body as {
      readonly overlaps: readonly { readonly other: { readonly requestId: string }; readonly scope: string }[];
      readonly totals: readonly object[];
    };
  const warned = async (as: string): Promise<number> => {
    const { body } = await cities.call(as, dutyRoomRoutes.listNotices, {});
    return JSON.stringify(body).split('可能重复').length - 1;
  };
  return { ...cities, compare, open, ask, overlaps, warned };
};

describe('what is asked for twice', () => {
  itAnswersWrongCalls(overlapRoutes.listOverlaps, async () => {
    const test = createTestCell();
    const query = { incidentId: '0190ffff-0000-7000-8000-0000000000ff' };
    return { test, handler: createIncidents(test.cell), good: { as: XINING_DESK, query } };
  });

  it('by two requests for one incident is told once, and the sums are held against the need', async () => {
    const { open, ask, compare, overlaps, warned } = await compared();
    const incidentId = await open(XINING_DESK, { needs: [{ kind: 'water-rescue', quantity: 4 }] });
    const first = await ask(XINING, incidentId, item(3));
    await compare();
    expect(await warned(XINING_DESK)).toBe(0);
    const second = await ask(XINING, incidentId, item(2, far));
    await compare();
    await compare();
    expect(await warned(XINING_DESK)).toBe(1);
    const found = await overlaps(XINING_DESK, { requestId: second });
    expect(found.overlaps).toMatchObject([{ other: { requestId: first }, scope: 'within-city', sameEvent: true }]);
    expect(found.totals).toEqual([{ kind: 'water-rescue', asked: 5, requests: 2, need: 4, excess: 1 }]);
    const ofIncident = await overlaps(XINING_DESK, { incidentId });
    expect(ofIncident).toMatchObject({ overlaps: [{ scope: 'within-city' }], totals: found.totals });
    expect(ofIncident).toMatchObject({ notVisible: { zh: expect.stringContaining('看不到') } });
  });

  it('is over when one of the requests is', async () => {
    const { open, ask, compare, overlaps, done } = await compared();
    const incidentId = await open(XINING_DESK);
    const [first, second] = [await ask(XINING, incidentId, item(1)), await ask(XINING, incidentId, item(1))];
    await compare();
    expect((await overlaps(XINING_DESK, { requestId: first })).overlaps).toHaveLength(1);
    await done(XINING_DESK, requestRoutes.cancelRequest, { params: { requestId: second }, body: { reason: '重复' } });
    await compare();
    expect((await overlaps(XINING_DESK, { requestId: first })).overlaps).toEqual([]);
  });

  it('of a partner and by a partner is told to the one who can see both', async () => {
    const cities = await compared();
    const { open, ask, compare, overlaps, warned, deliverAll } = cities;
    const ours = await open(XINING_DESK);
    const theirs = await open(LANZHOU_DESK, { title: '湟水河洪水' });
    const own = await ask(LANZHOU, theirs, item(1));
    const received = await ask(XINING, ours, item(2));
    await placeRequest(cities, received);
    await deliverAll();
    await compare();
    expect(await warned(LANZHOU_DESK)).toBe(1);
    expect(await warned(XINING_DESK)).toBe(0);
    expect((await overlaps(LANZHOU_DESK, { requestId: received })).overlaps).toMatchObject([
      { other: { requestId: own, city: LANZHOU }, scope: 'between-cities', sameEvent: false },
    ]);
  });

  it('at places far apart is the same when both cities say that it is one event', async () => {
    const cities = await compared();
    const { open, ask, compare, overlaps, warned, deliverAll, done, call, agreementId } = cities;
    const ours = await open(XINING_DESK);
    const theirs = await open(LANZHOU_DESK, { title: '湟水河洪水' });
    await ask(LANZHOU, theirs, item(1, far));
    const received = await ask(XINING, ours, item(2));
    await placeRequest(cities, received);
    await deliverAll();
    await compare();
    expect((await overlaps(LANZHOU_DESK, { requestId: received })).overlaps).toEqual([]);
    await done(XINING_DESK, incidentRoutes.shareIncident, { params: { incidentId: ours }, body: { agreementId } });
    const { headers } = await call(LANZHOU_DESK, incidentRoutes.readIncident, { params: { incidentId: theirs } });
    await done(LANZHOU_DESK, incidentRoutes.relateIncident, {
      params: { incidentId: theirs },
      body: { relations: [{ relation: 'same', city: XINING, incidentId: ours }] },
      headers: { 'if-match': headers.etag ?? '' },
    });
    expect((await overlaps(LANZHOU_DESK, { requestId: received })).overlaps).toMatchObject([
      { scope: 'between-cities', sameEvent: true },
    ]);
    expect(await warned(LANZHOU_DESK)).toBe(0);
    await compare();
    await compare();
    expect(await warned(LANZHOU_DESK)).toBe(1);
  });

  it('is asked of a request or an incident, and of what there is', async () => {
    const { call, open } = await compared();
    const list = (query: Record<string, string>) => call(XINING_DESK, overlapRoutes.listOverlaps, { query });
    const incidentId = await open(XINING_DESK);
    expectProblem(await list({}), 400);
    expectProblem(await list({ incidentId, requestId: incidentId }), 400);
    expectProblem(await list({ requestId: incidentId }), 404);
  });
});
