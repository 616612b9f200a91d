import { describe, expect, test } from 'vitest';
import { aFlood, anItem, aPromise, aTeam, someTerms } from '../../../scripts/walkthrough/payloads.ts';
import { signAgreement } from '../../../scripts/walkthrough/steps/agreement.ts';
import {
  acceptance,
  answer,
  answeredBy,
  commit,
  pendingRequisition,
  readReceived,
  receivedWhere,
  requisition,
} from '../../../scripts/walkthrough/steps/received-request.ts';
import {
  approve,
  draft,
  openIncident,
  place,
  readRequest,
  requestWhere,
} from '../../../scripts/walkthrough/steps/request.ts';
import { messagesOf, readStory } from '../../../scripts/walkthrough/steps/story.ts';
import { readTeam, registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { Deployment } from '../deployment.ts';
import { figuresTell } from './figures.ts';
import { extendAndRecall, journeyHome, journeyOut, type OnMission } from './journey.ts';
import { HAIDONG, LANZHOU, now, type Scene, sceneOf, XINING } from './scene.ts';

/** A request travels from Xining to Lanzhou and Haidong, and a team comes and goes home. */
export const describeMainJob = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);

  describe.concurrent('the main job', () => {
    test('a flood in Xining brings a team from Lanzhou, and the team comes home', { timeout: 120_000 }, async () => {
      const asked = await ask(scene);
      const answered = await answerAndCompare(scene, asked);
      const mission = await requisitionAndCommit(scene, answered);
      await journeyOut(scene, mission);
      await extendAndRecall(scene, mission);
      await journeyHome(scene, mission);
      await closeBothEnds(scene, mission);
      await figuresTell(scene, mission);
    });
  });
};

interface Asked {
  readonly requestId: string;
  readonly waterItem: string;
  readonly medicalItem: string;
}

/** Steps 2 to 4: agreements, incident, request. */
const ask = async ({ desk }: Scene): Promise<Asked> => {
  const at = now();
  const lanzhou = await signAgreement(desk, { from: XINING, to: LANZHOU, terms: someTerms(at) });
  const haidong = await signAgreement(desk, { from: HAIDONG, to: XINING, terms: someTerms(at) });
  const incidentId = await openIncident(desk, XINING, aFlood(XINING, at));
  const items = [
    anItem(XINING, at, { quantity: 2 }),
    anItem(XINING, at, { kind: 'medical-rescue', level: 3, mission: '救治伤员' }),
  ];
  const { requestId, ...drafted } = await draft(desk, XINING, incidentId, items);
  expect(drafted).toMatchObject({ status: 'drafted', workOrderStep: 'accept' });
  expect(await approve(desk, XINING, requestId)).toMatchObject({ status: 'approved', workOrderStep: 'handle' });
  const placed = await place(desk, XINING, requestId, [lanzhou, haidong]);
  expect(placed).toMatchObject({ status: 'placed', workOrderStep: 'transfer' });
  expect(placed.placements.map(({ city, status }) => [city, status])).toEqual([
    [LANZHOU, 'awaiting'],
    [HAIDONG, 'awaiting'],
  ]);
  for (const city of [LANZHOU, HAIDONG]) {
    const received = await receivedWhere(desk, city, requestId);
    expect(received).toMatchObject({ from: XINING, status: 'received', incident: { incidentId } });
    expect(received.items.map(({ item }) => item)).toEqual(placed.items);
    expect(received.replyBy).toBe(placed.placements.find((placement) => placement.city === city)?.replyBy);
  }
  const [water, medical] = placed.items;
  return { requestId, waterItem: water?.itemId ?? '', medicalItem: medical?.itemId ?? '' };
};

interface Answered extends Asked {
  readonly first: string;
  readonly second: string;
}

/** Step 5: whole, part, provisional and declined, side by side. */
const answerAndCompare = async ({ desk }: Scene, asked: Asked): Promise<Answered> => {
  const { requestId, waterItem, medicalItem } = asked;
  const at = now();
  const { teamId: first } = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, at));
  const { teamId: second } = await registerTeam(
    desk,
    LANZHOU,
    aTeam(LANZHOU, at, { name: '水上救援二队（演示）', level: 2 }),
  );
  const { teamId: third } = await registerTeam(desk, HAIDONG, aTeam(HAIDONG, at, { level: 2 }));
  const given = await answer(desk, LANZHOU, requestId, [
    acceptance(waterItem, [first, second], at),
    { response: 'decline', itemId: medicalItem, reason: '医疗队已派往临夏（演示）' },
  ]);
  expect(given.status).toBe('answered');
  await answer(desk, HAIDONG, requestId, [
    { ...aPromise(at), response: 'provisional', itemId: waterItem, teamIds: [third], reason: '须待本市洪峰过境' },
  ]);
  await answeredBy(desk, XINING, { requestId, by: LANZHOU, itemId: medicalItem });
  await answeredBy(desk, XINING, { requestId, by: HAIDONG, itemId: waterItem });
  const params = { requestId };
  const { body } = await desk('coordinator', XINING).call(requestRoutes.compareAnswers, { params });
  const [water, medical] = body.items;
  expect(water?.offers.map(({ city, rank, response }) => [rank, city, response])).toEqual([
    [1, LANZHOU, 'accept'],
    [2, HAIDONG, 'provisional'],
  ]);
  expect(water?.offers[0]?.cost.total).toBe(1_650_000);
  expect(medical?.declined).toEqual([{ city: LANZHOU, reason: '医疗队已派往临夏（演示）' }]);
  expect(medical?.unanswered.map(({ city }) => city)).toEqual([HAIDONG]);
  return { ...asked, first, second };
};

