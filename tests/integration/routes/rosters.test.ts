import { describe, expect, it } from 'vitest';
import { createHandler as createAgencies } from '../../../functions/agencies/handler.ts';
import { createHandler as createLedger } from '../../../functions/ledger/handler.ts';
import { createHandler } from '../../../functions/rosters/handler.ts';
import { createHandler as createSpreadsheets } from '../../../functions/spreadsheets/handler.ts';
import { createHandler as createTeams } from '../../../functions/teams/handler.ts';
import { dutyRoomOffice, type RosterShift } from '../../../shared/domain/roster/roster-state.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { rosterRoutes as routes } from '../../../shared/http/routes/rosters.ts';
import { spreadsheetRoutes } from '../../../shared/http/routes/spreadsheets.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { OnDuty } from '../../../shared/http/views/roster.ts';
import { agencyContacts, agencyDetails } from '../../builders/agency.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { aDutyPerson, aShift, hours, someOffice } from '../../builders/roster.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const AS = `duty-officer@${XINING}`;
const reason = '调整排班';
const CITY = dutyRoomOffice(XINING);
const officeId = CITY;
const versionOne = { 'if-match': '"1"' };
const officer = aDutyPerson('值班员甲', { personId: AS });

const world = () => {
  const test = createTestCell({ city: XINING, now: NOW });
  const handler = createHandler(test.cell);
  const agencies = createAgencies(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: AS, ...request });
  const done = async (...args: Parameters<typeof call>) => {
    const answer = await call(...args);
    expect(answer.body).not.toHaveProperty('code');
    return answer.body as Record<string, unknown>;
  };
  const establish = (body: object = someOffice()) => done(routes.establishRoster, { body });
  const plan = (id: string, ...shifts: readonly RosterShift[]) =>
    done(routes.planShifts, { params: { officeId: id }, body: { shifts } });
  const agency = async (name: string): Promise<string> => {
    const body = { ...agencyDetails({ name }), dutyContacts: agencyContacts() };
    const { agencyId } = (await test.call(agencies, agencyRoutes.registerAgency, { as: AS, body })).body as {
      agencyId: string;
    };
    await establish({ ...someOffice({ name: `${name}值班室` }), agencyId });
    return agencyId;
  };
  const onDuty = async (request: TestCall = {}) =>
    (await done(routes.listOnDuty, request)) as unknown as { items: OnDuty[]; nextCursor?: string };
  return { test, handler, call, done, establish, plan, agency, onDuty };
};

/** A world in which the duty room keeps a roster, and a call about it. */
const kept = (request: TestCall) => async () => {
  const { test, handler, establish } = world();
  await establish();
  return { test, handler, good: { as: AS, params: { officeId }, ...request } };
};

const planned = (request: TestCall) => async () => {
  const { test, handler, establish, plan } = world();
  test.setTime(hours(-1));
  await establish();
  await plan(CITY, aShift(-8, 0, '甲'), aShift(0, 8, '乙'), aShift(8, 16, '丙'));
  test.setTime(NOW);
  return { test, handler, good: { as: AS, params: { officeId }, ...request } };
};

const anywhere = (request: TestCall, otherBody?: unknown) => async () => {
  const { test, handler } = world();
  return { test, handler, good: { as: AS, ...request }, otherBody };
};

describe('rosters', () => {
  itAnswersWrongCalls(routes.listOnDuty, anywhere({ query: { at: NOW } }));
  itAnswersWrongCalls(routes.listRosters, anywhere({ query: { limit: '5' } }));
  itAnswersWrongCalls(routes.establishRoster, anywhere({ body: someOffice() }, someOffice({ line: '0971-0000002' })));
  itAnswersWrongCalls(routes.readRoster, kept({}));
  itAnswersWrongCalls(routes.changeDutyOffice, kept({ body: someOffice({ escalation: [] }), headers: versionOne }));
  itAnswersWrongCalls(routes.planShifts, async () => ({
    ...(await kept({ body: { shifts: [aShift(0, 8, '甲')] } })()),
    otherBody: { shifts: [aShift(0, 9, '甲')] },
  }));
  itAnswersWrongCalls(routes.removeShift, planned({ body: { from: hours(8), reason } }));
  itAnswersWrongCalls(routes.handOverDuty, async () => ({
    ...(await planned({ body: { handedOverBy: '甲', takenOverBy: '乙', notes: '' } })()),
    otherBody: { handedOverBy: '甲', takenOverBy: '乙', notes: '无事' },
  }));
  itAnswersWrongCalls(routes.discontinueRoster, kept({ body: { reason } }));
  itAnswersWrongCalls(routes.readDutyLines, kept({ body: { reason } }));

  it('plan no more than two weeks of shifts of a day at once', async () => {
    const { call, establish } = world();
    await establish();
    const shifts = Array.from({ length: 15 }, (_, index) => aShift(24 * index, 24 * index + 24, '甲'));
    const answer = await call(routes.planShifts, { params: { officeId }, body: { shifts } });
    expectProblem(answer, 422, 'body-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/shifts' }] });
  });
});

