import { acceptedKey } from '../../shared/domain/agreement/agreement-keys.ts';
import { standingRefusal } from '../../shared/domain/agreement/agreement-scope.ts';
import { type AgreementState, type CityKey, partnerOf } from '../../shared/domain/agreement/agreement-state.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Refusal } from '../../shared/domain/kernel/refusal.ts';
import type { Envelope } from '../../shared/exchange/envelope.ts';
import { authorityOf } from '../../shared/exchange/message-contracts.ts';
import type { MessageType } from '../../shared/exchange/message-schemas.ts';
import type { Verifier } from '../../shared/exchange/ports.ts';
import { QUARANTINE } from '../../shared/exchange/quarantine-reasons.ts';
import { hasValidSignature } from '../../shared/exchange/signature.ts';

/** Whether a message may be applied: `verified` says that its sender is proven, so that a refusal can be told to it. */
export type Authority =
  | { readonly verified: true; readonly refusal?: Refusal }
  | { readonly verified: false; readonly refusal: Refusal };

interface Presented {
  readonly envelope: Envelope;
  readonly type: MessageType;
  /** The key a proposal, countersignature or first receipt brings along. */
  readonly keyInBody: CityKey | undefined;
  readonly agreement: AgreementState | undefined;
  readonly city: string;
}

/**
 * Which key must have signed: the one pinned by the agreement; a key brought along only where its fingerprint is the one the
 * proposer was told by telephone, or on a proposal, whose fingerprint the representative compares before signing.
 */
const expectedKey = ({ envelope, type, keyInBody, agreement, city }: Presented, now: Instant): CityKey | Refusal => {
  const { from, signature } = envelope;
  const unknownKey: Refusal = { reason: QUARANTINE.unknownKey, parameters: { from, keyId: signature.keyId } };
  if (type === 'AgreementProposed') return keyInBody ?? unknownKey;
  if (!agreement || partnerOf(agreement, city) !== from)
    return { reason: QUARANTINE.unknownAgreement, parameters: { from, agreement: envelope.agreement ?? '' } };
  if (agreement.keys[from]) return acceptedKey(agreement, from, signature.keyId, now) ?? unknownKey;
  return keyInBody && keyInBody.keyId === agreement.partnerKeyId ? keyInBody : unknownKey;
};

/** Checks signature and agreement: a pinned, valid signature first, then whether the agreement lets the message in. */
export const checkAuthority = async (
  presented: Presented,
  verifier: Verifier,
  now: Instant,
  hasAgreementWith: (city: CityCode) => Promise<boolean>,
): Promise<Authority> => {
  const key = expectedKey(presented, now);
  if ('reason' in key) return { verified: false, refusal: await orUnknownCity(key, presented, hasAgreementWith) };
  if (!(await hasValidSignature(presented.envelope, key, verifier)))
    return { verified: false, refusal: { reason: QUARANTINE.forgedSignature, parameters: {} } };
  const { agreement, type, envelope } = presented;
  const needed = authorityOf(type, envelope.body) === 'usable-agreement' && agreement;
  const refusal = needed ? standingRefusal(needed, now) : undefined;
  return refusal ? { verified: true, refusal } : { verified: true };
};

/** A city without any agreement is a stranger, which says more than that its agreement is not known. */
const orUnknownCity = async (
  refusal: Refusal,
  { envelope: { from } }: Presented,
  hasAgreementWith: (city: CityCode) => Promise<boolean>,
): Promise<Refusal> =>
  refusal.reason === QUARANTINE.unknownAgreement && !(await hasAgreementWith(from))
    ? { reason: QUARANTINE.unknownCity, parameters: { from } }
    : refusal;
