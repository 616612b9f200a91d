import { earliest, type Instant } from '../kernel/instant.ts';
import { answerDue } from './deployment-questions.ts';
import { type DatedPromise, type DeploymentState, openExtension, openRecall, returnDue } from './deployment-state.ts';
import { isConsignment } from './mission.ts';
import { isOnMission } from './progress.ts';

const promiseWhen = (
  stands: boolean,
  promise: DatedPromise['promise'],
  due: Instant | undefined,
): readonly DatedPromise[] => (stands && due !== undefined ? [{ promise, due }] : []);

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

const notYetMarked = (state: DeploymentState): readonly DatedPromise[] =>
  promisesOf(state).filter(
    ({ promise, due }) => !state.overdue.some((marked) => marked.promise === promise && marked.due === due),
  );

/** @returns the promises whose moment has passed and that are not marked yet. A new moment makes a new promise. */
export const brokenPromises = (state: DeploymentState, now: Instant): readonly DatedPromise[] =>
  notYetMarked(state).filter(({ due }) => due <= now);

/** @returns the moment of the next promise. */
export const nextPromise = (state: DeploymentState): Instant | undefined =>
  earliest(...notYetMarked(state).map(({ due }) => due));
