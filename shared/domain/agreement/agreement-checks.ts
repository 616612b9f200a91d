import type { CityCode } from '../kernel/city-code.ts';
import { type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Received } from './agreement-commands.ts';
import type { AgreementEvent } from './agreement-events.ts';
import { AGREEMENT_REFUSALS as REFUSALS } from './agreement-refusals.ts';
import {
  type AgreementState,
  type AgreementStatus,
  isSigned,
  partnerOf,
  type RepresentativeSignature,
  type SignedAgreement,
} from './agreement-state.ts';
import type { AgreementTerms } from './agreement-terms.ts';

export type AgreementDecision = Decision<AgreementEvent>;
type Refused = ReturnType<typeof refuse>;

/** The role that may bind the city; the one name the domain and the roles of the API share. */
const REPRESENTATIVE = 'representative';

/** Decides what binds the city, for a person who may bind it. */
export const asRepresentative = (
  { actor }: Circumstances,
  decide: (representative: RepresentativeSignature['representative']) => AgreementDecision,
): AgreementDecision =>
  actor.kind === 'person' && actor.roles.includes(REPRESENTATIVE)
    ? decide({ id: actor.id, name: actor.name })
    : refuse(REFUSALS.notRepresentative);

/** Decides on an agreement that both cities have signed. */
export const onSigned = (
  state: AgreementState | undefined,
  decide: (agreement: SignedAgreement) => AgreementDecision,
): AgreementDecision => {
  if (!state) return refuse(REFUSALS.unknown);
  return isSigned(state) ? decide(state) : refuse(REFUSALS.wrongStatus, { status: state.status });
};

/** Decides on what the partner tells of a signed agreement. */
export const onSignedFromPartner = (
  state: AgreementState | undefined,
  { from }: Received,
  { city }: Circumstances,
  decide: (agreement: SignedAgreement) => AgreementDecision,
): AgreementDecision =>
  onSigned(state, (agreement) =>
    partnerOf(agreement, city) === from ? decide(agreement) : refuse(REFUSALS.notAParty, { city: from }),
  );

/** @returns a refusal unless the agreement has one of these statuses. */
export const unlessStatus = (
  { status }: AgreementState,
  ...allowed: readonly AgreementStatus[]
): Refused | undefined => (allowed.includes(status) ? undefined : refuse(REFUSALS.wrongStatus, { status }));

/** @returns what cities may not sign, whoever proposes it; pointers are into a command with `terms`. */
export const termsRefusal = (terms: AgreementTerms, now: Instant): Refused | undefined => {
  if (terms.validUntil <= now) return refuse(REFUSALS.validityOver, { until: terms.validUntil }, '/terms/validUntil');
  const outside = terms.preAuthorised.findIndex(({ kind }) => !terms.resourceKinds.includes(kind));
  const kind = terms.preAuthorised[outside]?.kind;
  return kind && refuse(REFUSALS.preAuthorisationOutOfScope, { kind }, `/terms/preAuthorised/${outside}/kind`);
};

/** @returns what is wrong with a signature that came with a message, given the digest of the terms it must be under. */
export const signatureRefusal = (
  signature: RepresentativeSignature,
  { from, messageId }: Received,
  termsDigest: string,
): Refused | undefined => {
  if (signature.city !== from || signature.messageId !== messageId) return refuse(REFUSALS.signatureMismatch);
  return signature.termsDigest === termsDigest ? undefined : refuse(REFUSALS.digestMismatch);
};

/** @returns a fresh signature of a representative of this city. */
export const signatureOf = (
  representative: RepresentativeSignature['representative'],
  termsDigest: string,
  { city, now, newId }: Circumstances,
): RepresentativeSignature => ({ city, representative, signedAt: now, termsDigest, messageId: newId() });

/** Who did a one-sided thing, when, and with which message the other city is told. */
interface Act {
  readonly by: CityCode;
  readonly at: Instant;
  readonly notedAt: Instant;
  readonly messageId: string;
}

/** @returns the act of this city, now. */
export const ownAct = ({ city, now, newId }: Circumstances): Act => ({
  by: city,
  at: now,
  notedAt: now,
  messageId: newId(),
});

/** @returns the act of the city a message came from, at the time it gave. */
export const receivedAct = ({ from, at, messageId }: Received, { now }: Circumstances): Act => ({
  by: from,
  at,
  notedAt: now,
  messageId,
});
