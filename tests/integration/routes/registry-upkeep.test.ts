import { describe, expect, it } from 'vitest';
import { createHandler as createAgencies } from '../../../functions/agencies/handler.ts';
import { createHandler as createExperts } from '../../../functions/experts/handler.ts';
import { createHandler } from '../../../functions/registry-upkeep/handler.ts';
import { createHandler as createTeams } from '../../../functions/teams/handler.ts';
import { DAY_MS, type Instant, plus } from '../../../shared/domain/kernel/instant.ts';
import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { expertRoutes } from '../../../shared/http/routes/experts.ts';
import { registryUpkeepRoutes as routes } from '../../../shared/http/routes/registry-upkeep.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { agencyContacts, agencyDetails } from '../../builders/agency.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { someExpertContact, someExpertDetails, someExpertTerm } from '../../builders/expert.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const AS = `duty-officer@${XINING}`;
const leader = `team-leader@${XINING}`;
const days = (count: number): Instant => plus(NOW, count * DAY_MS);

/** A city with a team, an agency and an expert, registered now; their certificates, agreement and term end on different days. */
const registry = async () => {
  const test = createTestCell({ city: XINING, now: NOW });
  const handlers = {
    team: createTeams(test.cell),
    agency: createAgencies(test.cell),
    expert: createExperts(test.cell),
  };
  const certification = (expiresAt: Instant) => ({ authority: '省应急管理厅', number: 'QH-1', expiresAt });
  const made = async (handler: unknown, contract: Parameters<typeof test.call>[1], body: object) => {
    const answer = await test.call(handler, contract, { as: AS, body });
    expect(answer.status).toBe(201);
    return answer.body as Record<string, string>;
  };
  const { teamId = '' } = await made(handlers.team, teamRoutes.registerTeam, {
    ...someDetails({
      name: '一队',
      certification: certification(days(20)),
      leader: { personId: leader, name: '队长' },
    }),
    dutyContact: someContact(),
  });
  const { agencyId = '' } = await made(handlers.agency, agencyRoutes.registerAgency, {
    ...agencyDetails({
      name: '二单位',
      certification: certification(days(40)),
      agreement: { ...agencyDetails().agreement, validUntil: days(10) },
    }),
    dutyContacts: agencyContacts(),
  });
  const { expertId = '' } = await made(handlers.expert, expertRoutes.appointExpert, {
    ...someExpertDetails({ name: '三专家' }),
    contact: someExpertContact(),
    term: { ...someExpertTerm(), until: days(200) },
    reason: '聘任',
  });
  const upkeep = createHandler(test.cell);
  const list = async (contract: (typeof routes)[keyof typeof routes], query: Record<string, string> = {}) => {
    const answer = await test.call(upkeep, contract, { as: AS, query });
    expect(answer.status).toBe(200);
    return answer.body as { items: Record<string, unknown>[]; nextCursor?: string };
  };
  const names = async (...call: Parameters<typeof list>) => (await list(...call)).items.map(({ name }) => name);
  return { test, handlers, upkeep, list, names, teamId, agencyId, expertId };
};

const anywhere = (request: TestCall) => async () => {
  const test = createTestCell({ city: XINING, now: NOW });
  return { test, handler: createHandler(test.cell), good: { as: AS, ...request } };
};

describe('the upkeep of the registry', () => {
  itAnswersWrongCalls(routes.listStaleEntries, anywhere({ query: { limit: '5' } }));
  itAnswersWrongCalls(routes.listExpiringEntries, anywhere({ query: { withinDays: '30' } }));

  it.each([-1, 3651, 'soon'])('knows no %s days', async (withinDays) => {
    const { test, upkeep } = await registry();
    const query = { withinDays: String(withinDays) };
    expectProblem(await test.call(upkeep, routes.listExpiringEntries, { as: AS, query }), 400, 'parameters-not-valid');
  });
});

