import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { decideAnswerFromPackage } from './answer-from-package.ts';
import { conclusion } from './conclusion.ts';
import { decideAnswer, decideReceiveDecline, decideWithdrawAnswer } from './decide-answer.ts';
import { decideAnswerAutomatically } from './decide-automatic-answer.ts';
import { decideCommit, decideRefuseRequisition } from './decide-commitment.ts';
import { decideReceive, decideReceiveCancellation, decideReceiveUpdate } from './decide-reception.ts';
import { decideReceiveRequisition } from './decide-requisition.ts';
import { evolveReceivedRequest } from './evolve-received-request.ts';
import { withLotsFreed } from './held-lots.ts';
import { decideClockRanOut } from './received-request-clock.ts';
import type { ReceivedRequestCommand, ReceivedRequestCommandOf } from './received-request-commands.ts';
import type { ReceivedRequestEvent } from './received-request-events.ts';
import { runningDeployments } from './received-request-items.ts';
import { RECEIVED_REQUEST_REFUSALS as REFUSALS } from './received-request-refusals.ts';
import { isOpen, type ReceivedRequestState } from './received-request-state.ts';

type Decided = Decision<ReceivedRequestEvent>;

/** A team is home, or was called off. It is the deployment that knows; here it is noted. */
const decideDeploymentEnded = (
  state: ReceivedRequestState,
  { deploymentId, at }: ReceivedRequestCommandOf<'deployment-ended'>,
  { now }: Circumstances,
): Decided => {
  if (!runningDeployments(state).some((begun) => begun.deploymentId === deploymentId)) return accept();
  const ended: ReceivedRequestEvent = { type: 'deploymentEnded', deploymentId, at };
  return accept(ended, ...conclusion(evolveReceivedRequest(state, ended), now));
};

const decideArchive = (state: ReceivedRequestState, now: string): Decided => {
  if (isOpen(state)) return refuse(REFUSALS.notEnded, { status: state.status });
  return state.status === 'archived' ? accept() : accept({ type: 'receivedRequestArchived', at: now });
};

const decideMessageFailed = (
  { type: _type, ...failure }: ReceivedRequestCommandOf<'message-failed'>,
  now: string,
): Decided => accept({ type: 'receivedRequestMessageFailed', failure: { ...failure, at: now } });

type Beginning = 'receive' | 'receive-requisition';

/** Decides on a request that is here; what the requester says must come from the city that placed it. */
const decideKnown = (
  state: ReceivedRequestState,
  command: Exclude<ReceivedRequestCommand, { type: Beginning }>,
  circumstances: Circumstances,
): Decided => {
  switch (command.type) {
    case 'receive-update':
      return decideReceiveUpdate(state, command, circumstances);
    case 'receive-cancellation':
      return decideReceiveCancellation(state, command, circumstances);
    case 'receive-decline':
      return decideReceiveDecline(state, command, circumstances);
    case 'answer':
      return decideAnswer(state, command, circumstances);
    case 'answer-from-package':
      return decideAnswerFromPackage(state, command, circumstances);
    case 'answer-automatically':
      return decideAnswerAutomatically(state, command, circumstances);
    case 'withdraw-answer':
      return decideWithdrawAnswer(state, command, circumstances);
    case 'commit':
      return decideCommit(state, command, circumstances);
    case 'refuse-requisition':
      return decideRefuseRequisition(state, command, circumstances);
    case 'deployment-ended':
      return decideDeploymentEnded(state, command, circumstances);
    case 'archive':
      return decideArchive(state, circumstances.now);
    case 'clock-ran-out':
      return decideClockRanOut(state, circumstances);
    case 'message-failed':
      return decideMessageFailed(command, circumstances.now);
  }
};

/** Decides on any command on a request that a partner city placed, or may have placed, with this one. */
export const decideReceivedRequest = (
  state: ReceivedRequestState | undefined,
  command: ReceivedRequestCommand,
  circumstances: Circumstances,
): Decided => {
  const requester = state?.placed.requestedBy.city;
  if ('from' in command && requester !== undefined && command.from !== requester)
    return refuse(REFUSALS.notParty, { from: command.from, requester });
  if (command.type === 'receive') return decideReceive(state, command, circumstances);
  if (command.type === 'receive-requisition') return decideReceiveRequisition(state, command, circumstances);
  if (!state) return refuse(REFUSALS.notFound);
  const decided = decideKnown(state, command, circumstances);
  return decided.accepted ? accept(...withLotsFreed(state, decided.events)) : decided;
};
