import { beforeEach, describe, expect, it } from 'vitest';
import { ringClock } from '../../../functions/clock/ring-clock.ts';
import { createHandler } from '../../../functions/requests/handler.ts';
import { OutgoingMessageRowSchema } from '../../../shared/data/rows.ts';
import { ENTITY, keys } from '../../../shared/data/table.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import type { Problem } from '../../../shared/http/problem.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { requestRoutes as routes } from '../../../shared/http/routes/requests.ts';
import type { RequestComparison, RequestReading } from '../../../shared/http/views/request.ts';
import { aPerson, LANZHOU, XINING } from '../../builders/circumstances.ts';
import { countingStore } from '../../builders/counting-store.ts';
import { INCIDENT_ID } from '../../builders/incident.ts';
import { anItem, idOf } from '../../builders/received-request.ts';
import { accepts, aTeam, declines, HAIDONG } from '../../builders/request.ts';
import { createRequestingCity, type RequestingCity, someItems } from '../../builders/requesting-city.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const COORDINATOR = `coordinator@${XINING}`;
const APPROVER = `approver@${XINING}`;
const REPRESENTATIVE = `representative@${XINING}`;
const reason = { reason: '险情解除' };

/** What is requisitioned of Lanzhou's answer to the first item. */
const takingOf = (itemId: string) => ({
  city: LANZHOU,
  itemId,
  teamIds: [aTeam(1).teamId],
  costs: { personnel: 500_000 },
  funding: { fundCode: 'XN-2026-07' },
  reason: '最快到达',
});

const answered = async (city: RequestingCity): Promise<string> => {
  const requestId = await city.placed();
  const [water] = (await city.read(requestId)).items;
  await city.answer(requestId, [accepts(water?.itemId ?? '', [aTeam(1), aTeam(2)])]);
  return requestId;
};

const requisitioned = async (city: RequestingCity): Promise<string> => {
  const requestId = await answered(city);
  const [water] = (await city.read(requestId)).items;
  const requisitions = [takingOf(water?.itemId ?? '')];
  await city.act(routes.requisitionTeams, 'representative', requestId, { requisitions });
  return requestId;
};

const allHome = async (city: RequestingCity): Promise<string> => {
  const requestId = await requisitioned(city);
  await city.commit(requestId);
  await city.bringHome(requestId);
  return requestId;
};

type Body = (city: RequestingCity, requestId: string) => Promise<unknown> | unknown;

/** A call about a request that `prepare` has made. */
const about =
  (as: string, prepare: (city: RequestingCity) => Promise<string>, body?: Body, otherBody?: unknown) => async () => {
    const city = await createRequestingCity();
    const requestId = await prepare(city);
    const good = { as, params: { requestId }, ...(body ? { body: await body(city, requestId) } : {}) };
    return { test: city.xining, handler: city.handler, good, otherBody };
  };

const withVersion = (world: ReturnType<typeof about>) => async () => {
  const { good, ...rest } = await world();
  return { ...rest, good: { ...good, headers: { 'if-match': '"1"' } } };
};

const anywhere = (request: object, otherBody?: unknown) => async () => {
  const city = await createRequestingCity();
  return { test: city.xining, handler: city.handler, good: { as: COORDINATOR, ...request }, otherBody };
};

const draftBody = { incidentId: INCIDENT_ID, items: someItems() };
const firstItem: Body = async (city, requestId) => {
  const [water] = (await city.read(requestId)).items;
  return { requisitions: [takingOf(water?.itemId ?? '')] };
};

describe('routes of requests', () => {
  itAnswersWrongCalls(routes.listRequests, anywhere({ query: { status: 'drafted' } }));
  itAnswersWrongCalls(
    routes.draftRequest,
    anywhere({ body: draftBody }, { ...draftBody, items: someItems().slice(1) }),
  );
  itAnswersWrongCalls(
    routes.readRequest,
    about(COORDINATOR, (city) => city.draft()),
  );
  itAnswersWrongCalls(routes.compareAnswers, about(COORDINATOR, answered));
  itAnswersWrongCalls(
    routes.reviseRequest,
    withVersion(
      about(
        COORDINATOR,
        (city) => city.draft(),
        () => ({ items: someItems().slice(1) }),
      ),
    ),
  );
  itAnswersWrongCalls(
    routes.approveRequest,
    about(APPROVER, (city) => city.draft()),
  );
  itAnswersWrongCalls(
    routes.sendRequestBack,
    about(
      APPROVER,
      (city) => city.draft(),
      () => reason,
    ),
  );
  itAnswersWrongCalls(
    routes.placeRequest,
    about(
      COORDINATOR,
      (city) => city.approved(),
      async (city) => ({ agreementIds: [await city.agree(LANZHOU)] }),
      { agreementIds: [idOf(1)] },
    ),
  );
  itAnswersWrongCalls(
    routes.updateRequest,
    about(
      COORDINATOR,
      (city) => city.placed(),
      () => ({ items: someItems().slice(1) }),
      { items: someItems() },
    ),
  );
  itAnswersWrongCalls(
    routes.cancelRequest,
    about(
      COORDINATOR,
      (city) => city.placed(),
      () => reason,
    ),
  );
  itAnswersWrongCalls(
    routes.declineAnswer,
    about(COORDINATOR, answered, () => ({ city: LANZHOU, ...reason })),
  );
  itAnswersWrongCalls(
    routes.requisitionTeams,
    about(REPRESENTATIVE, answered, firstItem, { requisitions: [takingOf(idOf(1))] }),
  );
  itAnswersWrongCalls(
    routes.followUpRequest,
    about(COORDINATOR, allHome, () => ({ satisfaction: 5, words: '到得及时' }), { satisfaction: 1, words: '太晚' }),
  );
  itAnswersWrongCalls(routes.closeRequest, about(COORDINATOR, allHome));
});

