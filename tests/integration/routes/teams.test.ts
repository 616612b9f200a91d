import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/teams/handler.ts';
import { execute } from '../../../shared/data/execute.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { TeamCommand } from '../../../shared/domain/team/team-commands.ts';
import type { TeamDetails } from '../../../shared/domain/team/team-state.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { teamRoutes as routes } from '../../../shared/http/routes/teams.ts';
import type { TeamListEntry, TeamView } from '../../../shared/http/views/team.ts';
import { aFreshId, aPerson, LANZHOU, NOW } from '../../builders/circumstances.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const AS = `duty-officer@${LANZHOU}`;

const world = () => {
  const test = createTestCell({ city: LANZHOU, now: NOW });
  const handler = createHandler(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: AS, ...request });
  const register = async (details: Partial<TeamDetails> = {}): Promise<TeamView> => {
    const body = { ...someDetails(details), dutyContact: someContact() };
    const answer = await call(routes.registerTeam, { body });
    expect(answer.status).toBe(201);
    return answer.body as TeamView;
  };
  const execution = (id: string, command: TeamCommand) =>
    execute(test.cell, CONVERSATIONS, {
      target: { kind: 'team', id },
      actor: aPerson('representative', LANZHOU),
      command: () => command,
    });
  return { test, handler, call, register, execution };
};

/** A world with a team, and a call about it. */
const withTeam = (request: TestCall) => async () => {
  const { test, handler, register } = world();
  const { teamId } = await register();
  return { test, handler, good: { as: AS, params: { teamId }, ...request } };
};

const anywhere = (request: TestCall, otherBody?: unknown) => async () => {
  const { test, handler } = world();
  return { test, handler, good: { as: AS, ...request }, otherBody };
};

const registration = { ...someDetails(), dutyContact: someContact() };
const versionOne = { 'if-match': '"1"' };

