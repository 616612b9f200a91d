import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { DeploymentCommandOf } from './deployment-commands.ts';
import type { DeploymentEvent } from './deployment-events.ts';
import { DEPLOYMENT_REFUSALS as REFUSALS } from './deployment-refusals.ts';
import { type DeploymentState, isKept, openExtension, returnDue } from './deployment-state.ts';
import { keptRefusal } from './kept-refusal.ts';
import { isConsignment } from './mission.ts';

/** The answer that needs no person: what was asked crossed with the news that the team is on its way home or free to go. */
const TOO_LATE = '队伍已放行或已返程，无法延期。 The team has been let go or has left for home; it cannot stay longer.';

/** Whoever may bind the city may still ask when the team should have left. */
const isTooLate = (state: DeploymentState, { now, actor }: Circumstances): boolean =>
  returnDue(state) <= now && !(actor.kind === 'person' && actor.roles.includes('representative'));

/** The requester asks to keep the team longer, before its time is over. */
export const decideAskExtension = (
  state: DeploymentState,
  { until, reason }: DeploymentCommandOf<'ask-extension'>,
  circumstances: Circumstances,
): Decision<DeploymentEvent> => {
  const { now, newId } = circumstances;
  if (isConsignment(state.mission)) return refuse(REFUSALS.goodsDoNotStay);
  const notKept = keptRefusal(state);
  if (notKept) return notKept;
  if (openExtension(state)) return refuse(REFUSALS.alreadyAsked);
  if (isTooLate(state, circumstances)) return refuse(REFUSALS.extensionTooLate, { limit: returnDue(state) });
  if (until <= state.agreedReturn) return refuse(REFUSALS.notLonger, { agreed: state.agreedReturn }, '/until');
  if (until <= now) return refuse(REFUSALS.passed, { at: until, now }, '/until');
  return accept({ type: 'extensionAsked', question: { messageId: newId(), askedAt: now, until, reason } });
};

/** The requester asked to keep the team longer: people decide, unless there is nothing left to decide. */
export const decideReceiveExtensionRequest = (
  state: DeploymentState,
  { question }: DeploymentCommandOf<'receive-extension-request'>,
  { now, newId }: Circumstances,
): Decision<DeploymentEvent> => {
  const asked: DeploymentEvent = { type: 'extensionAsked', question };
  if (isKept(state)) return accept(asked);
  const answering = { messageId: newId(), question: question.messageId, answeredAt: now, until: question.until };
  return accept<DeploymentEvent>(asked, {
    type: 'extensionAnswered',
    answer: { response: 'decline', ...answering, reason: TOO_LATE },
  });
};

/** The owner lets its team stay, or not. */
export const decideAnswerExtension = (
  state: DeploymentState,
  { decision }: DeploymentCommandOf<'answer-extension'>,
  { now, newId }: Circumstances,
): Decision<DeploymentEvent> => {
  const open = openExtension(state);
  if (!open) return refuse(REFUSALS.nothingAsked);
  const { messageId: question, until } = open.question;
  return accept({
    type: 'extensionAnswered',
    answer: { ...decision, messageId: newId(), question, answeredAt: now, until },
  });
};

/** The owner has answered. */
export const decideReceiveExtensionAnswer = (
  _state: DeploymentState,
  { answer }: DeploymentCommandOf<'receive-extension-answer'>,
): Decision<DeploymentEvent> => accept({ type: 'extensionAnswered', answer });
