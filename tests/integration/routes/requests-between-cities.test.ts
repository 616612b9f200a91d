import { beforeEach, describe, expect, it } from 'vitest';
import { receiveMessage } from '../../../functions/exchange-inbox/receive-message.ts';
import { createHandler as createReceivedRequests } from '../../../functions/received-requests/handler.ts';
import { agreementConversation } from '../../../shared/exchange/conversations/agreement.ts';
import { deploymentConversation } from '../../../shared/exchange/conversations/deployment.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { offerConversation } from '../../../shared/exchange/conversations/offer.ts';
import { sealEnvelope } from '../../../shared/exchange/signature.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { receivedRequestRoutes as theirs } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes as ours } from '../../../shared/http/routes/requests.ts';
import type { ReceivedRequestView } from '../../../shared/http/views/received-request.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { loadOr404 } from '../../../shared/lambda/aggregate-routes.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { withoutLeader } from '../../builders/deployment.ts';
import { INCIDENT_ID } from '../../builders/incident.ts';
import { anItem, idOf } from '../../builders/received-request.ts';
import { createRequestingCity, type RequestingCity, someItems } from '../../builders/requesting-city.ts';
import { aTeam } from '../../builders/team.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const TEAMS = [idOf(0x501), idOf(0x502)];
const ESTIMATES = { estimatedDeparture: '2026-07-15T02:00:00.000Z', estimatedArrival: '2026-07-15T06:00:00.000Z' };
const waterItem = () => someItems().slice(0, 1);

