import { describe, expect, it } from 'vitest';
import { createHandler as createClock } from '../../../functions/clock/handler.ts';
import { createHandler as createDutyRoom } from '../../../functions/duty-room/handler.ts';
import { createHandler as createTeams } from '../../../functions/teams/handler.ts';
import { createHandler } from '../../../functions/warnings/handler.ts';
import type { CapAlert } from '../../../shared/domain/cap/cap-alert.ts';
import type { WarningCard } from '../../../shared/domain/warning/warning-listings.ts';
import { readCap } from '../../../shared/exchange/cap/read-cap.ts';
import { warningIdOf } from '../../../shared/exchange/cap/warning-id.ts';
import { writeCap } from '../../../shared/exchange/cap/write-cap.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { CAP_TYPES, warningRoutes as routes } from '../../../shared/http/routes/warnings.ts';
import type { WarnedTeams, WarningView } from '../../../shared/http/views/warning.ts';
import { naming, rainstorm, rainstormInfo } from '../../builders/cap.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { createIndexingCell } from '../../builders/indexing-cell.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import type { TestCall } from '../../builders/test-cell.ts';
import { warningDraft } from '../../builders/warning.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const OFFICER = `duty-officer@${XINING}`;
const REPRESENTATIVE = `representative@${XINING}`;
const SIX_HOURS_LATER = '2026-07-15T06:00:00.000Z';

const update = (changes: Partial<CapAlert> = {}): CapAlert =>
  rainstorm({
    identifier: '63010041600000_20260715093000_1',
    sent: '2026-07-15T09:30:00+08:00',
    msgType: 'Update',
    references: naming(rainstorm()),
    info: [rainstormInfo({ severity: 'Severe', headline: '暴雨橙色预警' })],
    ...changes,
  });

const cancellation = (changes: Partial<CapAlert> = {}): CapAlert => {
  const { info: _, ...alert } = update({
    identifier: '63010041600000_20260715100000_1',
    msgType: 'Cancel',
    ...changes,
  });
  return alert;
};

const document = (xml: string, mediaType: string = CAP_TYPES.cap) => ({
  mediaType,
  bytes: new TextEncoder().encode(xml),
});

const world = () => {
  const test = createIndexingCell({ city: XINING, now: NOW });
  const handler = createHandler(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: OFFICER, ...request });
  const post = (alert: CapAlert) => call(routes.receiveWarning, { file: document(writeCap(alert)) });
  const take = async (alert: CapAlert): Promise<WarningView> => {
    const answer = await post(alert);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body as WarningView;
  };
  const read = async (alert: CapAlert) =>
    (await call(routes.readWarning, { params: { warningId: warningIdOf(alert) } })).body as WarningView;
  const inForce = async (query: Record<string, string> = {}) =>
    ((await call(routes.listWarningsInForce, { query })).body as { items: WarningCard[] }).items;
  const issue = async (body: object = { status: 'Actual', warning: warningDraft() }) => {
    const answer = await call(routes.issueWarning, { as: REPRESENTATIVE, body });
    expect(answer).toMatchObject({ status: 201 });
    return answer.body as WarningView;
  };
  const notices = async () => {
    const answer = await test.call(createDutyRoom(test.cell), dutyRoomRoutes.listNotices, { as: OFFICER });
    return (answer.body as { items: { urgency: string; text: { zh: string; en: string } }[] }).items;
  };
  const ring = () => createClock(test.cell)({} as never);
  return { test, handler, call, post, take, read, inForce, issue, notices, ring };
};

const withWarning = (request: TestCall) => async () => {
  const { test, handler, take } = world();
  const { warningId } = await take(rainstorm());
  return { test, handler, good: { as: OFFICER, params: { warningId }, ...request } };
};

const withIssued = (request: TestCall) => async () => {
  const { test, handler, issue } = world();
  const { warningId } = await issue();
  test.setTime('2026-07-15T01:00:00.000Z');
  return { test, handler, good: { as: REPRESENTATIVE, params: { warningId }, ...request } };
};

