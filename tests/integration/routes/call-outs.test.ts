import { describe, expect, it } from 'vitest';
import { createHandler as createLedgerHandler } from '../../../functions/ledger/handler.ts';
import { execute } from '../../../shared/data/execute.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { digestOf } from '../../../shared/exchange/canonical.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { callOutRoutes as routes } from '../../../shared/http/routes/call-outs.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import type { CallOutView } from '../../../shared/http/views/call-out.ts';
import { hours, someCallOutDetails } from '../../builders/call-out.ts';
import { aFreshId, NOW, XINING } from '../../builders/circumstances.ts';
import { countingStore } from '../../builders/counting-store.ts';
import type { TestCall } from '../../builders/test-cell.ts';
import {
  APPRAISAL,
  type CallOutWorld,
  CLAIM,
  COORDINATOR,
  callOutWorld,
  EXPERT,
  OPINION,
  STEPS,
} from './call-outs-world.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

/** A world with a call-out of the first expert after these steps, and a call about it. */
const callOutAfter = (steps: readonly (keyof typeof STEPS)[], request: TestCall, otherBody?: unknown) => async () => {
  const world = await callOutWorld();
  const { callOutId } = await world.open(world.first);
  for (const step of steps) await STEPS[step](world, callOutId);
  const { test, handler } = world;
  return { test, handler, good: { as: COORDINATOR, params: { callOutId }, ...request }, otherBody };
};

/** The same, about the first expert's invitation. */
const invitationAfter =
  (steps: readonly (keyof typeof STEPS)[], request: TestCall, otherBody?: unknown) => async () => {
    const world = await callOutWorld();
    const { callOutId } = await world.open(world.first);
    for (const step of steps) await STEPS[step](world, callOutId);
    const { test, handler, first } = world;
    const params = { callOutId, expertId: first };
    return { test, handler, good: { as: COORDINATOR, params, ...request }, otherBody };
  };

const opening = async () => {
  const { test, handler, opening: body, first, second } = await callOutWorld();
  return { test, handler, good: { as: COORDINATOR, body: body(first) }, otherBody: body(second) };
};

const inviting = async () => {
  const { test, handler, open, first, second } = await callOutWorld();
  const { callOutId } = await open(first);
  const body = { experts: [second], replyBy: hours(3) };
  const otherBody = { ...body, replyBy: hours(4) };
  return { test, handler, good: { as: COORDINATOR, params: { callOutId }, body }, otherBody };
};

const proposed = async () => {
  const { test, handler, call, open, first } = await callOutWorld();
  const { callOutId } = await open(first);
  const time = { from: hours(20), until: hours(22) };
  const params = { callOutId };
  await call(routes.answerInvitation, { as: EXPERT, params, body: { answer: 'propose-time', time, reason: '有课' } });
  const good = { as: COORDINATOR, params: { ...params, expertId: first }, body: { answer: 'refuse', reason: '太晚' } };
  return { test, handler, good };
};

const accept = { answer: 'accept' };
const decline = { answer: 'decline', reason: '出差' };
const byExpert = (body: unknown): TestCall => ({ as: EXPERT, body });

