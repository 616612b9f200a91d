import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { aPromise } from '../payloads.ts';
import { LANZHOU, type Stage, XINING } from '../stage.ts';
import { acceptance, answer, answeredBy } from '../steps/received-request.ts';
import { clockTime } from '../timeline.ts';
import type { Teams } from './registry.ts';
import type { Request } from './request.ts';

/** Should the automatic answer be interrupted, the clock gives it within a minute. */
const CLOCK_MS = 100_000;

/** What the agreement pre-authorises needs nobody. */
const answerByItself = async ({ desk, tell }: Stage, { requestId, communications }: Request): Promise<void> => {
  const patience = { timeoutMs: CLOCK_MS };
  const { placements } = await answeredBy(desk, XINING, { requestId, by: LANZHOU, itemId: communications }, patience);
  const given = placements[0]?.answers.find((received) => received.answer.itemId === communications);
  if (!given?.automatic) throw new Error('the communications item was not answered by itself');
  tell({
    city: LANZHOU,
    message: { type: 'ResponseToRequestResource', to: [XINING] },
    text: {
      zh: '通信队已预先授权：系统自动答复“接受”，无须人工。',
      en: 'The communications team is pre-authorised: accepted by the service itself.',
    },
  });
};

const answerItemByItem = async ({ desk, tell, now }: Stage, request: Request, teams: Teams): Promise<void> => {
  const at = now();
  const { requestId, water, engineering, medical } = request;
  const promise = aPromise(at);
  await answer(desk, LANZHOU, requestId, [
    acceptance(water, [teams.water.teamId], at),
    {
      ...promise,
      response: 'provisional',
      itemId: engineering,
      teamIds: [teams.engineering.teamId],
      reason: '须待另一任务交接',
    },
    { response: 'decline', itemId: medical, reason: '医疗队已派往临夏（演示）' },
  ]);
  await answeredBy(desk, XINING, { requestId, by: LANZHOU, itemId: medical });
  const [departure, arrival] = [clockTime(promise.estimatedDeparture), clockTime(promise.estimatedArrival)];
  tell({
    city: LANZHOU,
    role: 'duty-officer',
    message: { type: 'ResponseToRequestResource', to: [XINING] },
    text: {
      zh: `逐项答复：水上救援接受（${departure}出发、${arrival}到达，报价16500元）；工程抢险附条件，只能来1支；医疗谢绝。`,
      en: `Answers item by item: water rescue accepted (leaves ${departure}, there ${arrival}, CNY 16,500); engineering provisionally, one team of two; medical declined.`,
    },
  });
};

const compare = async ({ desk, tell }: Stage, { requestId }: Request): Promise<void> => {
  const { body } = await desk('coordinator', XINING).call(requestRoutes.compareAnswers, { params: { requestId } });
  const [best] = body.items[0]?.offers ?? [];
  if (best?.city !== LANZHOU) throw new Error('the comparison does not show the answer of Lanzhou');
  const reasons = (language: 'zh' | 'en') => best.reasons.map((reason) => reason[language]);
  tell({
    city: XINING,
    role: 'coordinator',
    text: {
      zh: `并列比较答复。水上救援第一名：兰州——${reasons('zh').join('，')}。`,
      en: `Compares the answers side by side. First for water rescue: Lanzhou — ${reasons('en').join('; ')}.`,
    },
  });
};

/** Lanzhou answers, Xining compares. */
export const answerAndCompare = async (stage: Stage, request: Request, teams: Teams): Promise<void> => {
  await answerByItself(stage, request);
  await answerItemByItem(stage, request, teams);
  await compare(stage, request);
};