describe('warnings', () => {
  itAnswersWrongCalls(routes.receiveWarning, async () => ({
    ...world(),
    good: { as: OFFICER, body: rainstorm() },
    otherBody: rainstorm({ identifier: 'another' }),
  }));
  itAnswersWrongCalls(routes.issueWarning, async () => ({
    ...world(),
    good: { as: REPRESENTATIVE, body: { status: 'Actual', warning: warningDraft() } },
    otherBody: { status: 'Exercise', warning: warningDraft() },
  }));
  itAnswersWrongCalls(routes.listWarnings, async () => ({ ...world(), good: { as: OFFICER } }));
  itAnswersWrongCalls(routes.listWarningsInForce, async () => ({ ...world(), good: { as: OFFICER } }));
  itAnswersWrongCalls(routes.readWarning, withWarning({}));
  itAnswersWrongCalls(routes.listWarnedTeams, withWarning({}));
  itAnswersWrongCalls(routes.listAcknowledgements, withWarning({}));
  itAnswersWrongCalls(routes.acknowledgeWarning, withWarning({ body: { note: '已知悉' } }));
  itAnswersWrongCalls(routes.updateWarning, async () => ({
    ...(await withIssued({ body: { warning: warningDraft() } })()),
    otherBody: { warning: warningDraft({ colour: 'red' }) },
  }));
  itAnswersWrongCalls(routes.cancelWarning, withIssued({ body: { reason: '水位回落' } }));

  it('come as CAP in XML or JSON, and are in force until they expire', async () => {
    const { test, take, read, inForce, notices, ring } = world();
    const taken = await take(rainstorm());
    expect(taken).toMatchObject({
      ...{ status: 'in-force', realm: 'actual', origin: 'received', colour: 'red', level: 1, hazards: ['flood'] },
      ...{ cities: [{ city: XINING, basis: 'division' }], alert: rainstorm(), expiresAt: SIX_HOURS_LATER },
      identifierParts: { division: XINING, department: '416', at: NOW, serial: 1 },
    });
    expect(await inForce({ colour: 'red', hazard: 'flood' })).toMatchObject([{ warningId: taken.warningId }]);
    expect(await notices()).toMatchObject([{ urgency: 'urgent', text: { zh: expect.stringContaining('西宁市') } }]);
    test.setTime(SIX_HOURS_LATER);
    await ring();
    await ring();
    expect(await read(rainstorm())).toMatchObject({ status: 'expired', endedAt: SIX_HOURS_LATER });
    expect(await inForce()).toEqual([]);
    expect(await notices()).toHaveLength(2);
  });

  it('come once, however often and in whichever form they are sent', async () => {
    const { call, post, take, notices, inForce } = world();
    const { warningId } = await take(rainstorm());
    expect(await post(rainstorm())).toMatchObject({ status: 201, body: { warningId } });
    expect(await call(routes.receiveWarning, { body: rainstorm() })).toMatchObject({
      status: 201,
      body: { warningId },
    });
    expect(await inForce()).toHaveLength(1);
    expect(await notices()).toHaveLength(1);
    const other = await post(rainstorm({ note: 'something else' }));
    expectProblem(other, 409, 'warning-differs');
  });

  it('are given back exactly as they came, or written anew', async () => {
    const { call } = world();
    const came = `<?xml version="1.0"?>\n<!-- as it came -->${writeCap(rainstorm()).split('?>')[1] ?? ''}`.replace(
      '</alert>',
      '<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"/></alert>',
    );
    const taken = await call(routes.receiveWarning, { file: document(came, CAP_TYPES.xml) });
    const { warningId, signed } = taken.body as WarningView;
    expect(signed).toBe(true);
    const given = await call(routes.readWarningDocument, { params: { warningId } });
    expect(given.headers['content-type']).toBe('application/cap+xml');
    expect(Buffer.from(given.body as string, 'base64').toString()).toBe(came);
    const anew = rainstorm({ identifier: 'in-json' });
    await call(routes.receiveWarning, { body: anew });
    const written = await call(routes.readWarningDocument, { params: { warningId: warningIdOf(anew) } });
    const xml = Buffer.from(written.body as string, 'base64').toString();
    expect(readCap(xml)).toMatchObject({ value: { alert: anew } });
  });

  it('that are not CAP are refused with a pointer to each element that is wrong', async () => {
    const { call, inForce } = world();
    const sent = (xml: string) => call(routes.receiveWarning, { file: document(xml) });
    const wrong = writeCap(rainstorm()).replace('Extreme', 'Red').replace('Observed', 'Seen');
    const answer = await sent(wrong);
    expectProblem(answer, 422, 'cap-not-valid');
    const { errors } = answer.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/info/0/severity', '/info/0/certainty']);
    expectProblem(await sent(`<!DOCTYPE a>${writeCap(rainstorm())}`), 422, 'cap-not-valid');
    expectProblem(await sent(' '.repeat(128 * 1024 + 1)), 413, 'body-too-large');
    const inOtherText = { mediaType: CAP_TYPES.cap, bytes: Uint8Array.of(0xb1, 0xa9, 0xd3, 0xea) };
    expectProblem(await call(routes.receiveWarning, { file: inOtherText }), 415, 'text-not-utf-8');
    expectProblem(await sent(writeCap(rainstorm()).replace('UTF-8', 'GB2312')), 415, 'text-not-utf-8');
    const { info: _, ...silent } = rainstorm();
    expectProblem(await call(routes.receiveWarning, { body: silent }), 422, 'warning-says-nothing');
    expectProblem(
      await call(routes.receiveWarning, { body: rainstorm({ sender: `${XINING}@shouwang` }) }),
      422,
      'warning-claims-this-city',
    );
    expect(await inForce()).toEqual([]);
  });

  it('give way to later ones that name them, in whatever order they come', async () => {
    const { take, read, inForce } = world();
    await take(cancellation({ references: naming(update()) }));
    await take(update());
    await take(rainstorm());
    expect(await read(update())).toMatchObject({ status: 'cancelled', endedBy: warningIdOf(cancellation()) });
    expect(await read(rainstorm())).toMatchObject({ status: 'superseded', endedBy: warningIdOf(update()) });
    expect(await inForce()).toEqual([]);
  });

  it('are neither cancelled by others nor by a drill', async () => {
    const { take, read, notices } = world();
    await take(rainstorm());
    await take(cancellation({ sender: 'somebody-else' }));
    await take(cancellation({ identifier: 'drill', status: 'Exercise' }));
    await take(update({ identifier: 'draft', status: 'Draft' }));
    expect(await read(rainstorm())).toMatchObject({ status: 'in-force' });
    expect((await notices())[0]).toMatchObject({
      urgency: 'urgent',
      text: { en: expect.stringContaining('they stand') },
    });
  });

  it('that are drills are listed apart and marked', async () => {
    const { take, inForce, notices } = world();
    await take(rainstorm({ status: 'Exercise' }));
    expect(await inForce()).toEqual([]);
    expect(await inForce({ realm: 'exercise', colour: 'orange', orGraver: 'true' })).toHaveLength(1);
    expect(await notices()).toMatchObject([{ text: { zh: expect.stringMatching(/^【演练】/) } }]);
  });

  it('are acknowledged by people and by the senders of Acks, each once', async () => {
    const { call, take, issue } = world();
    const { warningId, alert } = await issue();
    const params = { warningId };
    const acknowledge = (as: string) => call(routes.acknowledgeWarning, { as, params, body: {} });
    await acknowledge(`team-leader@${XINING}`);
    const again = await acknowledge(`team-leader@${XINING}`);
    expect(again).toMatchObject({ status: 200, body: { acknowledgementCount: 1 } });
    const ack = cancellation({ msgType: 'Ack', sender: 'lanzhou', references: naming(alert) });
    expect(await take(ack)).toMatchObject({ status: 'recorded' });
    await take({ ...ack, msgType: 'Error', identifier: 'error-1', note: '无法解析' });
    const { body } = await call(routes.listAcknowledgements, { params });
    expect(body).toMatchObject({
      items: [
        { by: 'person', name: `team-leader@${XINING}` },
        { by: 'sender', sender: 'lanzhou' },
      ],
    });
    const shown = await call(routes.readWarning, { params });
    expect(shown.body).toMatchObject({
      acknowledgementCount: 2,
      rejections: [{ sender: 'lanzhou', note: '无法解析' }],
    });
    const unknown = await call(routes.receiveWarning, {
      body: { ...ack, identifier: 'ack-2', references: 'a,b,2026-07-15T08:00:00+08:00' },
    });
    expectProblem(unknown, 404, 'warning-unknown');
  });

  it('of the city are issued, updated and cancelled as alerts that name those before', async () => {
    const { test, call, issue, read } = world();
    const first = await issue();
    expect(first).toMatchObject({
      origin: 'issued',
      colour: 'orange',
      hazards: ['flood'],
      alert: { sender: `${XINING}@shouwang` },
    });
    expect(first.identifierParts).toMatchObject({ division: XINING, at: NOW });
    const xml = await call(routes.readWarningDocument, { params: { warningId: first.warningId } });
    expect(readCap(Buffer.from(xml.body as string, 'base64').toString())).toMatchObject({
      value: { alert: first.alert },
    });
    const follow = async (
      contract: typeof routes.updateWarning | typeof routes.cancelWarning,
      warningId: string,
      body: object,
    ) => call(contract, { as: REPRESENTATIVE, params: { warningId }, body });
    test.setTime('2026-07-15T01:00:00.000Z');
    const updated = await follow(routes.updateWarning, first.warningId, { warning: warningDraft({ colour: 'red' }) });
    const second = updated.body as WarningView;
    expect(second).toMatchObject({ status: 'in-force', colour: 'red', alert: { references: naming(first.alert) } });
    expect(await read(first.alert)).toMatchObject({ status: 'superseded', endedBy: second.warningId });
    test.setTime('2026-07-15T02:00:00.000Z');
    expectProblem(
      await follow(routes.cancelWarning, first.warningId, { reason: '水位回落' }),
      409,
      'warning-not-in-force',
    );
    const cancelled = await follow(routes.cancelWarning, second.warningId, { reason: '水位回落' });
    expect(cancelled.body).toMatchObject({ status: 'recorded', alert: { msgType: 'Cancel', note: '水位回落' } });
    expect(await read(second.alert)).toMatchObject({ status: 'cancelled' });
  });

  it('of the city are issued once for each Idempotency-Key, though the clock gives each its name', async () => {
    const { test, call, inForce } = world();
    const body = { status: 'Actual', warning: warningDraft() };
    const issue = () => call(routes.issueWarning, { as: REPRESENTATIVE, body, headers: { 'idempotency-key': 'once' } });
    const first = await issue();
    test.setTime('2026-07-15T00:05:00.000Z');
    expect((await issue()).body).toEqual(first.body);
    expect(await inForce()).toHaveLength(1);
  });

  it('of others are not for the city to update, and what ended before it began is not issued', async () => {
    const { test, call, take } = world();
    const { warningId } = await take(rainstorm());
    const as = REPRESENTATIVE;
    test.setTime('2026-07-15T00:01:00.000Z');
    const taken = await call(routes.updateWarning, { as, params: { warningId }, body: { warning: warningDraft() } });
    expectProblem(taken, 409, 'warning-not-own');
    const late = await call(routes.issueWarning, {
      as,
      body: { status: 'Actual', warning: warningDraft({ expiresAt: NOW }) },
    });
    expectProblem(late, 422, 'warning-ends-before-it-begins');
  });

  it('not for the public are for the duty room', async () => {
    const { call, take } = world();
    const { warningId } = await take(rainstorm({ scope: 'Restricted', restriction: '仅限值班室' }));
    const as = `team-leader@${XINING}`;
    const params = { warningId };
    for (const contract of [routes.readWarning, routes.readWarningDocument])
      expectProblem(await call(contract, { as, params }), 403, 'warning-not-public');
    expectProblem(await call(routes.acknowledgeWarning, { as, params, body: {} }), 403, 'warning-not-public');
    expect((await call(routes.readWarning, { params })).status).toBe(200);
  });

  it("find the city's teams in their area", async () => {
    const { test, call, take } = world();
    const teams = createTeams(test.cell);
    const details = someDetails();
    const register = (name: string, latitude: number) =>
      test.call(teams, teamRoutes.registerTeam, {
        as: OFFICER,
        body: { ...details, dutyContact: someContact(), name, base: { ...details.base, latitude, longitude: 101.7 } },
      });
    await register('城区队', 36.6);
    await register('城郊队', 36.72);
    await test.index();
    const teamsOf = async (alert: CapAlert) => {
      const { warningId } = await take(alert);
      return (await call(routes.listWarnedTeams, { params: { warningId } })).body as WarnedTeams;
    };
    const [area] = rainstormInfo().area ?? [];
    const drawn = rainstorm({
      identifier: 'drawn',
      info: [rainstormInfo({ area: [{ ...area, areaDesc: '城区', geocode: undefined }] })],
    });
    const inShape = await teamsOf(drawn);
    expect(inShape).toMatchObject({ basis: 'shape', teams: [{ name: '城区队' }], more: false });
    expect(inShape.teams).toHaveLength(1);
    expect((await teamsOf(rainstorm())).teams).toHaveLength(2);
    const elsewhere = rainstormInfo({ area: [{ areaDesc: '某地' }] });
    expect(await teamsOf(rainstorm({ identifier: 'elsewhere', info: [elsewhere] }))).toMatchObject({ teams: [] });
  });
});