/** What passes between Xining and Lanzhou, each through its own API and its own inbox. */
describe('a request between two cities', () => {
  let city: RequestingCity;
  let lanzhou: ReturnType<typeof createReceivedRequests>;
  let agreement: string;

  beforeEach(async () => {
    city = await createRequestingCity();
    lanzhou = createReceivedRequests(city.links.cellOf(LANZHOU).cell);
    agreement = await city.agree(LANZHOU);
    for (const id of TEAMS) {
      const { details, dutyContact } = aTeam({ id });
      await city.run('team', id, { type: 'register', id, details, dutyContact }, { city: LANZHOU });
    }
  });

  const there = async (
    contract: RouteContract,
    role: string,
    params: Record<string, string>,
    body?: unknown,
  ): Promise<ReceivedRequestView> => {
    const request = { as: `${role}@${LANZHOU}`, params, ...(body === undefined ? {} : { body }) };
    const answer = await city.links.cellOf(LANZHOU).call(lanzhou, contract, request);
    expect(answer.status, JSON.stringify(answer.body)).toBe(contract.success.status);
    await city.links.deliverAll();
    return answer.body as ReceivedRequestView;
  };

  const here = async (
    contract: RouteContract,
    role: string,
    requestId: string,
    body?: unknown,
  ): Promise<RequestView> => {
    const view = await city.act(contract, role, requestId, body);
    await city.links.deliverAll();
    return view;
  };

  const read = (requestId: string) => there(theirs.readReceivedRequest, 'duty-officer', { requestId });

  /** The mission order a city holds, but for the leader, whom only the owner knows. */
  const missionIn = async (code: string, deploymentId: string) => {
    const { state } = await loadOr404(city.links.cellOf(code).cell, deploymentConversation, deploymentId);
    return withoutLeader(state.mission);
  };

  const place = async (): Promise<string> => {
    const requestId = await city.approved(waterItem());
    await here(ours.placeRequest, 'coordinator', requestId, { agreementIds: [agreement] });
    return requestId;
  };

  const answer = async (requestId: string, teamIds: string[]): Promise<string> => {
    const [item] = (await city.read(requestId)).items;
    const promise = {
      response: 'accept',
      itemId: item?.itemId,
      teamIds,
      costs: { personnel: 1_000_001 },
      ...ESTIMATES,
    };
    const view = await there(theirs.answerReceivedRequest, 'duty-officer', { requestId }, { items: [promise] });
    return view.items[0]?.given?.messageId ?? '';
  };

  const requisition = async (requestId: string, teamIds: string[]): Promise<string> => {
    const [item] = (await city.read(requestId)).items;
    const taking = {
      ...{ city: LANZHOU, itemId: item?.itemId, teamIds, costs: { personnel: 1_000_001 } },
      ...{ funding: { fundCode: 'XN-2026-07' }, reason: '最快到达' },
    };
    const view = await here(ours.requisitionTeams, 'representative', requestId, { requisitions: [taking] });
    return view.requisitions.at(-1)?.requisition.requisitionId ?? '';
  };

  it('is asked, answered, requisitioned and committed, and opens the same deployments at both ends', async () => {
    const requestId = await place();
    expect(await read(requestId)).toMatchObject({ from: XINING, agreementId: agreement, status: 'received' });
    await answer(requestId, TEAMS);
    expect(await city.read(requestId)).toMatchObject({
      placements: [{ status: 'answered', answers: [{ answer: { teams: TEAMS.map((teamId) => ({ teamId })) } }] }],
    });
    const requisitionId = await requisition(requestId, TEAMS);
    await there(
      theirs.commitRequisition,
      'representative',
      { requestId, requisitionId },
      { teamIds: TEAMS, ...ESTIMATES },
    );
    const { deployments, requisitions } = await city.read(requestId);
    expect(requisitions).toMatchObject([{ status: 'committed' }]);
    expect(deployments).toHaveLength(2);
    for (const { deploymentId } of deployments) {
      const [atHome, there] = await Promise.all([XINING, LANZHOU].map((code) => missionIn(code, deploymentId)));
      expect(atHome).toEqual(there);
    }
  });

  it('is changed: the partner gets the new version and answers that', async () => {
    const requestId = await place();
    const [item] = (await city.read(requestId)).items;
    await here(ours.updateRequest, 'coordinator', requestId, { items: [{ ...item, quantity: 1 }] });
    expect((await read(requestId)).items).toMatchObject([{ item: { quantity: 1 }, progress: 'unanswered' }]);
    await answer(requestId, TEAMS.slice(0, 1));
    expect((await city.read(requestId)).placements).toMatchObject([{ status: 'answered', answers: [{}] }]);
  });

  it('is cancelled at both ends', async () => {
    const requestId = await place();
    await here(ours.cancelRequest, 'coordinator', requestId, { reason: '险情解除' });
    expect(await read(requestId)).toMatchObject({ status: 'cancelled' });
    expect((await city.read(requestId)).failures).toEqual([]);
  });

  it('loses an answer that is withdrawn', async () => {
    const requestId = await place();
    const messageId = await answer(requestId, TEAMS);
    await there(theirs.withdrawAnswer, 'duty-officer', { requestId, messageId }, { reason: '道路中断' });
    expect(await city.read(requestId)).toMatchObject({
      status: 'unable-to-fill',
      placements: [{ status: 'withdrawn', reason: '道路中断' }],
    });
  });

  it('turns an offer down, which the partner reads', async () => {
    const requestId = await place();
    await answer(requestId, TEAMS);
    await here(ours.declineAnswer, 'coordinator', requestId, { city: LANZHOU, reason: '已有更近的队伍' });
    expect((await read(requestId)).declines).toMatchObject([{ reason: '已有更近的队伍' }]);
  });

  it('learns that a requisition is refused', async () => {
    const requestId = await place();
    await answer(requestId, TEAMS);
    const requisitionId = await requisition(requestId, TEAMS);
    await there(theirs.refuseRequisition, 'representative', { requestId, requisitionId }, { reason: '另有险情' });
    expect(await city.read(requestId)).toMatchObject({
      status: 'unable-to-fill',
      requisitions: [{ status: 'refused', refusal: { reason: '另有险情' } }],
    });
  });

  it('learns that the partner’s exchange did not let it in', async () => {
    const requestId = await city.approved(waterItem());
    await city.act(ours.placeRequest, 'coordinator', requestId, { agreementIds: [agreement] });
    const [underWay] = city.links.underWay.splice(0);
    await city.run('agreement', agreement, { type: 'terminate', reason: '期满前终止' }, { city: LANZHOU });
    if (!underWay) throw new Error('a request was under way');
    city.links.underWay.push(underWay);
    await city.links.deliverAll();
    expect(await city.read(requestId)).toMatchObject({
      status: 'unable-to-fill',
      placements: [{ status: 'refused-by-exchange', failure: { code: 'agreement-not-in-force' } }],
    });
  });

  it('is cancelled though the agreement was suspended meanwhile: what was begun is brought to its end', async () => {
    const requestId = await place();
    await city.run('agreement', agreement, { type: 'suspend', reason: '依法' });
    await city.links.deliverAll();
    await here(ours.cancelRequest, 'coordinator', requestId, { reason: '险情解除' });
    expect(await read(requestId)).toMatchObject({ status: 'cancelled' });
  });

  it('that says less than it must is refused by the partner, and shown as refused', async () => {
    const requestId = await city.approved(waterItem());
    await city.act(ours.placeRequest, 'coordinator', requestId, { agreementIds: [agreement] });
    const [dispatch] = city.links.underWay.splice(0);
    if (!dispatch) throw new Error('a request was under way');
    const { signature: _, ...envelope } = dispatch.envelope;
    const body = { ...envelope.body, ContactInformation: [{ ContactRole: 'Sender' }] };
    const sealed = await sealEnvelope({ ...envelope, body }, city.xining.cell.signer);
    const detail = { to: [LANZHOU], envelope: sealed };
    expect(await receiveMessage(city.links.cellOf(LANZHOU).cell, CONVERSATIONS, detail)).toBe('quarantined');
    const [refused] = city.links.underWay.splice(0);
    expect(refused?.envelope).toMatchObject({ type: 'Refusal', body: { code: 'body-not-valid' } });
  });
});