describe('who is on duty', () => {
  it('is told of every office, with whom to ring next, and no telephone of anybody', async () => {
    const { establish, plan, agency, onDuty } = world();
    const agencyId = await agency('矿山救护队');
    await establish();
    await plan(CITY, aShift(-8, 16, officer), aShift(16, 40, '乙'));
    await plan(agencyId, aShift(16, 24, '丙'));
    const { items } = await onDuty();
    expect(items).toEqual([
      {
        officeId: CITY,
        kind: 'city',
        name: someOffice().name,
        line: '0971-0000001',
        shift: {
          from: hours(-8),
          until: hours(16),
          lead: { name: '虚构带班', position: '副局长' },
          onDuty: [{ name: '值班员甲' }],
        },
        ring: [
          { name: '值班员甲', because: 'on-duty' },
          { name: '虚构带班', position: '副局长', because: 'lead' },
          { name: '虚构局长', position: '局长', because: 'escalation' },
          { name: '虚构主任', position: '办公室主任', because: 'escalation' },
        ],
      },
      expect.objectContaining({
        officeId: agencyId,
        kind: 'agency',
        ring: [expect.objectContaining({ because: 'escalation' }), expect.objectContaining({ because: 'escalation' })],
      }),
    ]);
    expect(items[1]).not.toHaveProperty('shift');
    const later = await onDuty({ query: { at: hours(20) } });
    expect(later.items.map(({ shift }) => shift?.onDuty[0]?.name)).toEqual(['乙', '丙']);
    expect(JSON.stringify([items, later])).not.toMatch(/139-?0000/);
  });

  it('goes on where the page before ended', async () => {
    const { establish, plan, agency, onDuty } = world();
    const first = await agency('甲单位');
    await agency('乙单位');
    await establish();
    await plan(first, aShift(-1, 1, '丙'));
    const page = await onDuty({ query: { limit: '1' } });
    const next = await onDuty({ query: { limit: '2', cursor: page.nextCursor ?? '' } });
    expect([...page.items, ...next.items].map(({ kind, shift }) => [kind, shift?.onDuty[0]?.name])).toEqual([
      ['city', undefined],
      ['agency', '丙'],
      ['agency', undefined],
    ]);
  });

  it('costs the offices asked about, however long the rosters are', async () => {
    const { test, establish, plan, onDuty } = world();
    await establish();
    const read = async () => {
      const queries: unknown[] = [];
      const { query } = test.store;
      test.store.query = async (request) => {
        const page = await query(request);
        queries.push(page.items.length);
        return page;
      };
      await onDuty();
      test.store.query = query;
      return queries;
    };
    await plan(CITY, aShift(-8, 16, '甲'));
    const before = await read();
    for (let week = 0; week < 8; week += 1)
      await plan(
        CITY,
        ...Array.from({ length: 14 }, (_, index) =>
          aShift(16 + week * 168 + index * 12, 28 + week * 168 + index * 12, '乙'),
        ),
      );
    expect(before).toEqual([1, 1]);
    expect(await read()).toEqual([1, 2]);
  });

  it('is told of the duty room and the own office to people outside it', async () => {
    const { call, establish, plan, agency, onDuty } = world();
    const [own, other] = [await agency('甲单位'), await agency('乙单位')];
    await establish();
    const as = `agency-officer@${XINING}/${own}`;
    expect((await onDuty({ as })).items.map((each) => each.officeId)).toEqual([CITY, own]);
    for (const role of ['team-leader', 'expert'])
      expect((await onDuty({ as: `${role}@${XINING}` })).items.map((each) => each.officeId)).toEqual([CITY]);
    expect((await call(routes.readRoster, { as, params: { officeId: own } })).status).toBe(200);
    for (const id of [other, CITY])
      expectProblem(
        await call(routes.readRoster, { as, params: { officeId: id } }),
        403,
        'not-the-persons-duty-office',
      );
    await plan(CITY, aShift(16, 40, '乙'));
    expect((await onDuty({ as, query: { at: hours(20) } })).items.map(({ shift }) => shift)).toEqual([
      undefined,
      undefined,
    ]);
    expect((await onDuty({ query: { at: hours(20) } })).items[0]?.shift).toMatchObject({ onDuty: [{ name: '乙' }] });
  });
});

describe('people of an agency', () => {
  it('keep the roster of their own agency, and no other', async () => {
    const { call, agency, establish } = world();
    const [own, other] = [await agency('甲单位'), await agency('乙单位')];
    await establish();
    const as = `agency-officer@${XINING}/${own}`;
    const body = { shifts: [aShift(0, 8, '丁')] };
    expect((await call(routes.planShifts, { as, params: { officeId: own }, body })).status).toBe(200);
    for (const id of [other, CITY]) {
      const params = { officeId: id };
      const refused = [
        await call(routes.planShifts, { as, params, body }),
        await call(routes.removeShift, { as, params, body: { from: NOW, reason } }),
        await call(routes.changeDutyOffice, { as, params, body: someOffice(), headers: versionOne }),
        await call(routes.handOverDuty, { as, params, body: { handedOverBy: '甲', takenOverBy: '乙', notes: '' } }),
      ];
      for (const answer of refused) expectProblem(answer, 403, 'not-the-persons-duty-office');
    }
    expectProblem(await call(routes.establishRoster, { as, body: someOffice() }), 403, 'not-the-persons-duty-office');
  });
});

