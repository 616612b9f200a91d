import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { decideClock } from './call-out-clock.ts';
import type { CallOutCommand, CallOutCommandOf } from './call-out-commands.ts';
import type { CallOutEvent } from './call-out-events.ts';
import { CALL_OUT_REFUSALS as REFUSALS } from './call-out-refusals.ts';
import { type CallOutState, type Invitee, invitationOf, type OpenCallOut } from './call-out-state.ts';
import { decideAnswer, decideProposalAnswer, notSo } from './decide-answer.ts';
import { decideOpen } from './decide-opening.ts';
import { decideAppraisal, decideClaim, decideConfirmation, decideOpinion } from './decide-service.ts';
import { type Invitation, isPending } from './invitation.ts';
import { inviteExperts } from './invite-experts.ts';

type CallOutDecision = Decision<CallOutEvent>;
type LaterCommand = Exclude<CallOutCommand, { readonly type: 'open' }>;
type Decide<T extends LaterCommand['type']> = (
  callOut: OpenCallOut,
  command: CallOutCommandOf<T>,
  circumstances: Circumstances,
) => CallOutDecision;

const about = (
  callOut: OpenCallOut,
  who: Invitee,
  decide: (invitation: Invitation) => CallOutDecision,
): CallOutDecision => {
  const invitation = invitationOf(callOut, who);
  return invitation ? decide(invitation) : refuse(REFUSALS.notInvited);
};

const urge: Decide<'urge'> = ({ invitations }, _command, { now }) => {
  const expertIds = invitations.filter(({ status }) => status === 'invited').map(({ expert }) => expert.expertId);
  return expertIds.length === 0
    ? refuse(REFUSALS.nobodyToUrge)
    : accept({ type: 'invitationsUrged', expertIds, at: now });
};

const withdraw: Decide<'withdraw-invitation'> = (callOut, { expertId, reason }, { now }) =>
  about(callOut, { expertId }, (invitation) =>
    isPending(invitation) ? accept({ type: 'invitationWithdrawn', expertId, reason, at: now }) : notSo(invitation),
  );

const close: Decide<'close'> = ({ invitations }, _command, { now }) => {
  for (const invitation of invitations) {
    const { status } = invitation;
    const parameters = { expert: invitation.expert.name };
    if (isPending(invitation)) return refuse(REFUSALS.unsettled, { ...parameters, status });
    if (invitation.status !== 'opinion-given') continue;
    if (invitation.fee && !invitation.fee.confirmation) return refuse(REFUSALS.feeOpen, parameters);
    if (!invitation.appraisal) return refuse(REFUSALS.notAppraised, parameters);
  }
  return accept({ type: 'callOutClosed', at: now });
};

const DECISIONS: { readonly [T in LaterCommand['type']]: Decide<T> } = {
  invite: ({ invitations }, { candidates, replyBy }, { now }) =>
    inviteExperts({ candidates, before: invitations, replyBy, now }),
  urge,
  answer: (callOut, { who, answer }, { now }) =>
    about(callOut, who, (invitation) => decideAnswer(invitation, answer, now)),
  'answer-proposal': (callOut, { expertId, decision }, { now }) =>
    about(callOut, { expertId }, (invitation) => decideProposalAnswer(invitation, decision, now)),
  'withdraw-invitation': withdraw,
  'give-opinion': (callOut, command, circumstances) =>
    about(callOut, command.who, (invitation) => decideOpinion(invitation, command, circumstances)),
  'claim-fee': (callOut, { who, claim }, circumstances) =>
    about(callOut, who, (invitation) => decideClaim(invitation, claim, circumstances)),
  'confirm-fee': (callOut, { expertId, confirmation }, circumstances) =>
    about(callOut, { expertId }, (invitation) => decideConfirmation(invitation, confirmation, circumstances)),
  appraise: (callOut, { expertId, appraisal }, circumstances) =>
    about(callOut, { expertId }, (invitation) => decideAppraisal(invitation, appraisal, circumstances)),
  close,
  cancel: (_callOut, { reason }, { now }) => accept({ type: 'callOutCancelled', reason, at: now }),
  'clock-ran-out': (callOut, _command, { now }) => decideClock(callOut, now),
};

const decideLater = <T extends LaterCommand['type']>(
  type: T,
  callOut: OpenCallOut,
  command: CallOutCommandOf<T>,
  circumstances: Circumstances,
): CallOutDecision => DECISIONS[type](callOut, command, circumstances);

/** @returns what a command on a call-out comes to. */
export const decideCallOut = (
  callOut: CallOutState | undefined,
  command: CallOutCommand,
  circumstances: Circumstances,
): CallOutDecision => {
  if (command.type === 'open') return callOut ? refuse(REFUSALS.exists) : decideOpen(command, circumstances);
  if (!callOut) return refuse(REFUSALS.unknown);
  if (callOut.status === 'open') return decideLater(command.type, callOut, command, circumstances);
  return command.type === 'clock-ran-out' ? accept() : refuse(REFUSALS.notOpen, { status: callOut.status });
};