/** Lanzhou offers one of its teams unasked, and Xining has heard of it. */
const offeringCity = async () => {
  const city = await createRequestingCity();
  const lanzhou = city.links.cellOf(LANZHOU);
  const agreementId = await city.agree(LANZHOU);
  const team = aTeam({ id: TEAMS[0] ?? '' });
  const { details, dutyContact } = team;
  await city.run('team', team.id, { type: 'register', id: team.id, details, dutyContact }, { city: LANZHOU });
  const offer = {
    agreementId,
    subject: { hazard: 'flood', description: '南川河洪水' },
    resources: [{ kind, level, quantity: 1, costs: { personnel: 900_000 }, teamIds: [team.id] }],
    availableFrom: '2026-07-15T00:00:00.000Z',
    availableUntil: '2026-07-25T00:00:00.000Z',
    exercise: false,
  };
  const { state: agreement } = await loadOr404(lanzhou.cell, agreementConversation, agreementId);
  await city.run(
    'offer',
    OFFER,
    { type: 'make', id: OFFER, details: offer, agreement, teams: [team] },
    { city: LANZHOU },
  );
  await city.links.deliverAll();
  const { state } = await loadOr404(city.xining.cell, offerConversation, OFFER);
  const good = {
    as: `representative@${XINING}`,
    params: { offerId: OFFER },
    body: {
      ...{ incidentId: INCIDENT_ID, agreementId, resourceId: state.offer.resources[0]?.resourceId, mission },
      ...{
        teamIds: [team.id],
        costs: { personnel: 900_000 },
        funding: { fundingInfo: '市级财政' },
        reason: '主动支援',
      },
    },
  };
  const takeUp = (overrides: object = {}) =>
    city.call(ours.takeUpOffer, { ...good, body: { ...good.body, ...overrides } });
  return { ...city, good, takeUp };
};

const OFFER = idOf(0xa00);
const { itemId: _id, kind, level, quantity: _quantity, ...mission } = anItem();

describe('a request made of an unsolicited offer', () => {
  itAnswersWrongCalls(ours.takeUpOffer, async () => {
    const { xining: test, handler, good } = await offeringCity();
    return { test, handler, good };
  });

  it('is requisitioned at once and committed like any other, and the offer is taken up at both ends', async () => {
    const city = await offeringCity();
    const { status, view } = await city.takeUp();
    expect(status, JSON.stringify(view)).toBe(201);
    await city.links.deliverAll();
    const { requestId, requisitions } = view;
    for (const code of [XINING, LANZHOU])
      expect((await loadOr404(city.links.cellOf(code).cell, offerConversation, OFFER)).state).toMatchObject({
        status: 'taken-up',
        requestId,
      });
    const lanzhou = city.links.cellOf(LANZHOU);
    const params = { requestId, requisitionId: requisitions[0]?.requisition.requisitionId ?? '' };
    const body = { teamIds: TEAMS.slice(0, 1), ...ESTIMATES };
    const as = `representative@${LANZHOU}`;
    const handler = createReceivedRequests(lanzhou.cell);
    const commitment = await lanzhou.call(handler, theirs.commitRequisition, { as, params, body });
    expect(commitment.body).toMatchObject({ fromOffer: OFFER });
    await city.links.deliverAll();
    expect(await city.read(requestId)).toMatchObject({ deployments: [{ ended: false }] });
  });

  it('is made once', async () => {
    const { takeUp } = await offeringCity();
    await takeUp();
    expectProblem(await takeUp(), 409);
  });

  it('is refused under another agreement and above its price', async () => {
    const { takeUp } = await offeringCity();
    expectProblem(await takeUp({ agreementId: idOf(1) }), 422, 'offer-under-another-agreement');
    expectProblem(await takeUp({ costs: { personnel: 900_001 } }), 422, 'costs-above-quote');
  });
});
