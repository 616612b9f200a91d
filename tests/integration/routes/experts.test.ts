import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/experts/handler.ts';
import { createHandler as createLedgerHandler } from '../../../functions/ledger/handler.ts';
import { execute } from '../../../shared/data/execute.ts';
import type { ExpertCommand } from '../../../shared/domain/expert/expert-commands.ts';
import type { ExpertDetails } from '../../../shared/domain/expert/expert-details.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { expertRoutes as routes } from '../../../shared/http/routes/experts.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import type { ExpertListEntry, ExpertView } from '../../../shared/http/views/expert.ts';
import { aFreshId, NOW, XINING } from '../../builders/circumstances.ts';
import { someExpertContact, someExpertDetails, someExpertTerm } from '../../builders/expert.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const AS = `duty-officer@${XINING}`;
const EXPERT = `expert@${XINING}`;

const appointmentOf = (details: Partial<ExpertDetails> = {}) => ({
  ...someExpertDetails(details),
  contact: someExpertContact(),
  term: someExpertTerm(),
  reason: '首次聘任',
});

const world = () => {
  const test = createTestCell({ city: XINING, now: NOW });
  const handler = createHandler(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(handler, contract, { as: AS, ...request });
  const appoint = async (details: Partial<ExpertDetails> = {}): Promise<ExpertView> => {
    const answer = await call(routes.appointExpert, { body: appointmentOf(details) });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body as ExpertView;
  };
  const byClock = (id: string, command: ExpertCommand) =>
    execute(test.cell, CONVERSATIONS, {
      target: { kind: 'expert', id },
      actor: { kind: 'clock', city: XINING },
      command: () => command,
    });
  return { test, handler, call, appoint, byClock };
};

/** A world with an expert, and a call about them. */
const withExpert = (request: TestCall) => async () => {
  const { test, handler, appoint } = world();
  const { expertId } = await appoint();
  return { test, handler, good: { as: AS, params: { expertId }, ...request } };
};

const anywhere = (request: TestCall, otherBody?: unknown) => async () => {
  const { test, handler } = world();
  return { test, handler, good: { as: AS, ...request }, otherBody };
};

const versionOne = { 'if-match': '"1"' };
const renewal = { term: { from: NOW, until: '2030-01-01T00:00:00.000Z' }, reason: '续聘' };

describe('experts', () => {
  itAnswersWrongCalls(routes.listExperts, anywhere({ query: { hazard: 'flood' } }));
  itAnswersWrongCalls(routes.appointExpert, anywhere({ body: appointmentOf() }));
  itAnswersWrongCalls(routes.readExpert, withExpert({}));
  itAnswersWrongCalls(
    routes.changeExpert,
    withExpert({ body: someExpertDetails({ title: '教授' }), headers: versionOne }),
  );
  itAnswersWrongCalls(routes.changeExpertContact, withExpert({ body: someExpertContact(), headers: versionOne }));
  itAnswersWrongCalls(routes.setExpertAvailability, withExpert({ body: { periods: [] }, headers: versionOne }));
  itAnswersWrongCalls(routes.renewExpert, withExpert({ body: renewal }));
  itAnswersWrongCalls(routes.retireExpert, withExpert({ body: { reason: '退休' } }));
  itAnswersWrongCalls(routes.readExpertContact, withExpert({ body: { reason: '请求咨询' } }));

  it.each([
    [{ hazards: ['flood', 'flood'] }, '/hazards'],
    [{ languages: ['汉语'] }, '/languages/0'],
    [{ languages: ['zh', 'zh'] }, '/languages'],
    [{ specialities: [] }, '/specialities'],
    [{ class: 'everything' }, '/class'],
    [{ feePerDay: -1 }, '/feePerDay'],
    [{ contact: { telephone: 'call me' } }, '/contact/telephone'],
    [{ contact: { ...someExpertContact(), email: 'nowhere' } }, '/contact/email'],
    [{ term: { from: NOW, until: NOW } }, '/term/until'],
  ])('are not appointed with %o', async (change, pointer) => {
    const { call } = world();
    const answer = await call(routes.appointExpert, { body: { ...appointmentOf(), ...change } });
    expectProblem(answer, 422, 'body-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });

  it('come, are renewed, leave and come back, each step with its date and reason', async () => {
    const { test, call, appoint } = world();
    const { expertId } = await appoint();
    const params = { expertId };
    test.setTime(plus(NOW, DAY_MS));
    await call(routes.renewExpert, { params, body: renewal });
    test.setTime(plus(NOW, 2 * DAY_MS));
    await call(routes.retireExpert, { params, body: { reason: '退休' } });
    const again = { ...renewal, reason: '返聘' };
    const { body } = await call(routes.renewExpert, { params, body: again });
    expect(body).toMatchObject({
      status: 'in-pool',
      membership: [
        { step: 'appointed', at: NOW, reason: '首次聘任' },
        { step: 'renewed', at: plus(NOW, DAY_MS), reason: '续聘' },
        { step: 'left', at: plus(NOW, 2 * DAY_MS), reason: '退休' },
        { step: 'renewed', reason: '返聘' },
      ],
    });
  });

  it('leave on the day arranged', async () => {
    const { test, call, appoint, byClock } = world();
    const { expertId } = await appoint();
    const at = plus(NOW, 30 * DAY_MS);
    const { body } = await call(routes.retireExpert, { params: { expertId }, body: { at, reason: '退休' } });
    expect(body).toMatchObject({ status: 'in-pool', leaving: { at, reason: '退休' } });
    test.setTime(at);
    await byClock(expertId, { type: 'clock-ran-out' });
    expect((await call(routes.readExpert, { params: { expertId } })).body).toMatchObject({
      status: 'left',
      condition: 'left',
    });
  });
});

describe('how to reach an expert', () => {
  it('is masked wherever the expert is shown, in the ledger, too', async () => {
    const { test, call, appoint } = world();
    const { expertId } = await appoint();
    for (const role of ['coordinator', 'auditor', 'administrator', 'expert']) {
      const { body } = await call(routes.readExpert, { as: `${role}@${XINING}`, params: { expertId } });
      expect(body).toMatchObject({ contact: { telephone: '139****0007', email: 'z***@example.com' } });
    }
    const listed = (await call(routes.listExperts)).body;
    const story = await test.call(createLedgerHandler(test.cell), ledgerRoutes.readStory, {
      as: AS,
      params: { kind: 'expert', id: expertId },
    });
    expect(story.status).toBe(200);
    for (const body of [listed, story.body]) expect(JSON.stringify(body)).not.toMatch(/0000-0007|zhuanjia/);
  });

  it('is shown to duty officers, to the expert, and to others while a call-out is open: each time in the ledger', async () => {
    const { test, call, appoint, byClock } = world();
    const { expertId } = await appoint();
    const read = (as: string) =>
      call(routes.readExpertContact, { as: `${as}@${XINING}`, params: { expertId }, body: { reason: '请求咨询' } });
    expect((await read('duty-officer')).body).toEqual(someExpertContact());
    expect((await read('expert')).body).toEqual(someExpertContact());
    expectProblem(await read('coordinator'), 403, 'expert-contact-not-needed');
    const callOutId = aFreshId();
    await byClock(expertId, { type: 'invite', callOutId, from: NOW, until: plus(NOW, 1), parties: [] });
    expect((await read('coordinator')).body).toEqual(someExpertContact());
    await byClock(expertId, { type: 'call-out-ended', callOutId });
    expectProblem(await read('representative'), 403, 'expert-contact-not-needed');
    expectProblem(await read('auditor'), 403, 'role-not-allowed');
    const readings = test.store
      .rows()
      .flatMap(({ entity, entry }) => (entity === 'event' ? [entry as { type: string; actor: { id: string } }] : []))
      .filter(({ type }) => type === 'expertContactRead');
    expect(readings.map(({ actor }) => actor.id)).toEqual([AS, EXPERT, `coordinator@${XINING}`]);
  });
});

describe('an expert who signs in', () => {
  const another = { name: '虚构专家乙', personId: 'somebody-else' };

  it('sees the own entry only', async () => {
    const { call, appoint } = world();
    const own = await appoint();
    const other = await appoint(another);
    const { body } = await call(routes.listExperts, { as: EXPERT, query: { class: 'accident' } });
    expect((body as { items: ExpertListEntry[] }).items.map(({ expertId }) => expertId)).toEqual([own.expertId]);
    expectProblem(
      await call(routes.readExpert, { as: EXPERT, params: { expertId: other.expertId } }),
      403,
      'not-the-expert',
    );
    expect((await call(routes.readExpert, { as: EXPERT, params: { expertId: own.expertId } })).status).toBe(200);
  });

  it('changes the own availability and contact, and nothing else', async () => {
    const { call, appoint } = world();
    const own = await appoint();
    const other = await appoint(another);
    const away = { from: plus(NOW, DAY_MS), until: plus(NOW, 2 * DAY_MS), available: false, reason: '讲学' };
    const set = (expertId: string) =>
      call(routes.setExpertAvailability, {
        as: EXPERT,
        params: { expertId },
        body: { periods: [away] },
        headers: versionOne,
      });
    expect(await set(own.expertId)).toMatchObject({ status: 200, body: { periods: [away] } });
    expectProblem(await set(other.expertId), 403, 'not-the-expert');
    const contact = { telephone: '139-0000-0008' };
    const change = (expertId: string, version: string) =>
      call(routes.changeExpertContact, {
        as: EXPERT,
        params: { expertId },
        body: contact,
        headers: { 'if-match': version },
      });
    expect(await change(own.expertId, '"2"')).toMatchObject({
      status: 200,
      body: { contact: { telephone: '139****0008' } },
    });
    expectProblem(await change(other.expertId, '"1"'), 403, 'not-the-expert');
    const details = { as: EXPERT, params: { expertId: own.expertId }, body: someExpertDetails(), headers: versionOne };
    expectProblem(await call(routes.changeExpert, details), 403, 'role-not-allowed');
  });
});

describe('lists of experts', () => {
  const populated = async () => {
    const { call, appoint } = world();
    const experts = {
      lead: await appoint({ name: '丙', groupLead: true }),
      flood: await appoint({ name: '甲', hazards: ['flood'] }),
      chemical: await appoint({ name: '乙', class: 'accident', hazards: ['chemical', 'fire'] }),
      manager: await appoint({ name: '丁', class: 'general-management', hazards: [] }),
    };
    const list = async (query: Record<string, string>) => {
      const answer = await call(routes.listExperts, { query });
      expect(answer.status).toBe(200);
      return answer.body as { items: ExpertListEntry[]; nextCursor?: string };
    };
    const names = async (query: Record<string, string>) => (await list(query)).items.map(({ name }) => name).join('');
    return { call, experts, list, names };
  };

  it.each([
    [{}, '丙丁乙甲'],
    [{ class: 'natural-disaster' }, '丙甲'],
    [{ hazard: 'flood' }, '丙甲'],
    [{ class: 'natural-disaster', hazard: 'geological' }, '丙'],
    [{ class: 'accident' }, '乙'],
    [{ class: 'general-management' }, '丁'],
    [{ class: 'accident', hazard: 'flood' }, ''],
  ])('for %o hold %s', async (query, expected) => {
    const { names } = await populated();
    expect(await names(query as Record<string, string>)).toBe(expected);
  });

  it('show who has left among all only', async () => {
    const { call, experts, names } = await populated();
    await call(routes.retireExpert, { params: { expertId: experts.flood.expertId }, body: { reason: '退休' } });
    expect(await names({ hazard: 'flood' })).toBe('丙');
    expect(await names({})).toBe('丙丁乙甲');
  });

  it('say how each stands in the period asked about', async () => {
    const { call, experts, list } = await populated();
    const away = { from: plus(NOW, DAY_MS), until: plus(NOW, 2 * DAY_MS), available: false, reason: '讲学' };
    await call(routes.setExpertAvailability, {
      params: { expertId: experts.flood.expertId },
      body: { periods: [away] },
      headers: versionOne,
    });
    const conditions = async (query: Record<string, string>) =>
      (await list({ hazard: 'flood', ...query })).items.map(({ condition }) => condition);
    expect(await conditions({})).toEqual(['available', 'available']);
    expect(await conditions({ from: away.from })).toEqual(['available', 'unavailable']);
    expect(await conditions({ from: plus(NOW, 3650 * DAY_MS) })).toEqual(['outside-term', 'outside-term']);
    expectProblem(await call(routes.listExperts, { query: { from: away.until, until: away.from } }), 400);
  });

  it('go on where the page before ended', async () => {
    const { list } = await populated();
    const first = await list({ limit: '3' });
    const second = await list({ limit: '3', cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ name }) => name).join('')).toBe('丙丁乙甲');
    expect(second.nextCursor).toBeUndefined();
  });
});
