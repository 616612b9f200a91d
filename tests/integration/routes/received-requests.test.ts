import { beforeEach, describe, expect, it } from 'vitest';
import { answerPreAuthorised } from '../../../functions/received-requests/answer-pre-authorised.ts';
import { createHandler } from '../../../functions/received-requests/handler.ts';
import { type Executed, execute } from '../../../shared/data/execute.ts';
import { load } from '../../../shared/data/loaded.ts';
import { OutgoingMessageRowSchema } from '../../../shared/data/rows.ts';
import { ENTITY } from '../../../shared/data/table.ts';
import type { AggregateKind } from '../../../shared/domain/kernel/aggregate.ts';
import type { ReceivedRequestCommand } from '../../../shared/domain/received-request/received-request-commands.ts';
import { MAXIMUM_TEAMS_REQUISITIONED } from '../../../shared/domain/request/requisition.ts';
import type { TeamState } from '../../../shared/domain/team/team-state.ts';
import { decodeCommitment } from '../../../shared/exchange/codecs/commit-resource.ts';
import { decodeAnswerMessage } from '../../../shared/exchange/codecs/response-to-request-resource.ts';
import { deploymentConversation } from '../../../shared/exchange/conversations/deployment.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { teamConversation } from '../../../shared/exchange/conversations/team.ts';
import { edxlMessageSchemas } from '../../../shared/exchange/edxl/messages.ts';
import type { Problem } from '../../../shared/http/problem.ts';
import { receivedRequestRoutes as routes } from '../../../shared/http/routes/received-requests.ts';
import type { ReceivedRequestView } from '../../../shared/http/views/received-request.ts';
import { signedAgreement, someTerms } from '../../builders/agreement.ts';
import {
  acceptance,
  aMedicalTeam,
  aNamedTeam,
  anItem,
  aPlacedRequest,
  aRequisition,
  IDS,
  idOf,
  PROVIDER,
  REPLY_BY,
  REQUESTER,
  reception,
} from '../../builders/received-request.ts';
import { aTeam, someDetails } from '../../builders/team.ts';
import { createTestCell, type TestCall } from '../../builders/test-cell.ts';

const OFFICER = `duty-officer@${PROVIDER}`;
const REPRESENTATIVE = `representative@${PROVIDER}`;
const OTHER_REQUEST = idOf(0x180);

let test: ReturnType<typeof createTestCell>;
let handler: ReturnType<typeof createHandler>;

const run = (kind: AggregateKind, id: string, command: unknown): Promise<Executed> =>
  execute(test.cell, CONVERSATIONS, {
    target: { kind, id },
    actor: { kind: 'city', city: REQUESTER, messageId: idOf(1) },
    command: () => command,
  });

const register = async ({ id, details, dutyContact }: TeamState): Promise<void> => {
  await run('team', id, { type: 'register', id, details, dutyContact });
};

const receive = async (command: ReceivedRequestCommand, id: string = IDS.request): Promise<void> => {
  const executed = await run('received-request', id, command);
  expect(executed.outcome).toBe('done');
};

const call = async (name: keyof typeof routes, request: TestCall) => {
  const answer = await test.call(handler, routes[name], request);
  return { ...answer, view: answer.body as ReceivedRequestView, problem: answer.body as Problem };
};

const params = { requestId: IDS.request };
const answerBody = { items: acceptance().items };
const commitBody = {
  teamIds: [IDS.team],
  estimatedDeparture: '2026-07-15T02:00:00.000Z',
  estimatedArrival: '2026-07-15T06:00:00.000Z',
};

const answer = (more: Partial<TestCall> = {}) =>
  call('answerReceivedRequest', { as: OFFICER, params, body: answerBody, ...more });

const sent = () =>
  test.store
    .rows()
    .filter(({ entity }) => entity === ENTITY.outgoingMessage)
    .map((row) => OutgoingMessageRowSchema.parse(row).envelope);

const notices = () => test.store.rows().filter(({ entity }) => entity === ENTITY.notice);

/** Xining requisitions the first team for the request of that id. */
const requisitioned = async (requestId: string = IDS.request, requisitionId: string = IDS.requisition) => {
  await answer({ params: { requestId } });
  const requisition = aRequisition({ requisitionId, messageId: idOf(0x7f0), teams: [aNamedTeam()] });
  const agreement = signedAgreement();
  await receive({ type: 'receive-requisition', from: REQUESTER, requisition, agreement }, requestId);
};

beforeEach(async () => {
  test = createTestCell({ city: PROVIDER });
  handler = createHandler(test.cell);
  for (const team of [aTeam({ id: IDS.team }), aTeam({ id: IDS.secondTeam }), aMedicalTeam()]) await register(team);
  await receive(reception());
});

