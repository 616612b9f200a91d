import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/agencies/handler.ts';
import { createHandler as createLedger } from '../../../functions/ledger/handler.ts';
import type { AgencyDetails } from '../../../shared/domain/agency/agency-state.ts';
import { plus } from '../../../shared/domain/kernel/instant.ts';
import { HazardSchema } from '../../../shared/domain/vocabulary/hazards.ts';
import { agencyRoutes as routes } from '../../../shared/http/routes/agencies.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import type { AgencyListEntry, AgencyView } from '../../../shared/http/views/agency.ts';
import { agencyContacts, agencyDetails } from '../../builders/agency.ts';
import { NOW, XINING } from '../../builders/circumstances.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const AS = `duty-officer@${XINING}`;
const officerOf = (agencyId: string) => `agency-officer@${XINING}/${agencyId}`;
const registration = { ...agencyDetails(), dutyContacts: agencyContacts() };
const versionOne = { 'if-match': '"1"' };
const reason = '年度检修';

const world = () => {
  const test = createTestCell({ city: XINING, now: NOW });
  const handler = createHandler(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: AS, ...request });
  const register = async (details: Partial<AgencyDetails> = {}): Promise<AgencyView> => {
    const answer = await call(routes.registerAgency, { body: { ...registration, ...details } });
    expect(answer.status).toBe(201);
    return answer.body as AgencyView;
  };
  return { test, handler, call, register };
};

/** A world with an agency, and a call about it. */
const withAgency =
  (request: TestCall, suspended = false) =>
  async () => {
    const { test, handler, call, register } = world();
    const { agencyId } = await register();
    if (suspended) await call(routes.suspendAgency, { params: { agencyId }, body: { reason } });
    return { test, handler, good: { as: AS, params: { agencyId }, ...request } };
  };

const anywhere = (request: TestCall, otherBody?: unknown) => async () => {
  const { test, handler } = world();
  return { test, handler, good: { as: AS, ...request }, otherBody };
};

