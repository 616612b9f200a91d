import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { DeploymentCommandOf, ReportDetails } from './deployment-commands.ts';
import type { DeploymentEvent } from './deployment-events.ts';
import { DEPLOYMENT_REFUSALS as REFUSALS } from './deployment-refusals.ts';
import type { DeploymentReport, Estimates } from './deployment-report.ts';
import { type DeploymentState, isKept, statusOf } from './deployment-state.ts';
import { isNotBefore } from './deployment-status.ts';
import { isConsignment, leaderOf } from './mission.ts';
import { isEnded, type Progress, stepTo } from './progress.ts';

/** @returns the event that tells the partner how things stand now, or after `progress`. */
export const reportEvent = (
  state: DeploymentState,
  { now, newId }: Circumstances,
  { progress = state.progress, ...said }: Partial<Omit<DeploymentReport, 'messageId' | 'sentAt'>> = {},
): Extract<DeploymentEvent, { type: 'statusReported' }> => ({
  type: 'statusReported',
  report: { at: now, estimates: state.estimates, ...said, progress, messageId: newId(), sentAt: now },
  stepped: progress.status !== state.progress.status,
});

/** @returns whether the team may leave for home at that moment: let go, called back with consent, or its time is over. */
const mayLeave = (state: DeploymentState, at: string): boolean => {
  const answer = state.recall?.answer;
  const provisional = answer?.response === 'provisional' && at >= answer.availableFrom;
  return !isKept(state) || provisional || at >= state.agreedReturn;
};

/** Teams are not delivered, and goods do not work. */
const NOT_FOR = { teams: 'delivered', goods: 'working' } as const;

const timeRefusal = ({ at }: ReportDetails, { progress }: DeploymentState, now: string) => {
  if (at > now) return refuse(REFUSALS.inFuture, { at, now }, '/at');
  return at < progress.since ? refuse(REFUSALS.beforePrevious, { at, previous: progress.since }, '/at') : undefined;
};

const noSuchStep = (from: Progress['status'], to: Progress['status']) =>
  refuse(REFUSALS.noSuchStep, { status: from, step: to }, '/status');

const corrected = (known: Estimates, given: ReportDetails['estimates'] = {}): Estimates => {
  const returnArrival = given.returnArrival ?? known.returnArrival;
  return {
    departure: given.departure ?? known.departure,
    arrival: given.arrival ?? known.arrival,
    ...(returnArrival === undefined ? {} : { returnArrival }),
  };
};

/** A leader speaks for the own team only. */
const speakerRefusal = (
  { mission }: DeploymentState,
  { as }: DeploymentCommandOf<'report' | 'check-in'>,
  { actor }: Circumstances,
) => {
  const isLeader = actor.kind === 'person' && actor.id === leaderOf(mission);
  return as === 'leader' && !isLeader ? refuse(REFUSALS.notLeader) : undefined;
};

/** The team leader, or the duty room for whoever telephoned, says that all is well: a report of now that takes the mission no further. */
export const decideCheckIn = (
  state: DeploymentState,
  command: DeploymentCommandOf<'check-in'>,
  circumstances: Circumstances,
): Decision<DeploymentEvent> => {
  const notLeader = speakerRefusal(state, command, circumstances);
  if (notLeader) return notLeader;
  return state.phase === 'active'
    ? accept(reportEvent(state, circumstances, command.remarks))
    : refuse(REFUSALS.notOnMission, { status: statusOf(state) });
};

/** The team leader, or the duty room, reports a step or how things stand. */
export const decideReport = (
  state: DeploymentState,
  command: DeploymentCommandOf<'report'>,
  circumstances: Circumstances,
): Decision<DeploymentEvent> => {
  const { details } = command;
  const { now } = circumstances;
  const notLeader = speakerRefusal(state, command, circumstances);
  if (notLeader) return notLeader;
  const { status, at, estimates, ...said } = details;
  const badTime = timeRefusal(details, state, now);
  if (badTime) return badTime;
  const progress =
    status === NOT_FOR[isConsignment(state.mission) ? 'goods' : 'teams']
      ? undefined
      : stepTo(state.progress, status, at);
  if (!progress || state.phase === 'closed') return noSuchStep(state.progress.status, status);
  if (status === 'returning' && state.progress.status !== status && !mayLeave(state, at))
    return refuse(REFUSALS.notFreeToReturn, { until: state.agreedReturn }, '/status');
  return accept(
    reportEvent(state, circumstances, { ...said, at, progress, estimates: corrected(state.estimates, estimates) }),
  );
};

/** The owner says how things stand: it knows, so only a step back is not believed. */
export const decideReceiveReport = (
  state: DeploymentState,
  { report, answers }: DeploymentCommandOf<'receive-report'>,
): Decision<DeploymentEvent> => {
  const { status } = report.progress;
  const isOver = isEnded(state.progress) && status !== state.progress.status;
  if (isOver || !isNotBefore(status, state.progress.status)) return noSuchStep(state.progress.status, status);
  return accept({
    type: 'statusReported',
    report,
    stepped: status !== state.progress.status,
    ...(answers === undefined ? {} : { answers }),
  });
};

/** The requester asks how things stand. */
export const decideAskStatus = (
  _state: DeploymentState,
  _command: DeploymentCommandOf<'ask-status'>,
  { now, newId }: Circumstances,
): Decision<DeploymentEvent> => accept({ type: 'statusAsked', messageId: newId(), askedAt: now });

/** The requester asked how things stand: answered at once, without a person. */
export const decideReceiveStatusRequest = (
  state: DeploymentState,
  { messageId, askedAt }: DeploymentCommandOf<'receive-status-request'>,
  circumstances: Circumstances,
): Decision<DeploymentEvent> =>
  accept<DeploymentEvent>(
    { type: 'statusAsked', messageId, askedAt },
    { ...reportEvent(state, circumstances), answers: messageId },
  );
