import { describe, expect, test } from 'vitest';
import { eventually } from '../../../scripts/walkthrough/eventually.ts';
import { anItem, aTeam } from '../../../scripts/walkthrough/payloads.ts';
import {
  informationAsked,
  makeOffer,
  offerWhere,
  questionWhere,
  quoteAsked,
} from '../../../scripts/walkthrough/steps/asides.ts';
import { deploymentWhere, report } from '../../../scripts/walkthrough/steps/deployment.ts';
import { messagesOf, readStory } from '../../../scripts/walkthrough/steps/story.ts';
import { registerTeam } from '../../../scripts/walkthrough/steps/team.ts';
import type { StoryMessage } from '../../../shared/data/story.ts';
import type { AggregateKind } from '../../../shared/domain/kernel/aggregate.ts';
import { DAY_MS, HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { EDXL_MESSAGE_TYPES } from '../../../shared/exchange/edxl/structure.ts';
import { deploymentRoutes } from '../../../shared/http/routes/deployments.ts';
import { questionRoutes } from '../../../shared/http/routes/questions.ts';
import type { Deployment } from '../deployment.ts';
import { committed } from './missions.ts';
import { LANZHOU, now, type Scene, sceneOf, XINING } from './scene.ts';

/** Everything one end knows of a conversation. */
interface Told {
  readonly here: AggregateKind;
  readonly there: AggregateKind;
  readonly id: string;
}

/** All sixteen messages of EDXL-RM between two cities, seen from both of them. */
export const describeMessages = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;

  describe.concurrent('all sixteen messages of EDXL-RM', () => {
    test('travel, are receipted, and are the same at both ends', { timeout: 120_000 }, async () => {
      const { agreementId, requestId, deploymentId } = await committed(scene);
      const { teamId } = await registerTeam(desk, LANZHOU, aTeam(LANZHOU, now()));
      await askAndAnswerOnMission(scene, deploymentId);
      const questions = await askAndAnswerQuestions(scene, agreementId);
      const { offerId } = await makeOffer(desk, LANZHOU, agreementId, [teamId], now());
      await offerWhere(desk, XINING, offerId);
      const told: readonly Told[] = [
        { here: 'request', there: 'received-request', id: requestId },
        { here: 'offer', there: 'offer', id: offerId },
        ...questions.map((id): Told => ({ here: 'question', there: 'question', id })),
      ];
      const travelled = new Set<string>();
      for (const conversation of told)
        for (const type of await sameAtBothEnds(scene, conversation)) travelled.add(type);
      expect([...travelled].toSorted()).toEqual([...EDXL_MESSAGE_TYPES].toSorted());
    });
  });
};

/** The eight messages about a team on its mission, besides those that began it. */
const askAndAnswerOnMission = async ({ desk }: Scene, deploymentId: string): Promise<void> => {
  const params = { deploymentId };
  const xining = desk('coordinator', XINING);
  const lanzhou = desk('coordinator', LANZHOU);
  await report(desk, LANZHOU, deploymentId, { status: 'departed', at: now() }, 'duty-officer');
  await deploymentWhere(desk, XINING, deploymentId, ({ status }) => status === 'departed');
  await xining.call(deploymentRoutes.askDeploymentStatus, { params });
  const longer = { until: plus(now(), 6 * DAY_MS), reason: '二次降雨' };
  await xining.call(deploymentRoutes.askExtension, { params, body: longer });
  await deploymentWhere(desk, LANZHOU, deploymentId, ({ extension }) => extension !== undefined);
  const no = { response: 'decline', reason: '本市亦需待命' } as const;
  await lanzhou.call(deploymentRoutes.answerExtension, { params, body: no });
  await lanzhou.call(deploymentRoutes.askReturn, { params, body: { by: plus(now(), HOUR_MS), reason: '本市险情' } });
  await deploymentWhere(desk, XINING, deploymentId, ({ returnRequest }) => returnRequest !== undefined);
  await xining.call(deploymentRoutes.answerReturn, { params, body: { ...no, reason: '请再留两小时' } });
  await xining.call(deploymentRoutes.releaseTeam, { params, body: {} });
  await deploymentWhere(desk, LANZHOU, deploymentId, ({ release }) => release !== undefined);
};

const askAndAnswerQuestions = async ({ desk }: Scene, agreementId: string): Promise<readonly string[]> => {
  const quote = await quoteAsked(desk, XINING, agreementId, anItem(XINING, now()));
  const information = await informationAsked(desk, XINING, agreementId, '贵市还有几支水上救援队可用？');
  const lanzhou = desk('coordinator', LANZHOU);
  const { question } = await questionWhere(desk, LANZHOU, quote.questionId);
  const itemId = question.kind === 'quote' ? (question.items[0]?.itemId ?? '') : '';
  await lanzhou.call(questionRoutes.answerQuestion, {
    params: { questionId: quote.questionId },
    body: { kind: 'quote', quotes: [{ response: 'decline', itemId, reason: '需按实际里程核算' }] },
  });
  await questionWhere(desk, LANZHOU, information.questionId);
  await lanzhou.call(questionRoutes.answerQuestion, {
    params: { questionId: information.questionId },
    body: { kind: 'information', response: 'accept', text: '还有两支。' },
  });
  return [quote.questionId, information.questionId];
};

const confirmed = async (
  { desk }: Scene,
  city: string,
  kind: AggregateKind,
  id: string,
): Promise<readonly StoryMessage[]> =>
  eventually(
    async () => {
      const messages = messagesOf(await readStory(desk, city, kind, id));
      return messages.every(({ unconfirmed, answers }) => unconfirmed.length === 0 && answers.length > 0) && messages;
    },
    { what: `receipts for all of ${kind} ${id} in ${city}` },
  );

/** Waits for every receipt. @returns the types of the messages, once both ends are known to hold the same of them. */
const sameAtBothEnds = async (scene: Scene, { here, there, id }: Told): Promise<readonly string[]> => {
  const ours = await confirmed(scene, XINING, here, id);
  const byId = (messages: readonly StoryMessage[]) => new Map(messages.map(({ envelope }) => [envelope.id, envelope]));
  const theirs = await eventually(
    async () => {
      const messages = await confirmed(scene, LANZHOU, there, id);
      return messages.length === ours.length && messages;
    },
    { what: `${ours.length} messages of ${there} ${id} in ${LANZHOU}` },
  );
  expect(byId(theirs)).toEqual(byId(ours));
  for (const { direction, envelope, answers } of ours) {
    expect(direction).toBe(envelope.from === XINING ? 'sent' : 'received');
    expect(answers.map(({ type, from }) => [type, from])).toEqual([['Receipt', envelope.to[0]]]);
  }
  return ours.map(({ envelope }) => envelope.type);
};