describe('agencies', () => {
  itAnswersWrongCalls(routes.listAgencies, anywhere({ query: { kind: 'mine-rescue' } }));
  itAnswersWrongCalls(routes.registerAgency, anywhere({ body: registration }, { ...registration, headcount: 3 }));
  itAnswersWrongCalls(routes.readAgency, withAgency({}));
  itAnswersWrongCalls(routes.changeAgency, withAgency({ body: agencyDetails({ headcount: 40 }), headers: versionOne }));
  itAnswersWrongCalls(routes.setAgencyAvailability, withAgency({ body: { periods: [] }, headers: versionOne }));
  itAnswersWrongCalls(routes.suspendAgency, withAgency({ body: { reason } }));
  itAnswersWrongCalls(routes.resumeAgency, withAgency({}, true));
  itAnswersWrongCalls(routes.retireAgency, withAgency({ body: { reason } }));
  itAnswersWrongCalls(routes.readAgencyContacts, withAgency({ body: { reason } }));

  it.each([
    [{ hazards: ['flood', 'flood'] }, '/hazards'],
    [{ capabilities: [] }, '/capabilities'],
    [{ capabilities: [1, 2].map((grade) => ({ kind: 'mine-rescue', grade })) }, '/capabilities'],
    [{ serviceArea: { cities: [] } }, '/serviceArea/cities'],
    [{ agreement: { ...agencyDetails().agreement, validUntil: NOW, validFrom: NOW } }, '/agreement/validUntil'],
    [{ dutyContacts: [] }, '/dutyContacts'],
  ])('are not registered with %o', async (details, pointer) => {
    const { call } = world();
    const answer = await call(routes.registerAgency, { body: { ...registration, ...details } });
    expectProblem(answer, 422, 'body-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });
});

describe('people of an agency', () => {
  it('keep their own entry, but for the agreement', async () => {
    const { call, register } = world();
    const { agencyId } = await register();
    const as = officerOf(agencyId);
    const params = { agencyId };
    expect((await call(routes.readAgency, { as, params })).status).toBe(200);
    const change = (details: AgencyDetails) =>
      call(routes.changeAgency, { as, params, body: details, headers: versionOne });
    const agreement = { ...agencyDetails().agreement, replyMinutes: 1000 };
    expectProblem(await change(agencyDetails({ agreement })), 403, 'agency-agreement-kept-by-city');
    expect(await change(agencyDetails({ headcount: 50 }))).toMatchObject({ status: 200, body: { headcount: 50 } });
    expect((await call(routes.readAgencyContacts, { as, params, body: { reason } })).body).toEqual({
      dutyContacts: agencyContacts(),
    });
  });

  it('neither see nor change that of another, nor do those whose agency nobody knows', async () => {
    const { call, register } = world();
    const { agencyId } = await register();
    const other = await register({ name: '另一家' });
    for (const as of [officerOf(other.agencyId), `agency-officer@${XINING}`]) {
      const request = { as, params: { agencyId }, headers: versionOne };
      expectProblem(await call(routes.readAgency, request), 403, 'not-the-persons-agency');
      const changed = await call(routes.changeAgency, { ...request, body: agencyDetails() });
      expectProblem(changed, 403, 'not-the-persons-agency');
      const set = await call(routes.setAgencyAvailability, { ...request, body: { periods: [] } });
      expectProblem(set, 403, 'not-the-persons-agency');
      const read = await call(routes.readAgencyContacts, { ...request, body: { reason } });
      expectProblem(read, 403, 'not-the-persons-agency');
      expectProblem(await call(routes.listAgencies, { as }), 403, 'role-not-allowed');
    }
  });
});

describe('personal data of an agency', () => {
  it('is masked wherever the agency is shown, its ledger included', async () => {
    const { test, call, register } = world();
    const { agencyId } = await register();
    const { body } = await call(routes.readAgency, { params: { agencyId } });
    expect(body).toMatchObject({ dutyContacts: [{ name: '王*', telephone: '138****0011' }, { name: '李*' }] });
    const story = await test.call(createLedger(test.cell), ledgerRoutes.readStory, {
      as: `auditor@${XINING}`,
      params: { kind: 'agency', id: agencyId },
    });
    expect(story.status).toBe(200);
    for (const shown of [body, story.body, (await call(routes.listAgencies)).body])
      expect(JSON.stringify(shown)).not.toMatch(/示例|0000-0011/);
  });

  it('is read for a reason, which the ledger keeps', async () => {
    const { test, call, register } = world();
    const { agencyId } = await register();
    await call(routes.readAgencyContacts, { params: { agencyId }, body: { reason } });
    const entries = test.store.rows().flatMap(({ entity, entry }) => (entity === 'event' ? [entry] : []));
    expect(entries.at(-1)).toMatchObject({ type: 'agencyContactsRead', data: { reason }, actor: { id: AS } });
  });
});

describe('an agency of as many kinds and hazards as may be', () => {
  it('moves in all its lists in one transaction', async () => {
    const { test, call, register } = world();
    const kinds = ['mine-rescue', 'water-rescue', 'diving-rescue', 'medical-rescue'] as const;
    const hazards = HazardSchema.options.slice(0, 7);
    const most = { hazards, capabilities: kinds.map((kind) => ({ kind, grade: 1 as const })) };
    const { agencyId } = await register(most);
    const until = '2029-06-30T16:00:00.000Z';
    const { agreement, certification } = agencyDetails();
    const renewed = {
      agreement: { ...agreement, validUntil: until },
      certification: { ...certification, expiresAt: until },
    };
    test.setTime(plus(NOW, 1));
    const body = agencyDetails({ ...most, ...renewed, name: '改名后的队伍' });
    expect((await call(routes.changeAgency, { params: { agencyId }, body, headers: versionOne })).status).toBe(200);
    const found = await call(routes.listAgencies, { query: { kind: 'diving-rescue', hazard: hazards[6] ?? '' } });
    expect(found.body).toMatchObject({ items: [{ name: '改名后的队伍' }] });
  });
});

describe('lists of agencies', () => {
  const populated = async () => {
    const { call, register } = world();
    const mine = (grade: 1 | 2) => [{ kind: 'mine-rescue' as const, grade }];
    await register({ name: '甲', capabilities: mine(2), hazards: ['mine'] });
    await register({ name: '乙', capabilities: mine(1), hazards: ['mine', 'flood'] });
    const { agencyId } = await register({ name: '丙', capabilities: mine(1), hazards: ['flood'] });
    await register({ name: '丁', capabilities: [{ kind: 'medical-rescue', grade: 1 }], hazards: ['flood'] });
    const list = async (query: Record<string, string>) =>
      (await call(routes.listAgencies, { query })).body as { items: AgencyListEntry[]; nextCursor?: string };
    return { call, agencyId, list };
  };

  it.each([
    [{}, '丁丙乙甲'],
    [{ kind: 'mine-rescue' }, '丙乙甲'],
    [{ hazard: 'flood' }, '丁丙乙'],
    [{ kind: 'mine-rescue', hazard: 'mine' }, '乙甲'],
    [{ kind: 'communications' }, ''],
  ])('for %o hold %s', async (query, expected) => {
    const { list } = await populated();
    expect((await list(query as Record<string, string>)).items.map(({ name }) => name).join('')).toBe(expected);
  });

  it('show whether each can be given a task, and one that cannot among all only', async () => {
    const { call, agencyId, list } = await populated();
    await call(routes.suspendAgency, { params: { agencyId }, body: { reason } });
    expect((await list({})).items.map(({ condition }) => condition)).toEqual([
      'available',
      'suspended',
      'available',
      'available',
    ]);
    expect((await list({ hazard: 'flood' })).items.map(({ name }) => name).join('')).toBe('丁乙');
  });

  it('go on where the page before ended', async () => {
    const { list } = await populated();
    const first = await list({ kind: 'mine-rescue', limit: '2' });
    const second = await list({ kind: 'mine-rescue', limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ name }) => name).join('')).toBe('丙乙甲');
  });
});
