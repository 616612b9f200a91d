import type { ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Amendment, CityKey, RepresentativeSignature } from './agreement-state.ts';
import type { AgreementTerms } from './agreement-terms.ts';

/** Which message a received command came with: its verified sender, its id, and when its sender issued it. */
export interface Received {
  readonly from: CityCode;
  readonly messageId: string;
  readonly at: Instant;
}

interface Reasoned {
  readonly reason: string;
}

/** Begins an agreement. Digests are computed outside: the domain knows no cryptography. */
export interface Propose {
  readonly type: 'propose';
  readonly id: string;
  readonly partner: CityCode;
  readonly terms: AgreementTerms;
  readonly termsDigest: string;
  /** This city's own key. */
  readonly key: CityKey;
  /** Fingerprint of the partner's key, as its duty room read it out on the telephone. */
  readonly partnerKeyId: string;
  readonly exercise: boolean;
}

export interface Countersign {
  readonly type: 'countersign';
  readonly key: CityKey;
  /** Fingerprint of the proposer's key, as its duty room read it out on the telephone. */
  readonly proposerKeyId: string;
}

export interface RefuseProposal extends Reasoned {
  readonly type: 'refuse';
  readonly key: CityKey;
}

export interface ProposeAmendment {
  readonly type: 'propose-amendment';
  readonly terms: AgreementTerms;
  readonly termsDigest: string;
}

export interface SignAmendment {
  readonly type: 'sign-amendment';
  readonly amendmentId: string;
}

export interface RefuseAmendment extends Reasoned {
  readonly type: 'refuse-amendment';
  readonly amendmentId: string;
}

export interface Suspend extends Reasoned {
  readonly type: 'suspend';
}

export interface Resume extends Reasoned {
  readonly type: 'resume';
}

export interface Terminate extends Reasoned {
  readonly type: 'terminate';
}

/** A representative's order, given beforehand, on which the city's clock declares and stands down. */
export interface StandingOrder {
  readonly ruleId: string;
}

/** Arms an agreement that works on declaration only. */
export interface Activate extends Reasoned {
  readonly type: 'activate';
  /** Left out: a representative does it in person. */
  readonly order?: StandingOrder;
  /** Number of the declaration, as the document has it. */
  readonly number: string;
}

/** Ends a declaration, whichever city made it. */
export interface StandDown extends Reasoned {
  readonly type: 'stand-down';
  /** As for {@link Activate}. */
  readonly order?: StandingOrder;
  readonly number: string;
}

/** Announces the key this city will sign with, to this partner; the announcement is still signed with the key it replaces. */
export interface RotateKey {
  readonly type: 'rotate-key';
  readonly key: CityKey;
}

export interface ReceiveProposal extends Received {
  readonly type: 'receive-proposal';
  readonly id: string;
  /** The city the message was addressed to. */
  readonly partner: CityCode;
  readonly terms: AgreementTerms;
  /** Digest of the terms as they arrived. */
  readonly termsDigest: string;
  readonly key: CityKey;
  readonly partnerKeyId: string;
  readonly signature: RepresentativeSignature;
  readonly exercise: boolean;
}

export interface ReceiveCountersignature extends Received {
  readonly type: 'receive-countersignature';
  readonly key: CityKey;
  readonly signature: RepresentativeSignature;
}

export interface ReceiveRefusal extends Received, Reasoned {
  readonly type: 'receive-refusal';
  readonly key: CityKey;
}

export interface ReceiveAmendment extends Received {
  readonly type: 'receive-amendment';
  readonly amendment: Amendment;
  /** Digest of the amended terms as they arrived. */
  readonly termsDigest: string;
}

export interface ReceiveAmendmentSignature extends Received {
  readonly type: 'receive-amendment-signature';
  readonly amendmentId: string;
  readonly signature: RepresentativeSignature;
}

export interface ReceiveAmendmentRefusal extends Received, Reasoned {
  readonly type: 'receive-amendment-refusal';
  readonly amendmentId: string;
}

export interface ReceiveSuspension extends Received, Reasoned {
  readonly type: 'receive-suspension';
}

export interface ReceiveResumption extends Received, Reasoned {
  readonly type: 'receive-resumption';
}

export interface ReceiveTermination extends Received, Reasoned {
  readonly type: 'receive-termination';
}

export interface ReceiveActivation extends Received, Reasoned {
  readonly type: 'receive-activation';
  readonly number: string;
}

export interface ReceiveStandDown extends Received, Reasoned {
  readonly type: 'receive-stand-down';
  readonly declarationId: string;
}

export interface ReceiveKeyRotation extends Received {
  readonly type: 'receive-key-rotation';
  readonly key: CityKey;
}

export type AgreementCommand =
  | Propose
  | Countersign
  | RefuseProposal
  | ProposeAmendment
  | SignAmendment
  | RefuseAmendment
  | Suspend
  | Resume
  | Terminate
  | Activate
  | StandDown
  | RotateKey
  | ReceiveProposal
  | ReceiveCountersignature
  | ReceiveRefusal
  | ReceiveAmendment
  | ReceiveAmendmentSignature
  | ReceiveAmendmentRefusal
  | ReceiveSuspension
  | ReceiveResumption
  | ReceiveTermination
  | ReceiveActivation
  | ReceiveStandDown
  | ReceiveKeyRotation
  | ClockRanOut
  | MessageFailed;