describe('looking at received requests', () => {
  it('shows those going on, nearest deadline first, page by page', async () => {
    const placed = aPlacedRequest({ requestId: OTHER_REQUEST, replyBy: '2026-07-15T01:00:00.000Z' });
    await receive(reception(placed), OTHER_REQUEST);
    const first = await call('listReceivedRequests', { as: OFFICER, query: { limit: '1' } });
    expect(first.body).toMatchObject({ items: [{ requestId: OTHER_REQUEST, unanswered: 2 }] });
    const { nextCursor } = first.body as { nextCursor: string };
    const second = await call('listReceivedRequests', { as: OFFICER, query: { limit: '1', cursor: nextCursor } });
    expect(second.body).toMatchObject({ items: [{ requestId: IDS.request }] });
  });

  it('finds them by status and by city', async () => {
    const found = async (query: Record<string, string>) =>
      ((await call('listReceivedRequests', { as: OFFICER, query })).body as { items: unknown[] }).items.length;
    expect(await found({ status: 'received' })).toBe(1);
    expect(await found({ status: 'answered' })).toBe(0);
    expect(await found({ city: REQUESTER })).toBe(1);
    expect(await found({ city: '632500' })).toBe(0);
    const both = await call('listReceivedRequests', { as: OFFICER, query: { city: REQUESTER, status: 'received' } });
    expect(both).toMatchObject({ status: 400, problem: { errors: [{ pointer: '/query/city' }] } });
  });

  it('counts the time down', async () => {
    test.setTime('2026-07-15T01:30:00.000Z');
    const { view, headers } = await call('readReceivedRequest', { as: OFFICER, params });
    expect(view).toMatchObject({
      secondsToReply: 1800,
      pending: {
        next: { who: { zh: '本市值班室' }, due: REPLY_BY },
        handOffs: [{ handOff: 'answer', what: { zh: expect.stringMatching(/^答复西宁市/) } }],
      },
      items: [{ progress: 'unanswered' }, { progress: 'unanswered' }],
    });
    expect(headers.etag).toBe('"1"');
  });

  it.each([
    ['nobody', undefined, 401],
    ['somebody of another city', `coordinator@${REQUESTER}`, 401],
    ['a team leader', `team-leader@${PROVIDER}`, 403],
  ])('is not for %s', async (_, as, status) => {
    const request = as === undefined ? { params } : { as, params };
    expect((await call('readReceivedRequest', request)).status).toBe(status);
  });

  it('says when there is none', async () => {
    const { status, problem } = await call('readReceivedRequest', { as: OFFICER, params: { requestId: idOf(0x9) } });
    expect([status, problem.code]).toEqual([404, 'not-found']);
  });
});

describe('answering', () => {
  it('tells the requester item by item', async () => {
    const { status, view } = await answer();
    expect(status).toBe(201);
    expect(view).toMatchObject({
      status: 'received',
      items: [{ progress: 'answered', given: { automatic: false } }, { progress: 'unanswered' }],
    });
    const [message] = sent();
    expect(message).toMatchObject({ type: 'ResponseToRequestResource', to: [REQUESTER], conversation: IDS.request });
    const body = edxlMessageSchemas.ResponseToRequestResource.parse(message?.body);
    expect(decodeAnswerMessage(body)).toMatchObject({
      answer: { messageId: message?.id, items: [{ response: 'accept', teams: [{ teamId: IDS.team }] }] },
    });
  });

  it('gives a repeated POST its first answer, and sends nothing twice', async () => {
    const headers = { 'idempotency-key': 'once' };
    const first = await answer({ headers });
    const second = await answer({ headers });
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(sent()).toHaveLength(1);
    const other = await answer({ headers, body: { items: [] } });
    expect(other.status).toBe(422);
  });

  it('refuses a version that is no longer current', async () => {
    const stale = await answer({ headers: { 'if-match': '"7"' } });
    expect([stale.status, stale.problem.code]).toEqual([412, 'stale-version']);
    expect((await answer({ headers: { 'if-match': '"1"' } })).status).toBe(201);
  });

  it('is for coordinator and duty officer', async () => {
    expect((await answer({ as: `auditor@${PROVIDER}` })).status).toBe(403);
    expect((await answer({ as: `coordinator@${PROVIDER}` })).status).toBe(201);
  });

  it('points at what is wrong', async () => {
    const [item] = answerBody.items;
    const unknown = await answer({ body: { items: [{ ...item, teamIds: [idOf(0x5ff)] }] } });
    expect(unknown).toMatchObject({
      status: 422,
      problem: { code: 'team-not-found', errors: [{ pointer: '/items/0/teamIds/0' }] },
    });
    const blank = { response: 'decline', itemId: IDS.waterItem, reason: '  ' };
    const unexplained = await answer({ body: { items: [blank] } });
    expect(unexplained).toMatchObject({
      status: 422,
      problem: { code: 'body-not-valid', errors: [{ pointer: '/items/0/reason' }] },
    });
  });

  it('can be withdrawn until it is requisitioned', async () => {
    const given = (await answer()).view.items[0]?.given?.messageId ?? '';
    const withdraw = () =>
      call('withdrawAnswer', { as: OFFICER, params: { ...params, messageId: given }, body: { reason: '突发险情' } });
    const { status, view } = await withdraw();
    expect([status, view.items[0]?.progress]).toEqual([200, 'unanswered']);
    expect(sent()[1]?.body).toMatchObject({ MessageRecall: { RecallMessageID: given, RecallType: 'Cancel' } });
    expect((await withdraw()).problem.code).toBe('answer-not-found');
  });
});

