import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/questions/handler.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { questionRoutes as routes } from '../../../shared/http/routes/questions.ts';
import type { QuestionView } from '../../../shared/http/views/question.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { neighbours } from '../../builders/neighbours.ts';
import { quoteDetails } from '../../builders/question.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const ASKER = `coordinator@${XINING}`;
const ASKED = `duty-officer@${LANZHOU}`;
const DUE = '2026-07-15T02:00:00.000Z';
const reason = { reason: '已另行查明' };
const answer = { kind: 'information', response: 'accept', text: '四艘' };

const world = async () => {
  const cities = await neighbours();
  const body = { kind: 'information', agreementId: cities.agreementId, text: '现有冲锋舟多少艘？' };
  const ask = (asking: unknown = body) => cities.done<QuestionView>(ASKER, routes.askQuestion, { body: asking });
  const read = (as: string, questionId: string) =>
    cities.done<QuestionView>(as, routes.readQuestion, { params: { questionId } });
  const list = async (as: string, query: Record<string, string>) =>
    (await cities.done<{ items: unknown[] }>(as, routes.listQuestions, { query })).items;
  return { ...cities, body, ask, read, list };
};
type World = Awaited<ReturnType<typeof world>>;

describe('a question', () => {
  it('for information reaches the partner, and its answer the asker', async () => {
    const cities = await world();
    const about = { kind: 'offer', id: cities.teamId };
    const { questionId, ...asked } = await cities.ask({ ...cities.body, about });
    expect(asked).toMatchObject({ question: { about, replyBy: DUE }, statusText: { zh: '待答复' } });
    expect(await cities.read(ASKED, questionId)).toEqual({ questionId, ...asked, side: 'asked' });
    await cities.done(ASKED, routes.answerQuestion, { params: { questionId }, body: answer });
    expect(await cities.read(ASKER, questionId)).toMatchObject({ status: 'answered', reply: answer });
  });

  it('for prices is answered with a price for each item, by category', async () => {
    const cities = await world();
    const { questionId, question } = await cities.ask(quoteDetails({ agreementId: cities.agreementId }));
    const [item] = question.kind === 'quote' ? question.items : [];
    const quotes = [{ response: 'accept', itemId: item?.itemId, costs: { personnel: 500_000, travel: 80_001 } }];
    await cities.done(ASKED, routes.answerQuestion, { params: { questionId }, body: { kind: 'quote', quotes } });
    expect(await cities.read(ASKER, questionId)).toMatchObject({ status: 'answered', reply: { quotes } });
  });

  it('is withdrawn by the asker', async () => {
    const cities = await world();
    const { questionId } = await cities.ask();
    await cities.done(ASKER, routes.withdrawQuestion, { params: { questionId }, body: reason });
    expect(await cities.read(ASKED, questionId)).toMatchObject({ status: 'withdrawn', withdrawal: reason });
    const late = await cities.call(ASKED, routes.answerQuestion, { params: { questionId }, body: answer });
    expectProblem(late, 409, 'question-not-open');
  });

  it('unanswered when it is due is shown so in the lists of both, and may still be answered', async () => {
    const cities = await world();
    const { questionId } = await cities.ask();
    cities.setTime(DUE);
    for (const city of [XINING, LANZHOU]) await cities.ring(city, 'question', questionId);
    for (const [somebody, side] of [
      [ASKER, 'asker'],
      [ASKED, 'asked'],
    ] as const)
      expect(await cities.list(somebody, { side, status: 'asked' })).toMatchObject([{ questionId, overdue: true }]);
    await cities.done(ASKED, routes.answerQuestion, { params: { questionId }, body: answer });
    expect(await cities.list(ASKER, { status: 'asked' })).toEqual([]);
    expect(await cities.list(ASKER, {})).toMatchObject([{ questionId, overdue: false }]);
  });

  it('says which part of it is wrong', async () => {
    const cities = await world();
    const agreementId = cities.teamId;
    const unknown = await cities.call(ASKER, routes.askQuestion, { body: { ...cities.body, agreementId } });
    expectProblem(unknown, 422, 'agreement-not-found');
    expect(unknown.body).toMatchObject({ errors: [{ pointer: '/agreementId' }] });
    const past = { ...cities.body, replyBy: '2026-07-14T00:00:00+08:00' };
    expectProblem(await cities.call(ASKER, routes.askQuestion, { body: past }), 422, 'reply-deadline-passed');
  });
});

const calling =
  (as: string, request: (cities: World) => Promise<{ params?: Record<string, string>; body?: object }>) => async () => {
    const cities = await world();
    const made = await request(cities);
    const test = cities.cellOf(as.split('@')[1] ?? '');
    const otherBody = made.body && 'text' in made.body ? { ...made.body, text: '别的' } : undefined;
    return { test, handler: createHandler(test.cell), good: { as, ...made }, otherBody };
  };

const asked = (body?: object) => async (cities: World) => ({
  params: { questionId: (await cities.ask()).questionId },
  ...(body ? { body } : {}),
});

describe('calls that are wrong, and right', () => {
  const cases: readonly [RouteContract, ReturnType<typeof calling>][] = [
    [routes.listQuestions, calling(ASKER, async () => ({}))],
    [routes.askQuestion, calling(ASKER, async ({ body }) => ({ body }))],
    [routes.readQuestion, calling(ASKED, asked())],
    [routes.answerQuestion, calling(ASKED, asked(answer))],
    [routes.withdrawQuestion, calling(ASKER, asked(reason))],
  ];
  for (const [contract, prepared] of cases) itAnswersWrongCalls(contract, prepared);
});