describe('what nobody has confirmed for long', () => {
  it('is listed, longest first, and flagged wherever it is shown', async () => {
    const { test, handlers, names, agencyId } = await registry();
    test.setTime(days(180));
    expect(await names(routes.listStaleEntries)).toEqual([]);
    test.setTime(plus(days(180), 1));
    expect((await names(routes.listStaleEntries)).sort()).toEqual(['一队', '三专家', '二单位']);
    const read = await test.call(handlers.agency, agencyRoutes.readAgency, { as: AS, params: { agencyId } });
    expect(read.body).toMatchObject({ stale: true, confirmedAt: NOW });
    const listed = await test.call(handlers.agency, agencyRoutes.listAgencies, { as: AS });
    expect(listed.body).toMatchObject({ items: [{ stale: true, confirmedAt: NOW }] });
  });

  it('is fresh again when it is confirmed or changed', async () => {
    const { test, handlers, list, names, teamId, agencyId, expertId } = await registry();
    test.setTime(days(100));
    const confirmed = [
      await test.call(handlers.team, teamRoutes.confirmTeam, { as: leader, params: { teamId } }),
      await test.call(handlers.expert, expertRoutes.confirmExpert, {
        as: `expert@${XINING}`,
        params: { expertId },
      }),
    ];
    for (const { status, body } of confirmed)
      expect([status, body]).toEqual([200, expect.objectContaining({ confirmedAt: days(100), stale: false })]);
    test.setTime(days(150));
    const change = { as: AS, params: { agencyId }, headers: { 'if-match': '"1"' }, body: agencyDetails() };
    await test.call(handlers.agency, agencyRoutes.changeAgency, change);
    test.setTime(days(281));
    const { items } = await list(routes.listStaleEntries);
    expect(items).toEqual([
      { kind: 'expert', id: expertId, name: '三专家', confirmedAt: days(100) },
      { kind: 'team', id: teamId, name: '一队', confirmedAt: days(100) },
    ]);
    test.setTime(days(331));
    expect(await names(routes.listStaleEntries, { limit: '3' })).toEqual(['三专家', '一队', agencyDetails().name]);
  });

  it('is confirmed by its own people and registrars, nobody else', async () => {
    const { test, handlers, teamId, agencyId, expertId } = await registry();
    const confirm = (as: string) =>
      Promise.all([
        test.call(handlers.team, teamRoutes.confirmTeam, { as, params: { teamId } }),
        test.call(handlers.agency, agencyRoutes.confirmAgency, { as, params: { agencyId } }),
        test.call(handlers.expert, expertRoutes.confirmExpert, { as, params: { expertId } }),
      ]).then((answers) => answers.map(({ status }) => status));
    expect(await confirm(`administrator@${XINING}`)).toEqual([200, 200, 200]);
    expect(await confirm(`agency-officer@${XINING}/${agencyId}`)).toEqual([403, 200, 403]);
    expect(await confirm(leader)).toEqual([200, 403, 403]);
    expect(await confirm(`expert@${XINING}`)).toEqual([403, 403, 200]);
    expect(await confirm(`agency-officer@${XINING}/${teamId}`)).toEqual([403, 403, 403]);
    expect(await confirm(`auditor@${XINING}`)).toEqual([403, 403, 403]);
  });

  it('is asked about no more once it is retired', async () => {
    const { test, handlers, names, teamId } = await registry();
    await test.call(handlers.team, teamRoutes.retireTeam, { as: AS, params: { teamId }, body: { reason: '解散' } });
    test.setTime(days(400));
    expect(await names(routes.listStaleEntries)).not.toContain('一队');
    expect(await names(routes.listExpiringEntries, { ended: 'true' })).not.toContain('一队');
    const read = await test.call(handlers.team, teamRoutes.readTeam, { as: AS, params: { teamId } });
    expect(read.body).toMatchObject({ status: 'retired', stale: false });
  });
});

describe('what ends soon', () => {
  it('is listed over all kinds, soonest first', async () => {
    const { list, teamId, agencyId } = await registry();
    expect((await list(routes.listExpiringEntries)).items).toEqual([
      { kind: 'agency', id: agencyId, name: '二单位', what: 'agreement', endsAt: days(10), ended: false },
      { kind: 'team', id: teamId, name: '一队', what: 'certification', endsAt: days(20), ended: false },
      { kind: 'agency', id: agencyId, name: '二单位', what: 'certification', endsAt: days(40), ended: false },
    ]);
  });

  it.each([
    [{ withinDays: '15' }, ['二单位']],
    [{ withinDays: '300' }, ['二单位', '一队', '二单位', '三专家']],
    [{ withinDays: '20' }, ['二单位', '一队']],
    [{ limit: '1' }, ['二单位']],
  ])('for %o is %o', async (query, expected) => {
    const { names } = await registry();
    expect(await names(routes.listExpiringEntries, query as Record<string, string>)).toEqual(expected);
  });

  it('leaves out what has ended, unless it is asked for', async () => {
    const { test, list, names } = await registry();
    test.setTime(days(15));
    expect(await names(routes.listExpiringEntries)).toEqual(['一队', '二单位']);
    const { items } = await list(routes.listExpiringEntries, { ended: 'true' });
    expect(items.map(({ what, ended }) => [what, ended])).toEqual([
      ['agreement', true],
      ['certification', false],
      ['certification', false],
    ]);
  });

  it('goes on where the page before ended', async () => {
    const { list } = await registry();
    const first = await list(routes.listExpiringEntries, { limit: '2' });
    const second = await list(routes.listExpiringEntries, { limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ what }) => what)).toEqual([
      'agreement',
      'certification',
      'certification',
    ]);
  });
});
