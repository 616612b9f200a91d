import { latest } from '../kernel/instant.ts';
import type { MessageFailure } from '../kernel/message-failure.ts';
import type { DeploymentEvent } from './deployment-events.ts';
import type { DeploymentState } from './deployment-state.ts';
import { isEnded } from './progress.ts';

type EventOf<T extends DeploymentEvent['type']> = Extract<DeploymentEvent, { type: T }>;

const opened = ({ side, mission, at }: EventOf<'deploymentOpened'>): DeploymentState => ({
  phase: 'active',
  side,
  mission,
  openedAt: at,
  heardAt: at,
  agreedReturn: mission.requestedReturn,
  estimates: { departure: mission.estimatedDeparture, arrival: mission.estimatedArrival },
  overdue: [],
  failures: [],
  progress: { status: 'mobilising', since: at },
});

/** What a system answers of itself tells how things stand, and not that anybody was heard of. */
const heard = (
  { lastReport, heardAt }: DeploymentState,
  { report, answers }: EventOf<'statusReported'>,
): Pick<DeploymentState, 'heardAt' | 'lastReport'> => {
  if (answers !== undefined) return { heardAt, ...(lastReport && { lastReport }) };
  return { heardAt: latest(heardAt, report.at) ?? heardAt, lastReport: report };
};

const reported = (state: DeploymentState, event: EventOf<'statusReported'>): DeploymentState => {
  const { progress, estimates } = event.report;
  const told = { ...state, ...heard(state, event), estimates };
  if (!isEnded(progress)) return told.phase === 'active' ? { ...told, progress } : told;
  return told.phase === 'closed' ? { ...told, progress } : { ...told, phase: 'ended', progress };
};

/** A question or release that never reached the partner has not been asked: it can be asked again. */
const unsaid = (state: DeploymentState, failure: MessageFailure): DeploymentState => {
  const { extension, recall, release, ...rest } = state;
  const failures = [...state.failures, failure];
  const failed = failure.messageId;
  return {
    ...rest,
    failures,
    ...(extension && extension.question.messageId !== failed ? { extension } : {}),
    ...(recall && recall.question.messageId !== failed ? { recall } : {}),
    ...(release && release.messageId !== failed ? { release } : {}),
  };
};

/** @returns the state after an event; the same at both ends for everything the cities say to each other. */
export const evolveDeployment = (state: DeploymentState | undefined, event: DeploymentEvent): DeploymentState => {
  if (event.type === 'deploymentOpened') return opened(event);
  if (state === undefined) throw new Error(`a deployment begins by being opened, not by ${event.type}`);
  return changed(state, event);
};

const changed = (state: DeploymentState, event: Exclude<DeploymentEvent, { type: 'deploymentOpened' }>) => {
  switch (event.type) {
    case 'statusReported':
      return reported(state, event);
    case 'statusAsked':
      return state;
    case 'extensionAsked':
      return { ...state, extension: { question: event.question } };
    case 'extensionAnswered':
      return extended(state, event);
    case 'returnAsked':
      return { ...state, recall: { question: event.question } };
    case 'returnAnswered':
      return state.recall?.question.messageId === event.answer.question
        ? { ...state, recall: { ...state.recall, answer: event.answer } }
        : state;
    case 'teamReleased':
      return { ...state, release: event.release };
    case 'promiseBroken':
      return { ...state, overdue: [...state.overdue, event.broken] };
    case 'deploymentMessageFailed':
      return unsaid(state, event.failure);
    case 'deploymentClosed':
      return closed(state, event);
  }
};

const extended = (state: DeploymentState, { answer }: EventOf<'extensionAnswered'>): DeploymentState => ({
  ...state,
  ...(answer.response === 'accept' ? { agreedReturn: answer.until } : {}),
  ...(state.extension?.question.messageId === answer.question ? { extension: { ...state.extension, answer } } : {}),
});

const closed = (state: DeploymentState, { at }: EventOf<'deploymentClosed'>): DeploymentState => {
  if (state.phase !== 'ended') throw new Error('only a deployment that has ended is closed');
  return { ...state, phase: 'closed', closedAt: at };
};