describe('teams', () => {
  itAnswersWrongCalls(routes.listTeams, anywhere({ query: { kind: 'water-rescue' } }));
  itAnswersWrongCalls(routes.registerTeam, anywhere({ body: registration }, { ...registration, headcount: 3 }));
  itAnswersWrongCalls(routes.readTeam, withTeam({}));
  itAnswersWrongCalls(routes.changeTeam, withTeam({ body: someDetails({ headcount: 20 }), headers: versionOne }));
  itAnswersWrongCalls(routes.setTeamAvailability, withTeam({ body: { periods: [] }, headers: versionOne }));
  itAnswersWrongCalls(routes.retireTeam, withTeam({ body: { reason: '解散' } }));
  itAnswersWrongCalls(routes.readTeamContact, withTeam({ body: { reason: '调派出动' } }));

  it.each([
    [{ telephone: 'call me' }, '/dutyContact/telephone'],
    [{ name: ' ' }, '/dutyContact/name'],
  ])('are not registered with the contact %o', async (contact, pointer) => {
    const { call } = world();
    const body = { ...registration, dutyContact: { ...someContact(), ...contact } };
    const answer = await call(routes.registerTeam, { body });
    expectProblem(answer, 422, 'body-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });

  it.each([
    [{ hazards: ['flood', 'flood'] }, '/hazards'],
    [{ hazards: [] }, '/hazards'],
    [{ level: 4 }, '/level'],
    [{ base: { ...someDetails().base, crs: 'GCJ-02' } }, '/base/crs'],
    [{ equipment: [{ name: '冲锋舟', quantity: 0, unit: '艘' }] }, '/equipment/0/quantity'],
  ])('are not registered with %o', async (details, pointer) => {
    const { call } = world();
    const answer = await call(routes.registerTeam, { body: { ...registration, ...details } });
    expectProblem(answer, 422, 'body-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });
});

describe('personal data of a team', () => {
  it('is masked wherever the team is shown', async () => {
    const { call, register } = world();
    const { teamId } = await register();
    for (const role of ['coordinator', 'auditor', 'administrator', 'team-leader']) {
      const { body } = await call(routes.readTeam, { as: `${role}@${LANZHOU}`, params: { teamId } });
      expect(body).toMatchObject({ dutyContact: { name: '张*', telephone: '138****0001' } });
    }
    const { body } = await call(routes.listTeams);
    expect(JSON.stringify(body)).not.toMatch(/张|0000-0001/);
  });

  it('is read for a reason, by name, in the ledger', async () => {
    const { test, call, register } = world();
    const { teamId } = await register();
    const read = await call(routes.readTeamContact, { params: { teamId }, body: { reason: '调派出动' } });
    expect(read.body).toEqual(someContact());
    const entries = test.store.rows().flatMap(({ entity, entry }) => (entity === 'event' ? [entry] : []));
    expect(entries.at(-1)).toMatchObject({ type: 'teamContactRead', data: { reason: '调派出动' }, actor: { id: AS } });
    const auditor = { as: `auditor@${LANZHOU}`, params: { teamId }, body: { reason: '好奇' } };
    expectProblem(await call(routes.readTeamContact, auditor), 403, 'role-not-allowed');
  });

  it('stays as it is when a change leaves it out', async () => {
    const { call, register } = world();
    const { teamId } = await register();
    const params = { teamId };
    await call(routes.changeTeam, { params, body: someDetails({ headcount: 20 }), headers: versionOne });
    const read = await call(routes.readTeamContact, { params, body: { reason: '核对' } });
    expect(read.body).toEqual(someContact());
  });
});

describe('the availability of a team', () => {
  const away = { from: plus(NOW, DAY_MS), until: plus(NOW, 2 * DAY_MS), available: false, reason: '检修' };

  it('is set by its own leader, not by another', async () => {
    const { call, register } = world();
    const own = await register();
    const other = await register({ leader: { personId: 'somebody-else', name: '某人' } });
    const set = (teamId: string) =>
      call(routes.setTeamAvailability, {
        as: `team-leader@${LANZHOU}`,
        params: { teamId },
        body: { periods: [away] },
        headers: versionOne,
      });
    expect(await set(own.teamId)).toMatchObject({ status: 200, body: { periods: [away], condition: 'available' } });
    expectProblem(await set(other.teamId), 403, 'not-the-teams-leader');
  });

  it('has periods that end after they begin and do not overlap', async () => {
    const { call, register } = world();
    const { teamId } = await register();
    const set = (periods: unknown) =>
      call(routes.setTeamAvailability, { params: { teamId }, body: { periods }, headers: versionOne });
    expectProblem(await set([{ ...away, until: away.from }]), 422, 'body-not-valid');
    expectProblem(await set([away, away]), 422, 'availability-periods-overlap');
  });

  it('counts for the period asked about', async () => {
    const { call, register } = world();
    const { teamId } = await register();
    await call(routes.setTeamAvailability, { params: { teamId }, body: { periods: [away] }, headers: versionOne });
    const found = async (query: Record<string, string>) =>
      ((await call(routes.listTeams, { query })).body as { items: TeamListEntry[] }).items.map(
        ({ condition }) => condition,
      );
    expect(await found({ available: 'true' })).toEqual(['available']);
    expect(await found({ until: away.until })).toEqual(['unavailable']);
    expect(await found({ available: 'true', until: away.until })).toEqual([]);
    expect(await found({ available: 'true', from: away.until, until: plus(away.until, DAY_MS) })).toEqual([
      'available',
    ]);
    expectProblem(await call(routes.listTeams, { query: { from: away.until, until: away.from } }), 400);
  });
});

describe('lists of teams', () => {
  const populated = async () => {
    const { call, register, execution } = world();
    const teams = {
      water1: await register({ name: '甲', level: 1, hazards: ['flood'] }),
      water2: await register({ name: '乙', level: 2, hazards: ['flood', 'earthquake'] }),
      water3: await register({ name: '丙', level: 3, hazards: ['earthquake'] }),
      medical: await register({ name: '丁', kind: 'medical-rescue', level: 2, hazards: ['earthquake', 'flood'] }),
    };
    const list = async (query: Record<string, string>) => {
      const answer = await call(routes.listTeams, { query });
      expect(answer.status).toBe(200);
      return answer.body as { items: TeamListEntry[]; nextCursor?: string };
    };
    const names = async (query: Record<string, string>) => (await list(query)).items.map(({ name }) => name).join('');
    return { call, execution, teams, list, names };
  };

  it.each([
    [{}, '甲丁乙丙'],
    [{ kind: 'water-rescue' }, '甲乙丙'],
    [{ hazard: 'earthquake' }, '丁乙丙'],
    [{ kind: 'water-rescue', hazard: 'earthquake' }, '乙丙'],
    [{ kind: 'water-rescue', level: '2' }, '甲乙'],
    [{ hazard: 'flood', level: '1' }, '甲'],
    [{ level: '2' }, '甲丁乙'],
    [{ kind: 'water-rescue', hazard: 'flood', level: '1', available: 'true' }, '甲'],
    [{ kind: 'mine-rescue' }, ''],
  ])('for %o hold %s', async (query, expected) => {
    const { names } = await populated();
    expect(await names(query as Record<string, string>)).toBe(expected);
  });

  it('leave out promised and retired teams where only available ones are wanted', async () => {
    const { call, execution, teams, names } = await populated();
    const commit = {
      type: 'commit',
      deploymentId: aFreshId(),
      requestId: aFreshId(),
      until: plus(NOW, DAY_MS),
    } as const;
    await execution(teams.water1.teamId, commit);
    await call(routes.retireTeam, { params: { teamId: teams.water2.teamId }, body: { reason: '解散' } });
    expect(await names({ available: 'true' })).toBe('丁丙');
    expect(await names({ available: 'true', hazard: 'flood' })).toBe('丁');
    expect(await names({ available: 'true', kind: 'water-rescue' })).toBe('丙');
    expect(await names({ kind: 'water-rescue' })).toBe('甲丙');
    expect(await names({})).toBe('甲丁乙丙');
    await execution(teams.water1.teamId, { type: 'release-commitment', deploymentId: commit.deploymentId });
    expect(await names({ available: 'true' })).toBe('甲丁丙');
  });

  it('go on where the page before ended', async () => {
    const { list } = await populated();
    const first = await list({ kind: 'water-rescue', limit: '2' });
    const second = await list({ kind: 'water-rescue', limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ name }) => name).join('')).toBe('甲乙丙');
    expect(second.nextCursor).toBeUndefined();
  });

  it.each([{ kind: 'magic' }, { level: '4' }, { available: 'maybe' }, { limit: '101' }, { cursor: '!' }])(
    'are not made for %o',
    async (query) => {
      const { call } = world();
      expectProblem(await call(routes.listTeams, { query: query as Record<string, string> }), 400);
    },
  );
});

describe('two missions that want the same team', () => {
  it('do not both get it', async () => {
    const { register, execution } = world();
    const { teamId } = await register();
    const wanted = () =>
      execution(teamId, { type: 'commit', deploymentId: aFreshId(), requestId: aFreshId(), until: plus(NOW, DAY_MS) });
    const outcomes = await Promise.all([wanted(), wanted(), wanted()]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused', 'refused']);
    expect(outcomes.flatMap((one) => (one.outcome === 'refused' ? [one.refusal.reason.code] : []))).toEqual([
      'team-already-committed',
      'team-already-committed',
    ]);
  });
});