describe('telephones', () => {
  it('are read for a reason, which the ledger keeps, in the order in which they are rung', async () => {
    const { test, call, establish, plan } = world();
    await establish();
    await plan(CITY, aShift(-8, 16, officer));
    const answer = await call(routes.readDutyLines, { params: { officeId }, body: { reason } });
    expect(answer.body).toEqual({
      officeId: CITY,
      name: someOffice().name,
      line: '0971-0000001',
      at: NOW,
      ring: [
        { name: '值班员甲', telephone: '139-0000-0021', because: 'on-duty' },
        { name: '虚构带班', position: '副局长', telephone: '139-0000-0022', because: 'lead' },
        { name: '虚构局长', position: '局长', telephone: '139-0000-0023', because: 'escalation' },
        { name: '虚构主任', position: '办公室主任', telephone: '139-0000-0024', because: 'escalation' },
      ],
    });
    const entries = test.store.rows().flatMap(({ entity, entry }) => (entity === 'event' ? [entry] : []));
    expect(entries.at(-1)).toMatchObject({ type: 'dutyLinesRead', data: { reason, for: NOW }, actor: { id: AS } });
  });

  it('are shown to those who are called out: of whom there is to ring now only', async () => {
    const { call, establish, plan, agency } = world();
    const other = await agency('甲单位');
    await establish();
    await plan(CITY, aShift(-8, 16, '甲'), aShift(16, 40, '乙'));
    const as = `team-leader@${XINING}`;
    const body = { reason, at: hours(20) };
    const lines = await call(routes.readDutyLines, { as, params: { officeId }, body });
    expect(lines.body).toMatchObject({ at: NOW, ring: [{ name: '甲' }, {}, {}, {}] });
    expect((await call(routes.readDutyLines, { params: { officeId }, body })).body).toMatchObject({
      at: hours(20),
      ring: [{ name: '乙' }, {}, {}, {}],
    });
    expectProblem(
      await call(routes.readDutyLines, { as, params: { officeId: other }, body }),
      403,
      'not-the-persons-duty-office',
    );
  });

  it('are masked wherever else the roster is shown, its ledger included', async () => {
    const { test, done, establish, plan } = world();
    await establish();
    const view = await plan(CITY, aShift(-8, 16, officer));
    expect(view).toMatchObject({
      escalation: [{ name: '虚构局长', telephone: '139****0023' }, {}],
      shifts: [{ onDuty: [{ name: '值班员甲', telephone: '139****0021' }] }],
    });
    const story = await test.call(createLedger(test.cell), ledgerRoutes.readStory, {
      as: `auditor@${XINING}`,
      params: { kind: 'roster', id: CITY },
    });
    expect(story.status).toBe(200);
    expect(JSON.stringify(story.body)).toContain('139****0021');
    const shown = [view, story.body, await done(routes.readRoster, { params: { officeId } })];
    expect(JSON.stringify(shown)).not.toMatch(/139-?0000/);
  });
});

describe('a reading of personal data', () => {
  it('by an officer whom the roster does not have on duty must be said to be one', async () => {
    const { test, establish, plan } = world();
    const teams = createTeams(test.cell);
    const registration = { ...someDetails(), dutyContact: someContact() };
    const { teamId = '' } = (await test.call(teams, teamRoutes.registerTeam, { as: AS, body: registration }))
      .body as Record<string, string>;
    const read = (body: object) =>
      test.call(teams, teamRoutes.readTeamContact, { as: AS, params: { teamId }, body: { reason, ...body } });
    expect((await read({})).status).toBe(200);
    await establish();
    await plan(CITY, aShift(-8, 16, aDutyPerson('值班员乙', { personId: 'somebody' })));
    const refused = await read({});
    expectProblem(refused, 403, 'not-on-duty');
    expect(JSON.stringify(refused.body)).toContain('值班员乙');
    expect((await read({ evenIfOffDuty: true })).body).toEqual(someContact());
    const notices = test.store.rows().filter(({ entity }) => entity === 'notice');
    expect(notices.at(-1)).toMatchObject({ urgency: 'routine', subject: { kind: 'team', id: teamId } });
    const spreadsheets = createSpreadsheets(test.cell);
    const all = { as: AS, params: { kind: 'team' }, body: { reason } };
    const everybody = () => test.call(spreadsheets, spreadsheetRoutes.exportEntriesWithContacts, all);
    expectProblem(await everybody(), 403, 'not-on-duty-for-all');
    await plan(CITY, aShift(-8, 16, officer));
    expect((await read({})).status).toBe(200);
    expect((await everybody()).status).toBe(200);
  });
});