describe('a requisition', () => {
  const path = { requestId: IDS.request, requisitionId: IDS.requisition };
  const commit = (more: Partial<TestCall> = {}) =>
    call('commitRequisition', { as: REPRESENTATIVE, params: path, body: commitBody, ...more });

  it('is committed with the team and its deployment in one transaction', async () => {
    await requisitioned();
    const { status, view } = await commit();
    expect(status).toBe(201);
    const [received] = view.requisitions;
    if (received?.status !== 'committed') throw new Error('not committed');
    const deploymentId = received.deployments[0]?.deploymentId ?? '';
    expect(view.status).toBe('committed');
    const team = await load(test.store, teamConversation, IDS.team);
    expect(team?.state).toMatchObject({ commitment: { deploymentId, requestId: IDS.request } });
    const deployment = await load(test.store, deploymentConversation, deploymentId);
    expect(deployment?.state).toMatchObject({ side: 'owner', mission: { owner: PROVIDER, requester: REQUESTER } });
    const message = sent().find(({ type }) => type === 'CommitResource');
    expect(decodeCommitment(edxlMessageSchemas.CommitResource.parse(message?.body))).toEqual(received.commitment);
  });

  it('takes one read and one transaction', async () => {
    await requisitioned();
    const { store } = test.cell;
    const trips: string[] = [];
    const counting = Object.fromEntries(
      (['get', 'getMany', 'query', 'transact'] as const).map((name) => [
        name,
        (...args: unknown[]) => {
          trips.push(name);
          return (store[name] as (...given: unknown[]) => unknown)(...args);
        },
      ]),
    );
    handler = createHandler({ ...test.cell, store: { ...store, ...counting } });
    expect((await commit()).status).toBe(201);
    expect(trips).toEqual(['getMany', 'transact']);
  });

  it('goes to one of two that race for the same team; the other is told which deployment has it', async () => {
    const placed = aPlacedRequest({ requestId: OTHER_REQUEST });
    await receive(reception(placed), OTHER_REQUEST);
    await requisitioned();
    await requisitioned(OTHER_REQUEST, idOf(0x7a0));
    const both = await Promise.all([
      commit(),
      commit({ params: { requestId: OTHER_REQUEST, requisitionId: idOf(0x7a0) } }),
    ]);
    const won = both.filter(({ status }) => status === 201);
    const lost = both.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, 1]);
    const [received] = won[0]?.view.requisitions ?? [];
    const deployment = received?.status === 'committed' ? received.deployments[0]?.deploymentId : 'none';
    expect(lost[0]?.problem).toMatchObject({ code: 'team-already-committed', parameters: { deployment } });
    const commitments = sent().filter(({ type }) => type === 'CommitResource');
    expect(commitments).toHaveLength(1);
    const deployments = test.store.rows().filter(({ kind, entity }) => kind === 'deployment' && entity === 'state');
    expect(deployments).toHaveLength(1);
  });

  it('may hold as many teams as one transaction can commit, and no more', async () => {
    const teamIds = Array.from({ length: MAXIMUM_TEAMS_REQUISITIONED }, (_, index) => idOf(0x5100 + index));
    for (const id of teamIds) await register(aTeam({ id }));
    await receive(
      reception(aPlacedRequest({ requestId: OTHER_REQUEST, items: [anItem({ quantity: 9 })] })),
      OTHER_REQUEST,
    );
    const there = { requestId: OTHER_REQUEST };
    await answer({ params: there, body: { items: acceptance({ teamIds }).items } });
    const requisition = aRequisition({ teams: teamIds.map((teamId) => aNamedTeam({ teamId })) });
    await receive(
      { type: 'receive-requisition', from: REQUESTER, requisition, agreement: signedAgreement() },
      OTHER_REQUEST,
    );
    const target = { ...there, requisitionId: IDS.requisition };
    const tooMany = await commit({ params: target, body: { ...commitBody, teamIds: [...teamIds, IDS.team] } });
    expect([tooMany.status, tooMany.problem.errors?.[0]?.pointer]).toEqual([422, '/teamIds']);
    expect((await commit({ params: target, body: { ...commitBody, teamIds } })).status).toBe(201);
  });

  it('is committed once, however often the POST comes', async () => {
    await requisitioned();
    const headers = { 'idempotency-key': 'signed' };
    const answers = await Promise.all([commit({ headers }), commit({ headers }), commit({ headers })]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(sent().filter(({ type }) => type === 'CommitResource')).toHaveLength(1);
    expect((await commit()).problem.code).toBe('requisition-already-settled');
  });

  it('is signed by a representative only', async () => {
    await requisitioned();
    expect((await commit({ as: `coordinator@${PROVIDER}` })).status).toBe(403);
  });

  it('is refused with a reason, and archived once all is over', async () => {
    await requisitioned();
    const refused = await call('refuseRequisition', {
      as: `coordinator@${PROVIDER}`,
      params: path,
      body: { reason: '队伍另有任务' },
    });
    expect(refused).toMatchObject({ status: 200, view: { requisitions: [{ status: 'refused' }] } });
    const [, message] = sent();
    expect(decodeCommitment(edxlMessageSchemas.CommitResource.parse(message?.body))).toMatchObject({
      outcome: 'refused',
      reason: '队伍另有任务',
    });
    const archive = () => call('archiveReceivedRequest', { as: OFFICER, params });
    expect((await archive()).problem.code).toBe('received-request-not-ended');
    await receive({
      type: 'receive-cancellation',
      from: REQUESTER,
      recalledMessageId: IDS.requestMessage,
      messageId: idOf(0x102),
      reason: '险情解除',
    });
    expect(await archive()).toMatchObject({
      status: 200,
      view: { status: 'archived', ending: { outcome: 'cancelled' } },
    });
  });
});

