import type { ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import type { AgreementDecision } from './agreement-checks.ts';
import type { AgreementCommand } from './agreement-commands.ts';
import { AGREEMENT_REFUSALS as REFUSALS } from './agreement-refusals.ts';
import type { AgreementState } from './agreement-state.ts';
import {
  proposeAmendment,
  receiveAmendment,
  receiveAmendmentRefusal,
  receiveAmendmentSignature,
  refuseAmendment,
  signAmendment,
} from './decide-amendment.ts';
import { receiveKeyRotation, rotateKey } from './decide-keys.ts';
import {
  countersign,
  propose,
  receiveCountersignature,
  receiveProposal,
  receiveRefusal,
  refuseProposal,
} from './decide-signing.ts';
import {
  activate,
  receiveActivation,
  receiveResumption,
  receiveStandDown,
  receiveSuspension,
  receiveTermination,
  resume,
  standDown,
  suspend,
  terminate,
} from './decide-standing.ts';

type State = AgreementState | undefined;

/** Turns validity dates into status; a clock that rings too early, or once more, changes nothing. */
const clockRanOut = (state: State, _: ClockRanOut, { now }: Circumstances): AgreementDecision => {
  if (!state) return refuse(REFUSALS.unknown);
  const { status, terms } = state;
  const isOver = terms.validUntil <= now;
  if (isOver && status === 'proposed') return accept({ type: 'proposalLapsed', notedAt: now });
  if (isOver && (status === 'signed' || status === 'in-force' || status === 'suspended'))
    return accept({ type: 'agreementExpired', notedAt: now });
  return status === 'signed' && terms.validFrom <= now ? accept({ type: 'validityBegan', notedAt: now }) : accept();
};

const messageFailed = (state: State, command: MessageFailed, { now }: Circumstances): AgreementDecision => {
  if (!state) return refuse(REFUSALS.unknown);
  const { messageId, city, code, reason } = command;
  return accept({ type: 'messageFailed', failure: { messageId, city, code, reason, at: now } });
};

type Decide<T> = (
  state: State,
  command: Extract<AgreementCommand, { readonly type: T }>,
  circumstances: Circumstances,
) => AgreementDecision;

const DECISIONS: { readonly [T in AgreementCommand['type']]: Decide<T> } = {
  propose,
  countersign,
  refuse: refuseProposal,
  'propose-amendment': proposeAmendment,
  'sign-amendment': signAmendment,
  'refuse-amendment': refuseAmendment,
  suspend,
  resume,
  terminate,
  activate,
  'stand-down': standDown,
  'rotate-key': rotateKey,
  'receive-proposal': receiveProposal,
  'receive-countersignature': receiveCountersignature,
  'receive-refusal': receiveRefusal,
  'receive-amendment': receiveAmendment,
  'receive-amendment-signature': receiveAmendmentSignature,
  'receive-amendment-refusal': receiveAmendmentRefusal,
  'receive-suspension': receiveSuspension,
  'receive-resumption': receiveResumption,
  'receive-termination': receiveTermination,
  'receive-activation': receiveActivation,
  'receive-stand-down': receiveStandDown,
  'receive-key-rotation': receiveKeyRotation,
  'clock-ran-out': clockRanOut,
  'message-failed': messageFailed,
};

/** @returns what a command on an agreement comes to. */
export const decideAgreement = (
  state: State,
  command: AgreementCommand,
  circumstances: Circumstances,
): AgreementDecision => (DECISIONS[command.type] as Decide<AgreementCommand['type']>)(state, command, circumstances);
