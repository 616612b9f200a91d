import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { decideDeclineAnswer, decideReceiveAnswer, decideReceiveWithdrawal } from './decide-answers.ts';
import { decideClockRanOut, decideMessageFailed } from './decide-clock.ts';
import { decideClose, decideFollowUp } from './decide-closing.ts';
import { decideDeploymentEnded, decideReceiveCommitment } from './decide-commitment.ts';
import { decideApprove, decideDraft, decideDraftFromPlan, decideRevise, decideSendBack } from './decide-draft.ts';
import { decideTakeUpOffer } from './decide-offer.ts';
import { decideDispatch, decideNoteTask, decideSource } from './decide-own-help.ts';
import { decidePlace } from './decide-placement.ts';
import { decideCancel, decideUpdate } from './decide-recall.ts';
import { decideRequisition } from './decide-requisition.ts';
import type { RequestDecision } from './deciding.ts';
import type { RequestCommand, RequestCommandOf } from './request-commands.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import type { RequestState } from './request-state.ts';
import { verdictOn } from './verdict.ts';

type Creating = 'draft' | 'draft-from-plan' | 'take-up-offer';
type Decide<T extends RequestCommand['type']> = (
  state: T extends Creating ? RequestState | undefined : RequestState,
  command: RequestCommandOf<T>,
  circumstances: Circumstances,
) => RequestDecision;

const CREATE: { readonly [T in Creating]: Decide<T> } = {
  draft: decideDraft,
  'draft-from-plan': decideDraftFromPlan,
  'take-up-offer': decideTakeUpOffer,
};

const CHANGE: { readonly [T in Exclude<RequestCommand['type'], Creating>]: Decide<T> } = {
  revise: decideRevise,
  approve: decideApprove,
  'send-back': decideSendBack,
  place: decidePlace,
  dispatch: decideDispatch,
  source: decideSource,
  'note-task': decideNoteTask,
  update: decideUpdate,
  cancel: decideCancel,
  'receive-answer': decideReceiveAnswer,
  'receive-answer-withdrawal': decideReceiveWithdrawal,
  'decline-answer': decideDeclineAnswer,
  requisition: decideRequisition,
  'receive-commitment': decideReceiveCommitment,
  'deployment-ended': decideDeploymentEnded,
  'follow-up': decideFollowUp,
  close: decideClose,
  'clock-ran-out': decideClockRanOut,
  'message-failed': decideMessageFailed,
};

const decideCommand = (
  state: RequestState | undefined,
  command: RequestCommand,
  circumstances: Circumstances,
): RequestDecision => {
  const { type } = command;
  if (type === 'draft' || type === 'draft-from-plan' || type === 'take-up-offer')
    return (CREATE[type] as Decide<Creating>)(state, command, circumstances);
  if (!state) return refuse(REQUEST_REFUSALS.notFound);
  return (CHANGE[type] as Decide<RequestCommand['type']>)(state, command, circumstances);
};

/** Decides a command on a request, and what its events mean for the request as a whole. Pure. */
export const decideRequest = (
  state: RequestState | undefined,
  command: RequestCommand,
  circumstances: Circumstances,
): RequestDecision => {
  const decision = decideCommand(state, command, circumstances);
  if (!decision.accepted) return decision;
  return accept(...decision.events, ...verdictOn(state, decision.events, circumstances.now));
};