describe('pre-authorised items', () => {
  const agreement = () =>
    signedAgreement(someTerms({ preAuthorised: [{ kind: 'water-rescue', level: 2, quantity: 3 }] }));
  const placedAs = (requestId: string) => aPlacedRequest({ requestId, items: [anItem()] });

  beforeEach(() => receive(reception(placedAs(OTHER_REQUEST), agreement()), OTHER_REQUEST));

  const read = async (requestId: string) =>
    (await call('readReceivedRequest', { as: OFFICER, params: { requestId } })).view;

  it('are answered by themselves with the teams that can be there soonest', async () => {
    // First in the order of the list.
    const slow = someDetails({ name: '一级而最慢', readinessMinutes: 600 });
    await register(aTeam({ id: idOf(0x5a0), details: slow }));
    await answerPreAuthorised(test.cell, CONVERSATIONS, OTHER_REQUEST);
    const view = await read(OTHER_REQUEST);
    expect(view).toMatchObject({ status: 'answered', items: [{ given: { automatic: true } }] });
    const given = view.items[0]?.given?.answer;
    const teams = given?.response === 'accept' ? given.teams.map(({ teamId }) => teamId) : [];
    expect(teams.toSorted()).toEqual([IDS.team, IDS.secondTeam]);
    expect(sent()).toHaveLength(1);
  });

  it('are answered once, however often it is asked for', async () => {
    await answerPreAuthorised(test.cell, CONVERSATIONS, OTHER_REQUEST);
    await answerPreAuthorised(test.cell, CONVERSATIONS, OTHER_REQUEST);
    await answerPreAuthorised(test.cell, CONVERSATIONS, idOf(0x999));
    expect(sent()).toHaveLength(1);
  });

  it('are left to people once the quantity is promised to others', async () => {
    await answerPreAuthorised(test.cell, CONVERSATIONS, OTHER_REQUEST);
    for (const id of [idOf(0x5a1), idOf(0x5a2)]) await register(aTeam({ id }));
    const third = idOf(0x181);
    await receive(reception(placedAs(third), agreement()), third);
    const told = notices().length;
    await answerPreAuthorised(test.cell, CONVERSATIONS, third);
    expect(await read(third)).toMatchObject({ status: 'received', items: [{ progress: 'unanswered' }] });
    expect(notices().length).toBe(told + 1);
    expect(sent()).toHaveLength(1);
  });
});
