import { type Instant, millisecondsBetween } from '../kernel/instant.ts';
import type { MessageFailure } from '../kernel/message-failure.ts';
import type { AgreementEvent } from './agreement-events.ts';
import { rotated } from './agreement-keys.ts';
import { inOrderOf } from './agreement-order.ts';
import { type AgreementState, isSigned, type OneSidedAct, type SignedAgreement } from './agreement-state.ts';

type EventOf<T> = Extract<AgreementEvent, { readonly type: T }>;

/** All that is known of a signed agreement; its status follows from it and from the time. */
type Facts = Omit<Extract<SignedAgreement, { status: 'in-force' }>, 'status'> & { readonly termination?: OneSidedAct };

const factsOf = ({ status: _, ...facts }: SignedAgreement): Facts => facts;

const statusAt = ({ terms, suspensions }: Facts, at: Instant): 'signed' | 'in-force' | 'suspended' | 'expired' => {
  if (at >= terms.validUntil) return 'expired';
  if (suspensions.length > 0) return 'suspended';
  return at < terms.validFrom ? 'signed' : 'in-force';
};

const settle = ({ termination, ...facts }: Facts, at: Instant): SignedAgreement =>
  termination ? { ...facts, status: 'terminated', termination } : { ...facts, status: statusAt(facts, at) };

/** Of two terminations that crossed, the earlier counts, at both ends; at the same moment, that of the lower code. */
const firstOf = (known: OneSidedAct | undefined, act: OneSidedAct): OneSidedAct =>
  known && `${known.at} ${known.by}` < `${act.at} ${act.by}` ? known : act;

const actOf = ({ by, reason, at }: OneSidedAct): OneSidedAct => ({ by, reason, at });

const withSuspension = (suspensions: readonly OneSidedAct[], act: OneSidedAct): OneSidedAct[] =>
  [...suspensions.filter(({ by }) => by !== act.by), act].sort(inOrderOf(({ by }) => by));

const withDeclaration = (facts: Facts, event: EventOf<'agreementActivated'>): Facts => {
  const { messageId: declarationId, by: declaredBy, at: declaredAt, number, reason } = event;
  const declarations = [...facts.declarations, { declarationId, number, reason, declaredBy, declaredAt }];
  return { ...facts, declarations: declarations.sort(inOrderOf((made) => `${made.declaredAt} ${made.declarationId}`)) };
};

const withoutDeclaration = (facts: Facts, ended: string): Facts => ({
  ...facts,
  declarations: facts.declarations.filter(({ declarationId }) => declarationId !== ended),
});

const withoutAmendment = ({ amendment: _, ...facts }: Facts): Facts => facts;

const withAmendedTerms = (facts: Facts, { signature }: EventOf<'amendmentSigned'>): Facts => {
  if (!facts.amendment) throw new Error('only a pending amendment is signed');
  const { terms, termsVersion, proposedBy } = facts.amendment;
  return { ...withoutAmendment(facts), terms, termsVersion, signatures: [proposedBy, signature] };
};

const withFailure = (facts: Facts, failure: MessageFailure): Facts => {
  const failed = { ...facts, failures: [...facts.failures, failure] };
  const act: OneSidedAct = { by: failure.city, reason: wordsOf(failure), at: failure.at };
  const countersignature = facts.termsVersion === 1 ? facts.signatures[1] : undefined;
  if (countersignature?.messageId === failure.messageId)
    return { ...failed, termination: firstOf(facts.termination, act) };
  return facts.amendment?.proposedBy.messageId === failure.messageId ? withoutAmendment(failed) : failed;
};

const wordsOf = ({ reason }: MessageFailure): string => `${reason.zh} ${reason.en}`;

/** What an event does to the facts of a signed agreement. */
const factsAfter = (facts: Facts, event: AgreementEvent): Facts => {
  switch (event.type) {
    case 'amendmentProposed':
      return { ...facts, amendment: event.amendment };
    case 'amendmentSigned':
      return withAmendedTerms(facts, event);
    case 'amendmentRefused':
      return withoutAmendment(facts);
    case 'agreementSuspended':
      return { ...facts, suspensions: withSuspension(facts.suspensions, actOf(event)) };
    case 'agreementResumed':
      return { ...facts, suspensions: facts.suspensions.filter(({ by }) => by !== event.by) };
    case 'agreementTerminated':
      return { ...facts, termination: firstOf(facts.termination, actOf(event)) };
    case 'agreementActivated':
      return withDeclaration(facts, event);
    case 'agreementStoodDown':
      return withoutDeclaration(facts, event.declarationId);
    case 'keyRotated':
      return { ...facts, ...rotated(facts, event.by, event.key, event.at) };
    case 'messageFailed':
      return withFailure(facts, event.failure);
    default:
      return facts;
  }
};

const laterOf = (left: Instant, right: Instant): Instant => (millisecondsBetween(left, right) > 0 ? right : left);

const countersigned = (
  proposal: Extract<AgreementState, { status: 'proposed' | 'lapsed' }>,
  { key, signature, notedAt }: EventOf<'agreementCountersigned'>,
): SignedAgreement => {
  const { status: _, ...base } = proposal;
  const facts: Facts = {
    ...base,
    signatures: [...base.signatures, signature],
    keys: { ...base.keys, [base.partner]: key },
    inForceSince: laterOf(signature.signedAt, base.terms.validFrom),
    suspensions: [],
    declarations: [],
    formerKeys: [],
  };
  return settle(facts, notedAt);
};

/** What an event does to a proposal that waits for its answer, or waited in vain. */
const proposalAfter = (
  proposal: Extract<AgreementState, { status: 'proposed' | 'lapsed' }>,
  event: AgreementEvent,
): AgreementState => {
  switch (event.type) {
    case 'agreementCountersigned':
      return countersigned(proposal, event);
    case 'agreementRefused':
      return { ...proposal, status: 'refused', reason: event.reason, refusedBy: event.by };
    case 'proposalLapsed':
      return { ...proposal, status: 'lapsed' };
    case 'messageFailed': {
      const { failure } = event;
      const failures = [...proposal.failures, failure];
      return { ...proposal, status: 'refused', reason: wordsOf(failure), refusedBy: failure.city, failures };
    }
    default:
      throw new Error(`${event.type} cannot happen to a proposal`);
  }
};

const proposed = ({ type: _, key, signature, ...proposal }: EventOf<'agreementProposed'>): AgreementState => ({
  status: 'proposed',
  ...proposal,
  signatures: [signature],
  termsVersion: 1,
  keys: { [proposal.proposer]: key },
  failures: [],
});

/**
 * @returns the agreement after an event. The facts of a signed agreement come out the same at both ends in whatever order their
 * messages crossed.
 */
export const evolveAgreement = (state: AgreementState | undefined, event: AgreementEvent): AgreementState => {
  if (event.type === 'agreementProposed') return proposed(event);
  if (!state) throw new Error(`${event.type} cannot happen before the proposal`);
  if (isSigned(state)) {
    const at = event.type === 'messageFailed' ? event.failure.at : event.notedAt;
    return settle(factsAfter(factsOf(state), event), at);
  }
  if (state.status === 'refused')
    return event.type === 'messageFailed' ? { ...state, failures: [...state.failures, event.failure] } : state;
  return proposalAfter(state, event);
};