describe('a request', () => {
  let city: RequestingCity;
  beforeEach(async () => {
    city = await createRequestingCity();
  });

  const post = (contract: RouteContract, as: string, requestId: string, body?: unknown, headers = {}) =>
    city.call(contract, { as, params: { requestId }, headers, ...(body === undefined ? {} : { body }) });

  const rows = (entity: string) => city.xining.store.rows().filter((row) => row.entity === entity);

  it('is for an incident there is', async () => {
    const body = { ...draftBody, incidentId: idOf(1) };
    const answer = await city.call(routes.draftRequest, { as: COORDINATOR, body });
    expectProblem(answer, 422, 'incident-not-found');
    expect((answer.body as Problem).errors).toMatchObject([{ pointer: '/incidentId' }]);
  });

  it('is written with items that make sense, each fault pointed at', async () => {
    const [water] = someItems();
    const items = [
      { ...water, kind: 'boats' },
      { ...water, quantity: 0, reportingPoint: undefined },
    ];
    const answer = await city.call(routes.draftRequest, { as: COORDINATOR, body: { ...draftBody, items } });
    expectProblem(answer, 422, 'body-not-valid');
    const pointers = (answer.body as Problem).errors?.map(({ pointer }) => pointer);
    expect(pointers).toEqual(expect.arrayContaining(['/items/0/kind', '/items/1/quantity', '/items/1/reportingPoint']));
  });

  it('is approved by somebody else than its author', async () => {
    const answer = await city.call(routes.draftRequest, { as: COORDINATOR, body: draftBody });
    const requestId = answer.view.requestId;
    expect(answer.headers.etag).toBe('"1"');
    await city.run(
      'request',
      requestId,
      { type: 'revise', items: someItems() },
      { actor: aPerson('approver', XINING) },
    );
    expectProblem(await post(routes.approveRequest, APPROVER, requestId), 403, 'four-eyes');
  });

  it('is revised by one of two people who read the same version', async () => {
    const requestId = await city.draft();
    const revise = (quantity: number) =>
      city.call(routes.reviseRequest, {
        as: COORDINATOR,
        params: { requestId },
        body: { items: [{ ...someItems()[0], quantity }] },
        headers: { 'if-match': '"1"' },
      });
    const answers = await Promise.all([revise(5), revise(6)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await city.read(requestId)).items).toHaveLength(1);
  });

  it('is placed with all the partners that were chosen or with none; the refusal names partner and term', async () => {
    const requestId = await city.approved();
    const lanzhou = await city.agree(LANZHOU);
    const haidong = await city.agree(HAIDONG, { resourceKinds: ['water-rescue'] });
    const both = { agreementIds: [lanzhou, haidong] };
    const answer = await post(routes.placeRequest, COORDINATOR, requestId, both);
    expectProblem(answer, 409, 'resource-kind-out-of-scope');
    expect(answer.body).toMatchObject({
      parameters: { partner: HAIDONG, kind: 'medical-rescue', title: '西宁兰州应急救援互助协议' },
      errors: [{ pointer: '/agreementIds/1' }],
    });
    expect((await city.read(requestId)).status).toBe('approved');
    const placed = await city.act(routes.placeRequest, 'coordinator', requestId, { agreementIds: [lanzhou] });
    expect(placed).toMatchObject({
      status: 'placed',
      workOrderStep: 'transfer',
      placements: [{ city: LANZHOU, status: 'awaiting', replyBy: '2026-07-15T02:00:00.000Z' }],
      quantities: [
        { needed: 2, open: 2 },
        { needed: 1, open: 1 },
      ],
    });
  });

  it('cannot be placed under an agreement that is suspended at that very moment', async () => {
    const requestId = await city.approved();
    const agreement = await city.agree(LANZHOU);
    await city.run('agreement', agreement, { type: 'suspend', reason: '依法' });
    const answer = await post(routes.placeRequest, COORDINATOR, requestId, { agreementIds: [agreement] });
    expectProblem(answer, 409, 'agreement-not-in-force');
    expect(rows(ENTITY.outgoingMessage).filter(isRequestResource)).toEqual([]);
  });

  const isRequestResource = (row: unknown) => OutgoingMessageRowSchema.parse(row).envelope.type === 'RequestResource';

  it('is placed once by two people at once', async () => {
    const requestId = await city.approved();
    const body = { agreementIds: [await city.agree(LANZHOU)] };
    const answers = await Promise.all(
      [COORDINATOR, `duty-officer@${XINING}`].map((as) => post(routes.placeRequest, as, requestId, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(rows(ENTITY.outgoingMessage).filter(isRequestResource)).toHaveLength(1);
  });

  it('shows the answers side by side, and takes one within its quote', async () => {
    const requestId = await city.placed(LANZHOU, HAIDONG);
    const [water, medical] = (await city.read(requestId)).items.map(({ itemId }) => itemId);
    await city.answer(requestId, [accepts(water ?? '', [aTeam(1), aTeam(2)]), declines(medical ?? '')]);
    const late = { estimatedArrival: '2026-07-15T13:00:00.000Z' };
    await city.answer(requestId, [accepts(water ?? '', [aTeam(3)], late)], HAIDONG);
    const comparison = await city.call(routes.compareAnswers, { as: COORDINATOR, params: { requestId } });
    expect(comparison.body as RequestComparison).toMatchObject({
      items: [
        {
          offers: [
            { rank: 1, city: LANZHOU, arrival: { minutesLate: -240 } },
            { rank: 2, city: HAIDONG, arrival: { minutesLate: 60 }, fit: { shortfall: 1 } },
          ],
        },
        { offers: [], declined: [{ city: LANZHOU }], unanswered: [{ city: HAIDONG, lapsed: false }] },
      ],
    });
    const taking = takingOf(water ?? '');
    const dear = { requisitions: [{ ...taking, costs: { personnel: 1_000_001 } }] };
    const refused = await post(routes.requisitionTeams, REPRESENTATIVE, requestId, dear);
    expectProblem(refused, 422, 'costs-above-quote');
    expect((refused.body as Problem).errors).toMatchObject([{ pointer: '/requisitions/0/costs/personnel' }]);
    const view = await city.act(routes.requisitionTeams, 'representative', requestId, { requisitions: [taking] });
    expect(view).toMatchObject({
      workOrderStep: 'supervise',
      requisitions: [{ status: 'awaiting', city: LANZHOU, requisition: { signedBy: { id: REPRESENTATIVE } } }],
    });
    expect(view.quantities[0]).toMatchObject({ needed: 2, answered: 3, requisitioned: 1, open: 1 });
  });

  it('takes a team once, however often it is requisitioned at once', async () => {
    const requestId = await answered(city);
    const body = await firstItem(city, requestId);
    const answers = await Promise.all(
      [1, 2, 3].map(() => post(routes.requisitionTeams, REPRESENTATIVE, requestId, body)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    expect((await city.read(requestId)).requisitions).toHaveLength(1);
  });

  it('opens a deployment for each team committed, and is closed when all are home', async () => {
    const requestId = await requisitioned(city);
    await city.commit(requestId);
    const { deployments } = await city.read(requestId);
    expect(deployments).toMatchObject([{ ended: false }]);
    const opened = await city.xining.store.get(keys.state('deployment', deployments[0]?.deploymentId ?? ''));
    expect(opened).toMatchObject({ state: { mission: { requestId, owner: LANZHOU, requester: XINING } } });
    expectProblem(await post(routes.closeRequest, COORDINATOR, requestId), 409, 'teams-not-home');
    await city.bringHome(requestId);
    await city.act(routes.followUpRequest, 'coordinator', requestId, { satisfaction: 4, words: '到得及时' });
    const closed = await city.act(routes.closeRequest, 'coordinator', requestId);
    expect(closed).toMatchObject({ status: 'closed', workOrderStep: 'archive', followUp: { satisfaction: 4 } });
  });

  it('tells the duty room urgently when nobody answers, once', async () => {
    const requestId = await city.placed();
    city.links.setTime('2026-07-15T02:00:00.000Z');
    const ring = () =>
      city.run('request', requestId, { type: 'clock-ran-out' }, { actor: { kind: 'clock', city: XINING } });
    await ring();
    await ring();
    expect((await city.read(requestId)).status).toBe('lapsed');
    const urgent = rows(ENTITY.notice).filter((row) => row.urgency === 'urgent');
    expect(urgent.map(({ subject }) => subject)).toEqual(Array(2).fill({ kind: 'request', id: requestId }));
  });

  it('is listed by status and by incident, newest first, page by page', async () => {
    const first = await city.draft();
    city.links.setTime('2026-07-15T00:05:00.000Z');
    const second = await city.approved();
    const found = async (query: Record<string, string>) => {
      const { body } = await city.call(routes.listRequests, { as: COORDINATOR, query });
      return body as { items: { requestId: string }[]; nextCursor?: string };
    };
    const ids = async (query: Record<string, string>) => (await found(query)).items.map(({ requestId }) => requestId);
    expect(await ids({})).toEqual([second, first]);
    expect(await ids({ status: 'drafted' })).toEqual([first]);
    expect(await ids({ status: 'approved' })).toEqual([second]);
    expect(await ids({ incidentId: INCIDENT_ID })).toEqual([second, first]);
    expect(await ids({ incidentId: idOf(1) })).toEqual([]);
    const { nextCursor = '' } = await found({ limit: '1' });
    expect(await ids({ limit: '1', cursor: nextCursor })).toEqual([first]);
    const both = await city.call(routes.listRequests, {
      as: COORDINATOR,
      query: { status: 'drafted', incidentId: INCIDENT_ID },
    });
    expectProblem(both, 400, 'parameters-not-valid');
  });

  it('stands in the lane of its step, and says who must move next', async () => {
    const where = async (requestId: string) => {
      const { workOrderStep, pending } = (await city.read(requestId)) as RequestReading;
      const { body } = await city.call(routes.listRequests, { as: COORDINATOR, query: { step: workOrderStep } });
      const lane = (body as unknown as { items: { requestId: string }[] }).items.map((card) => card.requestId);
      expect(lane).toContain(requestId);
      return [workOrderStep, pending.next?.who.zh];
    };
    const walks = [
      [city.draft(), 'accept', '本市审批人'],
      [city.approved(), 'handle', '本市值班室'],
      [city.placed(), 'transfer', '兰州市值班室'],
    ] as const;
    for (const [made, step, who] of walks) expect(await where(await made)).toEqual([step, who]);
    const back = await allHome(city);
    expect(await where(back)).toEqual(['feedback', '本市值班室']);
    await city.act(routes.followUpRequest, 'coordinator', back, { satisfaction: 5, words: '及时' });
    expect(await where(back)).toEqual(['follow-up', '本市值班室']);
    await city.act(routes.closeRequest, 'coordinator', back);
    expect(await where(back)).toEqual(['archive', undefined]);
  });

  it('that nobody has answered is told of once for each thing when the time is up', async () => {
    const requestId = await city.placed();
    city.links.setTime('2026-07-15T02:00:00.000Z');
    const before = new Set(
      city.xining.store.rows().flatMap(({ entity, id }) => (entity === ENTITY.notice ? [id] : [])),
    );
    for (const _ of [1, 2]) await ringClock(city.xining.cell, CONVERSATIONS, keys.state('request', requestId));
    const told = city.xining.store
      .rows()
      .flatMap(({ entity, id, text }) => (entity === ENTITY.notice && !before.has(id) ? [(text as Text).zh] : []));
    expect(told.toSorted()).toEqual([
      expect.stringMatching(/^无人在时限内答复/),
      expect.stringMatching(/^答复请求已到期：兰州市答复/),
    ]);
    const { pending } = (await city.read(requestId)) as RequestReading;
    expect(pending.handOffs).toMatchObject([{ handOff: 'answer', acted: [{ act: 'warn' }, { act: 'remind' }] }]);
  });

  it('says, while teams are out, what is waited for of its missions', async () => {
    const requestId = await requisitioned(city);
    await city.commit(requestId);
    const { pending, deployments } = (await city.read(requestId)) as RequestReading;
    expect(pending.handOffs).toContainEqual(
      expect.objectContaining({
        handOff: 'departure',
        handOffText: { zh: '出发', en: 'Depart' },
        of: { kind: 'deployment', id: deployments[0]?.deploymentId },
        waitsFor: { who: 'city', city: LANZHOU },
        acted: [],
      }),
    );
    const dues = pending.handOffs.map(({ due }) => due);
    expect(dues).toEqual(dues.toSorted());
    expect(pending.next).toMatchObject({ due: dues[0] });
  });

  it('is decided in one read and one transaction, with any number of partners', async () => {
    const requestId = await city.approved([anItem()].map(({ itemId: _, ...item }) => item));
    const agreementIds = [await city.agree(LANZHOU), await city.agree(HAIDONG)];
    const { store, trips } = countingStore(city.xining.cell.store);
    const handler = createHandler({ ...city.xining.cell, store });
    const request = { as: COORDINATOR, params: { requestId }, body: { agreementIds } };
    expect((await city.xining.call(handler, routes.placeRequest, request)).status).toBe(200);
    expect(trips).toEqual(['getMany', 'transact']);
  });
});