interface Mission extends Answered, OnMission {}

/** Step 6: one team requisitioned and committed; the other partner's answer declined. */
const requisitionAndCommit = async ({ desk }: Scene, answered: Answered): Promise<Mission> => {
  const { requestId, waterItem, first } = answered;
  const costs = { personnel: 600_000, travel: 150_000, equipment: 75_000 };
  await requisition(desk, XINING, requestId, [{ city: LANZHOU, itemId: waterItem, teamIds: [first], costs }]);
  const decline = { params: { requestId }, body: { city: HAIDONG, reason: '兰州队伍到达更快，谢谢' } };
  await desk('coordinator', XINING).call(requestRoutes.declineAnswer, decline);
  const declined = await receivedWhere(desk, HAIDONG, requestId, ({ declines }) => declines.length > 0);
  expect(declined.declines).toMatchObject([{ reason: decline.body.reason, itemIds: [waterItem] }]);

  const requisitionId = await pendingRequisition(desk, LANZHOU, requestId);
  const done = await commit(desk, LANZHOU, { requestId, requisitionId }, [first], now());
  const [record] = done.requisitions;
  if (record?.status !== 'committed') throw new Error('the requisition was not committed');
  expect(record.commitment).toMatchObject({
    orderNumber: expect.any(String),
    signedBy: { id: `representative@${LANZHOU}` },
  });
  const deploymentId = record.deployments[0]?.deploymentId ?? '';
  const { body: team } = await readTeam(desk, LANZHOU, first);
  expect(team).toMatchObject({ condition: 'committed', commitment: { deploymentId, requestId } });
  const request = await requestWhere(desk, XINING, requestId, ({ deployments }) => deployments.length > 0);
  expect(request).toMatchObject({ workOrderStep: 'supervise', deployments: [{ deploymentId, ended: false }] });
  expect(request.requisitions[0]).toMatchObject({ status: 'committed', commitment: record.commitment });
  return { ...answered, deploymentId, teamId: first };
};

/** Closing, at both ends, and what their ledgers say. */
const closeBothEnds = async ({ desk }: Scene, { deploymentId, requestId }: Mission): Promise<void> => {
  const request = await requestWhere(desk, XINING, requestId, ({ deployments }) =>
    deployments.every(({ ended }) => ended),
  );
  expect(request.workOrderStep).toBe('feedback');
  const params = { requestId };
  const coordinator = desk('coordinator', XINING);
  const followUp = { params, body: { satisfaction: 5, words: '群众全部安全转移' } };
  expect((await coordinator.call(requestRoutes.followUpRequest, followUp)).body.workOrderStep).toBe('follow-up');
  for (const city of [XINING, LANZHOU])
    await desk('duty-officer', city).call(deploymentRoutes.closeDeployment, { params: { deploymentId } });
  expect((await coordinator.call(requestRoutes.closeRequest, { params })).body).toMatchObject({
    status: 'closed',
    workOrderStep: 'archive',
  });
  expect(await readReceived(desk, LANZHOU, requestId)).toMatchObject({
    status: 'concluded',
    ending: { outcome: 'missions-ended' },
  });
  const { body } = await desk('duty-officer', LANZHOU).call(receivedRequestRoutes.archiveReceivedRequest, { params });
  expect(body.status).toBe('archived');
  expect((await readRequest(desk, XINING, requestId)).status).toBe('closed');
  const here = messagesOf(await readStory(desk, XINING, 'request', requestId));
  const there = messagesOf(await readStory(desk, LANZHOU, 'received-request', requestId));
  const withLanzhou = here.filter(({ envelope }) => envelope.from === LANZHOU || envelope.to.includes(LANZHOU));
  expect(new Set(withLanzhou.map(({ envelope }) => envelope.id))).toEqual(
    new Set(there.map(({ envelope }) => envelope.id)),
  );
};