describe('call-outs', () => {
  itAnswersWrongCalls(routes.listCallOuts, callOutAfter([], { params: {}, query: { status: 'open' } }));
  itAnswersWrongCalls(routes.openCallOut, opening);
  itAnswersWrongCalls(routes.readCallOut, callOutAfter([], {}));
  itAnswersWrongCalls(routes.inviteExperts, inviting);
  itAnswersWrongCalls(routes.urgeExperts, callOutAfter([], {}));
  itAnswersWrongCalls(routes.recordInvitationAnswer, invitationAfter([], { body: decline }));
  itAnswersWrongCalls(routes.answerProposedTime, proposed);
  itAnswersWrongCalls(routes.withdrawInvitation, invitationAfter([], { body: { reason: '已有结论' } }));
  itAnswersWrongCalls(
    routes.confirmExpertFee,
    invitationAfter(['accepted', 'opinionGiven', 'claimed'], { body: { amount: 1, reason: '按规定' } }),
  );
  itAnswersWrongCalls(
    routes.appraiseExpert,
    invitationAfter(['accepted', 'opinionGiven'], { body: APPRAISAL }, { ...APPRAISAL, grade: 4 }),
  );
  itAnswersWrongCalls(
    routes.closeCallOut,
    callOutAfter(['accepted', 'opinionGiven', 'claimed', 'confirmed', 'appraised'], {}),
  );
  itAnswersWrongCalls(routes.cancelCallOut, callOutAfter([], { body: { reason: '险情解除' } }));
  itAnswersWrongCalls(routes.listOwnCallOuts, callOutAfter([], { as: EXPERT, params: {} }));
  itAnswersWrongCalls(routes.readOwnCallOut, callOutAfter([], { as: EXPERT }));
  itAnswersWrongCalls(routes.answerInvitation, callOutAfter([], byExpert(accept), decline));
  itAnswersWrongCalls(
    routes.giveOpinion,
    callOutAfter(['accepted'], byExpert(OPINION), { ...OPINION, attachments: [] }),
  );
  itAnswersWrongCalls(
    routes.claimFee,
    callOutAfter(['accepted', 'opinionGiven'], byExpert(CLAIM), { ...CLAIM, days: 2 }),
  );

  it.each([
    [{ opinionBy: hours(1) }, '/opinionBy'],
    [{ meeting: { mode: 'on-site', from: hours(4), until: hours(6) } }, '/meeting/position'],
    [{ meeting: { mode: 'phone', from: hours(6), until: hours(4) } }, '/meeting/until'],
    [{ meeting: { mode: 'video', from: hours(4), until: hours(6), joinUrl: 'http://x.example' } }, '/meeting/joinUrl'],
    [{ experts: [] }, '/experts'],
  ])('are not opened with %o', async (change, pointer) => {
    const { call, opening: body, first } = await callOutWorld();
    const answer = await call(routes.openCallOut, { body: { ...body(first), ...change } });
    expectProblem(answer, 422, 'body-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });

  it.each([
    [
      { ...OPINION, attachments: [{ ...OPINION.attachments[0], url: 'http://files.example.com/1' }] },
      '/attachments/0/url',
    ],
    [{ ...OPINION, attachments: [{ ...OPINION.attachments[0], sha256: 'abc' }] }, '/attachments/0/sha256'],
    [{ ...OPINION, text: ' ' }, '/text'],
  ])('take no opinion like %o', async (body, pointer) => {
    const world = await callOutWorld();
    const { callOutId } = await world.open(world.first);
    await STEPS.accepted(world, callOutId);
    const answer = await world.call(routes.giveOpinion, { as: EXPERT, params: { callOutId }, body });
    expectProblem(answer, 422, 'body-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });

  it('take one read and one write, whatever they bring about', async () => {
    const { test, call, open, first, second } = await callOutWorld();
    const { store, trips } = countingStore(test.store);
    Object.assign(test.cell, { store });
    const { callOutId } = await open(first, second);
    expect(trips).toEqual(['getMany', 'transact']);
    await call(routes.recordInvitationAnswer, { params: { callOutId, expertId: first }, body: decline });
    expect(trips.slice(2)).toEqual(['getMany', 'transact']);
  });
});

describe('who may be invited', () => {
  const refused = async (world: CallOutWorld, body: unknown, status: number, code: string) => {
    const answer = await world.call(routes.openCallOut, { body });
    expectProblem(answer, status, code);
    expect((await world.readExpert(world.second)).openCallOuts).toBe(0);
  };

  it('is nobody with an interest in the parties of the incident: then no one is', async () => {
    const world = await callOutWorld({ parties: ['虚构甲化工有限公司'] });
    await refused(world, world.opening(world.second, world.first), 409, 'expert-recused');
    await world.open(world.second);
  });

  it('is nobody whose employer is named by the call-out', async () => {
    const world = await callOutWorld();
    const body = { ...world.opening(world.first), parties: ['虚构地质环境监测院'] };
    await refused(world, body, 409, 'expert-employer-concerned');
  });

  it('is nobody who is away, unknown, or twice in the list', async () => {
    const world = await callOutWorld();
    const { first, opening: body } = world;
    const meeting = { mode: 'phone', from: plus(NOW, 3650 * DAY_MS), until: plus(NOW, 3651 * DAY_MS) };
    await refused(world, { ...body(first), meeting }, 409, 'expert-outside-term');
    await refused(world, body(first, aFreshId()), 422, 'invited-expert-unknown');
    await refused(world, body(first, first), 422, 'body-not-valid');
    await refused(world, { ...body(first), incidentId: aFreshId() }, 404, 'incident-unknown');
    await refused(world, { ...body(first), requestId: aFreshId() }, 422, 'call-out-request-unknown');
  });
});

describe('a call-out from the invitation to the archive', () => {
  const through = async () => {
    const world = await callOutWorld();
    const { callOutId } = await world.open(world.first);
    for (const step of Object.values(STEPS)) await step(world, callOutId);
    return { ...world, callOutId, params: { callOutId } };
  };

  it('tells the pool that the expert is busy, and what the advice was worth', async () => {
    const { call, readExpert, first, params } = await through();
    expect(await readExpert(first)).toMatchObject({ openCallOuts: 1, averageGrade: 5, appraisals: [APPRAISAL] });
    const closed = await call(routes.closeCallOut, { params });
    expect(closed.body).toMatchObject({ status: 'closed', statusText: { zh: '已办结归档' }, closedAt: NOW });
    expect(await readExpert(first)).toMatchObject({ openCallOuts: 0 });
    expectProblem(await call(routes.urgeExperts, { params }), 409, 'call-out-not-open');
  });

  it('notes the signed opinion in the ledger of the incident', async () => {
    const { test, call, incidentId, first, callOutId, params } = await through();
    const digest = digestOf({ callOutId, expertId: first, ...OPINION });
    const { invitations } = (await call(routes.readCallOut, { params })).body as CallOutView;
    expect(invitations).toMatchObject([
      { opinion: { ...OPINION, signature: { by: { id: EXPERT }, at: NOW, digest } } },
    ]);
    const ledger = createLedgerHandler(test.cell);
    const about = { as: COORDINATOR, params: { kind: 'incident', id: incidentId } };
    const story = await test.call(ledger, ledgerRoutes.readStory, about);
    expect(story.body).toMatchObject({
      chapters: [
        {
          entries: [
            { type: 'incidentReported' },
            { type: 'incidentVerified' },
            { type: 'responseLevelSet' },
            {
              type: 'opinionReceived',
              actor: { id: EXPERT },
              data: { callOutId, expert: { expertId: first, name: '虚构专家甲' }, digest },
            },
          ],
        },
      ],
    });
    expect((await test.call(ledger, ledgerRoutes.verifyStory, about)).body).toMatchObject({ intact: true });
  });

  it('tells the duty room of each answer', async () => {
    const { test } = await through();
    const notices = test.store
      .rows()
      .flatMap(({ entity, text, subject }) =>
        entity === 'notice' && isOfCallOut(subject) ? [text as { zh: string }] : [],
      );
    expect(notices.map(({ zh }) => zh.replace(/^.*甲/, ''))).toEqual([
      '接受邀请。',
      '已出具并签署书面意见。',
      '申报费用1250.00元，请确认。',
    ]);
  });
});

const isOfCallOut = (subject: unknown): boolean => (subject as { readonly kind: string }).kind === 'call-out';

describe('what an expert sees', () => {
  it('is the own invitation, and nothing of the others', async () => {
    const world = await callOutWorld();
    const { call, open, first, second } = world;
    const { callOutId } = await open(first, second);
    await call(routes.recordInvitationAnswer, { params: { callOutId, expertId: second }, body: decline });
    await STEPS.accepted(world, callOutId);
    const read = await call(routes.readOwnCallOut, { as: EXPERT, params: { callOutId } });
    const list = await call(routes.listOwnCallOuts, { as: EXPERT });
    expect(read.body).toMatchObject({ invitation: { status: 'accepted', expert: { expertId: first } } });
    expect(list.body).toMatchObject({ items: [{ callOutId, invitation: 'accepted' }] });
    for (const { body } of [read, list]) expect(JSON.stringify(body)).not.toMatch(/虚构专家乙|second-expert|出差/);
  });

  it('is not a call-out to others', async () => {
    const { call, open, second } = await callOutWorld();
    const { callOutId } = await open(second);
    const params = { callOutId };
    expectProblem(await call(routes.readOwnCallOut, { as: EXPERT, params }), 404, 'expert-not-invited');
    expectProblem(await call(routes.answerInvitation, { as: EXPERT, params, body: accept }), 404, 'expert-not-invited');
    expect((await call(routes.listOwnCallOuts, { as: EXPERT })).body).toEqual({ items: [] });
    expectProblem(await call(routes.readCallOut, { as: EXPERT, params }), 403, 'role-not-allowed');
  });
});

describe('deadlines of a call-out', () => {
  it('let the unanswered invitation lapse, free the expert and tell the duty room', async () => {
    const { test, call, open, readExpert, first } = await callOutWorld();
    const { callOutId } = await open(first);
    const ring = () =>
      execute(test.cell, CONVERSATIONS, {
        target: { kind: 'call-out', id: callOutId },
        actor: { kind: 'clock', city: XINING },
        command: () => ({ type: 'clock-ran-out' }),
      });
    test.setTime(hours(1));
    await ring();
    test.setTime(hours(2));
    await ring();
    const { body } = await call(routes.readCallOut, { params: { callOutId } });
    expect(body).toMatchObject({ invitations: [{ status: 'lapsed', at: hours(2) }] });
    expect((await readExpert(first)).openCallOuts).toBe(0);
    const urgencies = test.store
      .rows()
      .flatMap(({ entity, urgency, subject }) => (entity === 'notice' && isOfCallOut(subject) ? [urgency] : []));
    expect(urgencies).toEqual(['routine', 'urgent']);
    const again = { experts: [first], replyBy: hours(4) };
    expect(await call(routes.inviteExperts, { params: { callOutId }, body: again })).toMatchObject({
      status: 200,
      body: { invitations: [{ status: 'invited', replyBy: hours(4) }] },
    });
  });
});

describe('another time', () => {
  it('suits only if the pool says so', async () => {
    const { call, open, first } = await callOutWorld();
    const { callOutId } = await open(first);
    const time = { from: plus(NOW, 3650 * DAY_MS), until: plus(NOW, 3651 * DAY_MS) };
    const body = { answer: 'propose-time', time, reason: '有课' };
    await call(routes.answerInvitation, { as: EXPERT, params: { callOutId }, body });
    const suits = { params: { callOutId, expertId: first }, body: accept };
    expectProblem(await call(routes.answerProposedTime, suits), 409, 'expert-outside-term');
  });
});

describe('lists of call-outs', () => {
  it('are by status or by incident, the latest first', async () => {
    const { test, call, open, first, second, incidentId } = await callOutWorld();
    const older = await open(first);
    test.setTime(hours(1));
    const newer = await open(second);
    await call(routes.cancelCallOut, { params: { callOutId: older.callOutId }, body: { reason: '险情解除' } });
    const found = async (query: Record<string, string>) =>
      ((await call(routes.listCallOuts, { query })).body as { items: { callOutId: string }[] }).items.map(
        ({ callOutId }) => callOutId,
      );
    expect(await found({})).toEqual([newer.callOutId, older.callOutId]);
    expect(await found({ status: 'cancelled' })).toEqual([older.callOutId]);
    expect(await found({ incident: incidentId })).toEqual([newer.callOutId, older.callOutId]);
    expect(await found({ request: aFreshId() })).toEqual([]);
    expectProblem(await call(routes.listCallOuts, { query: { status: 'open', incident: incidentId } }), 400);
  });
});

it('a question reads as it was asked', async () => {
  const { open, first } = await callOutWorld();
  const { question, opinionBy } = someCallOutDetails();
  expect(await open(first)).toMatchObject({ question, opinionBy, incident: { title: '南川河洪水' }, exercise: false });
});
