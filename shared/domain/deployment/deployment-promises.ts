import { earliest, type Instant } from '../kernel/instant.ts';
import type { Text } from '../kernel/text.ts';
import { answerDue } from './deployment-questions.ts';
import { type DatedPromise, type DeploymentState, openExtension, openRecall } from './deployment-state.ts';
import { isConsignment } from './mission.ts';
import { isOnMission } from './progress.ts';

/** What is said of each promise when its moment has passed. */
export const BROKEN_PROMISES: Readonly<Record<DatedPromise['promise'], Text>> = {
  departure: { zh: '已过预计出发时间，尚未报告出发', en: 'has not reported its departure, which was due' },
  arrival: { zh: '已过预计到达时间，尚未报告到达', en: 'has not reported its arrival, which was due' },
  return: { zh: '已过约定返程时间，尚未返程', en: 'has not left for home, as was agreed for' },
  'home-coming': { zh: '已过预计归建时间，尚未报告归建', en: 'has not reported that it is home, which was due' },
  'extension-answer': { zh: '延期请求逾期未答复，应答复时间', en: 'has an extension unanswered, the answer was due' },
  'return-answer': { zh: '召回请求逾期未答复，应答复时间', en: 'has a recall unanswered, the answer was due' },
};

const promiseWhen = (
  stands: boolean,
  promise: DatedPromise['promise'],
  due: Instant | undefined,
): readonly DatedPromise[] => (stands && due !== undefined ? [{ promise, due }] : []);

/** A recall with consent brings the end agreed before forward, never back. */
const returnDue = ({ agreedReturn, recall }: DeploymentState): Instant | undefined =>
  recall?.answer?.response === 'accept' ? earliest(agreedReturn, recall.question.by) : agreedReturn;

const promisesOf = (state: DeploymentState): readonly DatedPromise[] => {
  const { progress, estimates, mission } = state;
  const { status } = progress;
  const extension = openExtension(state);
  const recall = openRecall(state);
  return [
    ...promiseWhen(status === 'mobilising', 'departure', estimates.departure),
    ...promiseWhen(['mobilising', 'departed', 'en-route'].includes(status), 'arrival', estimates.arrival),
    ...promiseWhen(isOnMission(progress) && !isConsignment(mission), 'return', returnDue(state)),
    ...promiseWhen(status === 'returning', 'home-coming', estimates.returnArrival),
    ...promiseWhen(extension !== undefined, 'extension-answer', extension && answerDue(extension.question)),
    ...promiseWhen(recall !== undefined, 'return-answer', recall && answerDue(recall.question)),
  ];
};

const notYetTold = (state: DeploymentState): readonly DatedPromise[] =>
  promisesOf(state).filter(
    ({ promise, due }) => !state.overdue.some((told) => told.promise === promise && told.due === due),
  );

/** @returns the promises whose moment has passed and of which nobody has been told. A new moment makes a new promise. */
export const brokenPromises = (state: DeploymentState, now: Instant): readonly DatedPromise[] =>
  notYetTold(state).filter(({ due }) => due <= now);

/** @returns the moment of the next promise. */
export const nextPromise = (state: DeploymentState): Instant | undefined =>
  earliest(...notYetTold(state).map(({ due }) => due));
