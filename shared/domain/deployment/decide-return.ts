import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { reportEvent } from './decide-report.ts';
import type { DeploymentCommandOf } from './deployment-commands.ts';
import type { DeploymentEvent } from './deployment-events.ts';
import { DEPLOYMENT_REFUSALS as REFUSALS } from './deployment-refusals.ts';
import { type DeploymentState, isKept, openRecall } from './deployment-state.ts';
import { keptRefusal } from './kept-refusal.ts';
import { isLent } from './mission.ts';

/** @returns the event that calls off a team that has not departed, if it has not. */
const calledOff = (state: DeploymentState, circumstances: Circumstances): readonly DeploymentEvent[] =>
  state.progress.status === 'mobilising'
    ? [reportEvent(state, circumstances, { progress: { status: 'cancelled', since: circumstances.now } })]
    : [];

/** The owner wants its team back. */
export const decideAskReturn = (
  state: DeploymentState,
  { by, reason }: DeploymentCommandOf<'ask-return'>,
  { now, newId }: Circumstances,
): Decision<DeploymentEvent> => {
  const notKept = keptRefusal(state);
  if (notKept) return notKept;
  if (openRecall(state)) return refuse(REFUSALS.alreadyAsked);
  if (by < now) return refuse(REFUSALS.passed, { at: by, now }, '/by');
  return accept({ type: 'returnAsked', question: { messageId: newId(), askedAt: now, by, reason } });
};

/** The owner wants its team back: people decide, unless the team has been let go already. */
export const decideReceiveReturnRequest = (
  state: DeploymentState,
  { question }: DeploymentCommandOf<'receive-return-request'>,
  { now, newId }: Circumstances,
): Decision<DeploymentEvent> => {
  const asked: DeploymentEvent = { type: 'returnAsked', question };
  if (isKept(state)) return accept(asked);
  return accept<DeploymentEvent>(asked, {
    type: 'returnAnswered',
    answer: { response: 'accept', messageId: newId(), question: question.messageId, answeredAt: now },
  });
};

/** The requester lets the team be called back, or not, or later. */
export const decideAnswerReturn = (
  state: DeploymentState,
  { decision }: DeploymentCommandOf<'answer-return'>,
  { now, newId }: Circumstances,
): Decision<DeploymentEvent> => {
  const open = openRecall(state);
  if (!open) return refuse(REFUSALS.nothingAsked);
  return accept({
    type: 'returnAnswered',
    answer: { ...decision, messageId: newId(), question: open.question.messageId, answeredAt: now },
  });
};

/** The requester has answered; with its consent a team that is still mobilising stays where it is. */
export const decideReceiveReturnAnswer = (
  state: DeploymentState,
  { answer }: DeploymentCommandOf<'receive-return-answer'>,
  circumstances: Circumstances,
): Decision<DeploymentEvent> => {
  const consented = answer.response === 'accept' && state.recall?.question.messageId === answer.question;
  return accept<DeploymentEvent>(
    { type: 'returnAnswered', answer },
    ...(consented ? calledOff(state, circumstances) : []),
  );
};

/** The requester lets the team go; the owner's report then tells whether it turned back or never left. Of an own team nobody else needs to tell. */
export const decideRelease = (
  state: DeploymentState,
  { note }: DeploymentCommandOf<'release'>,
  circumstances: Circumstances,
): Decision<DeploymentEvent> => {
  const { now, newId } = circumstances;
  const notKept = keptRefusal(state);
  if (notKept) return notKept;
  const release = { messageId: newId(), releasedAt: now, ...(note === undefined ? {} : { note }) };
  return accept<DeploymentEvent>(
    { type: 'teamReleased', release },
    ...(isLent(state.mission) ? [] : calledOff(state, circumstances)),
  );
};

/** The requester has let the team go; one that is still mobilising stays where it is. */
export const decideReceiveRelease = (
  state: DeploymentState,
  { release }: DeploymentCommandOf<'receive-release'>,
  circumstances: Circumstances,
): Decision<DeploymentEvent> =>
  accept<DeploymentEvent>({ type: 'teamReleased', release }, ...calledOff(state, circumstances));
