import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import {
  type AgreementDecision,
  asRepresentative,
  onSigned,
  onSignedFromPartner,
  ownAct,
  receivedAct,
  signatureOf,
  signatureRefusal,
  termsRefusal,
  unlessStatus,
} from './agreement-checks.ts';
import type {
  ProposeAmendment,
  ReceiveAmendment,
  ReceiveAmendmentRefusal,
  ReceiveAmendmentSignature,
  RefuseAmendment,
  SignAmendment,
} from './agreement-commands.ts';
import { AGREEMENT_REFUSALS as REFUSALS } from './agreement-refusals.ts';
import type { AgreementState, Amendment, SignedAgreement } from './agreement-state.ts';
import type { AgreementTerms } from './agreement-terms.ts';

type State = AgreementState | undefined;

/** What an amendment must be at either end. */
const amendmentRefusal = (agreement: SignedAgreement, terms: AgreementTerms, now: Instant) => {
  const { validFrom } = agreement.terms;
  const wrongStatus = unlessStatus(agreement, 'signed', 'in-force', 'suspended');
  if (wrongStatus) return wrongStatus;
  if (agreement.amendment) return refuse(REFUSALS.amendmentPending);
  if (terms.validFrom !== validFrom) return refuse(REFUSALS.beginningChanged, { from: validFrom }, '/terms/validFrom');
  return termsRefusal(terms, now);
};

/** This city proposes other terms, signed by its representative. */
export const proposeAmendment = (
  state: State,
  { terms, termsDigest }: ProposeAmendment,
  circumstances: Circumstances,
): AgreementDecision =>
  asRepresentative(circumstances, (representative) =>
    onSigned(state, (agreement) => {
      const wrong = amendmentRefusal(agreement, terms, circumstances.now);
      if (wrong) return wrong;
      const amendment: Amendment = {
        amendmentId: circumstances.newId(),
        terms,
        termsVersion: agreement.termsVersion + 1,
        proposedBy: signatureOf(representative, termsDigest, circumstances),
      };
      return accept({ type: 'amendmentProposed', amendment, notedAt: circumstances.now });
    }),
  );

/** The partner proposes other terms: its signature must be under these very ones, and they must follow on those held here. */
export const receiveAmendment = (
  state: State,
  command: ReceiveAmendment,
  circumstances: Circumstances,
): AgreementDecision =>
  onSignedFromPartner(state, command, circumstances, (agreement) => {
    const { amendment, termsDigest } = command;
    const { terms, termsVersion, proposedBy } = amendment;
    const wrong =
      amendmentRefusal(agreement, terms, circumstances.now) ?? signatureRefusal(proposedBy, command, termsDigest);
    if (wrong) return wrong;
    return termsVersion === agreement.termsVersion + 1
      ? accept({ type: 'amendmentProposed', amendment, notedAt: circumstances.now })
      : refuse(REFUSALS.amendmentVersion, { version: agreement.termsVersion });
  });

/** @returns the pending amendment when it is for `city` to answer it, else why not. */
const answerable = ({ amendment }: SignedAgreement, amendmentId: string, city: string) => {
  if (amendment?.amendmentId !== amendmentId) return refuse(REFUSALS.noSuchAmendment);
  return amendment.proposedBy.city === city ? refuse(REFUSALS.ownAmendment) : amendment;
};

/** This city signs what the partner proposed. */
export const signAmendment = (
  state: State,
  { amendmentId }: SignAmendment,
  circumstances: Circumstances,
): AgreementDecision =>
  asRepresentative(circumstances, (representative) =>
    onSigned(state, (agreement) => {
      const { now, city } = circumstances;
      const wrongStatus = unlessStatus(agreement, 'signed', 'in-force', 'suspended');
      if (wrongStatus) return wrongStatus;
      const amendment = answerable(agreement, amendmentId, city);
      if ('refusal' in amendment) return amendment;
      const { terms, proposedBy } = amendment;
      if (terms.validUntil <= now) return refuse(REFUSALS.validityOver, { until: terms.validUntil });
      const signature = signatureOf(representative, proposedBy.termsDigest, circumstances);
      return accept({ type: 'amendmentSigned', amendmentId, signature, notedAt: now });
    }),
  );

/** This city does not want what the partner proposed. */
export const refuseAmendment = (
  state: State,
  { amendmentId, reason }: RefuseAmendment,
  circumstances: Circumstances,
): AgreementDecision =>
  asRepresentative(circumstances, () =>
    onSigned(state, (agreement) => {
      const amendment = answerable(agreement, amendmentId, circumstances.city);
      if ('refusal' in amendment) return amendment;
      return accept({ type: 'amendmentRefused', ...ownAct(circumstances), amendmentId, reason });
    }),
  );

/** The partner's signature counts in whatever status the agreement is here by now: it was made in time there, and both have signed. */
export const receiveAmendmentSignature = (
  state: State,
  command: ReceiveAmendmentSignature,
  circumstances: Circumstances,
): AgreementDecision =>
  onSignedFromPartner(state, command, circumstances, (agreement) => {
    const { amendmentId, signature, from } = command;
    const amendment = answerable(agreement, amendmentId, from);
    if ('refusal' in amendment) return amendment;
    const notedAt = circumstances.now;
    return (
      signatureRefusal(signature, command, amendment.proposedBy.termsDigest) ??
      accept({ type: 'amendmentSigned', amendmentId, signature, notedAt })
    );
  });

/** The partner does not want what this city proposed. */
export const receiveAmendmentRefusal = (
  state: State,
  command: ReceiveAmendmentRefusal,
  circumstances: Circumstances,
): AgreementDecision =>
  onSignedFromPartner(state, command, circumstances, (agreement) => {
    const { amendmentId, reason, from } = command;
    const amendment = answerable(agreement, amendmentId, from);
    if ('refusal' in amendment) return amendment;
    return accept({ type: 'amendmentRefused', ...receivedAct(command, circumstances), amendmentId, reason });
  });
