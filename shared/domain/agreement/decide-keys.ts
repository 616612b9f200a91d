import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { type AgreementDecision, onSigned, onSignedFromPartner, ownAct, receivedAct } from './agreement-checks.ts';
import type { ReceiveKeyRotation, RotateKey } from './agreement-commands.ts';
import { AGREEMENT_REFUSALS as REFUSALS } from './agreement-refusals.ts';
import type { AgreementState } from './agreement-state.ts';

/** This city announces the key it will sign with. */
export const rotateKey = (
  state: AgreementState | undefined,
  { key }: RotateKey,
  circumstances: Circumstances,
): AgreementDecision =>
  onSigned(state, ({ keys }) =>
    keys[circumstances.city]?.keyId === key.keyId
      ? refuse(REFUSALS.sameKey, {}, '/jwk')
      : accept({ type: 'keyRotated', ...ownAct(circumstances), key }),
  );

/** That the message is signed with the key pinned so far is the exchange's to check, as with every message. */
export const receiveKeyRotation = (
  state: AgreementState | undefined,
  command: ReceiveKeyRotation,
  circumstances: Circumstances,
): AgreementDecision =>
  onSignedFromPartner(state, command, circumstances, () =>
    accept({ type: 'keyRotated', ...receivedAct(command, circumstances), key: command.key }),
  );
