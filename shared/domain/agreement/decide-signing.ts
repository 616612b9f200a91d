import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import {
  type AgreementDecision,
  asRepresentative,
  ownAct,
  receivedAct,
  signatureOf,
  signatureRefusal,
  termsRefusal,
  unlessStatus,
} from './agreement-checks.ts';
import type {
  Countersign,
  Propose,
  ReceiveCountersignature,
  ReceiveProposal,
  ReceiveRefusal,
  RefuseProposal,
} from './agreement-commands.ts';
import { AGREEMENT_REFUSALS as REFUSALS } from './agreement-refusals.ts';
import type { AgreementState, CityKey } from './agreement-state.ts';

type State = AgreementState | undefined;

/** A representative of this city proposes an agreement, signed. */
export const propose = (state: State, command: Propose, circumstances: Circumstances): AgreementDecision =>
  asRepresentative(circumstances, (representative) => {
    const { type: _, termsDigest, ...proposal } = command;
    if (state) return refuse(REFUSALS.exists);
    if (command.partner === circumstances.city) return refuse(REFUSALS.partnerIsSelf, {}, '/partner');
    if (command.partnerKeyId === command.key.keyId) return refuse(REFUSALS.ownFingerprint, {}, '/partnerKeyId');
    const wrong = termsRefusal(command.terms, circumstances.now);
    if (wrong) return wrong;
    const signature = signatureOf(representative, termsDigest, circumstances);
    return accept({ type: 'agreementProposed', ...proposal, proposer: circumstances.city, signature });
  });

/** A partner proposes an agreement; whether its key is the one it says, a representative finds out by telephone. */
export const receiveProposal = (
  state: State,
  command: ReceiveProposal,
  { city, now }: Circumstances,
): AgreementDecision => {
  const { type: _, from, messageId: _id, at: _at, termsDigest, ...proposal } = command;
  if (state) return refuse(REFUSALS.exists);
  if (command.partner !== city || from === city) return refuse(REFUSALS.notAParty, { city });
  const wrong = signatureRefusal(command.signature, command, termsDigest) ?? termsRefusal(command.terms, now);
  return wrong ?? accept({ type: 'agreementProposed', ...proposal, proposer: from });
};

/** What both answers to a proposal need: that it is waiting, and that this city is the one asked. */
const answerRefusal = (state: AgreementState, { city }: Circumstances) =>
  unlessStatus(state, 'proposed') ?? (city === state.partner ? undefined : refuse(REFUSALS.notAParty, { city }));

/** A representative of this city signs what was proposed, having compared both fingerprints. */
export const countersign = (state: State, command: Countersign, circumstances: Circumstances): AgreementDecision =>
  asRepresentative(circumstances, (representative) => {
    if (!state) return refuse(REFUSALS.unknown);
    const wrong = answerRefusal(state, circumstances) ?? keyRefusal(state, command);
    if (wrong) return wrong;
    const { now } = circumstances;
    const { validUntil } = state.terms;
    if (validUntil <= now) return refuse(REFUSALS.validityOver, { until: validUntil });
    const [proposal] = state.signatures;
    if (!proposal) throw new Error('a proposal is signed by its proposer');
    const signature = signatureOf(representative, proposal.termsDigest, circumstances);
    return accept({ type: 'agreementCountersigned', key: command.key, signature, notedAt: now });
  });

/** Both fingerprints must be as told by telephone: the proposer's as typed in, this city's own as the proposal names it. */
const keyRefusal = (state: AgreementState, { key, proposerKeyId }: Countersign) => {
  if (state.keys[state.proposer]?.keyId !== proposerKeyId)
    return refuse(REFUSALS.fingerprintMismatch, {}, '/proposerKeyId');
  return state.partnerKeyId === key.keyId ? undefined : refuse(REFUSALS.ownKeyNotNamed);
};

/** A representative of this city refuses what was proposed. */
export const refuseProposal = (
  state: State,
  command: RefuseProposal,
  circumstances: Circumstances,
): AgreementDecision =>
  asRepresentative(circumstances, () => {
    if (!state) return refuse(REFUSALS.unknown);
    const { reason, key } = command;
    return (
      answerRefusal(state, circumstances) ?? accept({ type: 'agreementRefused', ...ownAct(circumstances), reason, key })
    );
  });

/** An answer may arrive after the proposal has lapsed here: it was given in time there. */
const receivedAnswerRefusal = (state: AgreementState, { from, key }: { from: string; key: CityKey }, city: string) => {
  if (city !== state.proposer || from !== state.partner) return refuse(REFUSALS.notAParty, { city: from });
  if (key.keyId !== state.partnerKeyId) return refuse(REFUSALS.keyMismatch);
  return unlessStatus(state, 'proposed', 'lapsed');
};

/** The partner has signed, with the key whose fingerprint the proposer was told. */
export const receiveCountersignature = (
  state: State,
  command: ReceiveCountersignature,
  { city, now }: Circumstances,
): AgreementDecision => {
  if (!state) return refuse(REFUSALS.unknown);
  const { key, signature } = command;
  const [proposal] = state.signatures;
  const wrong =
    receivedAnswerRefusal(state, command, city) ?? signatureRefusal(signature, command, proposal?.termsDigest ?? '');
  return wrong ?? accept({ type: 'agreementCountersigned', key, signature, notedAt: now });
};

/** The partner has refused. */
export const receiveRefusal = (
  state: State,
  command: ReceiveRefusal,
  circumstances: Circumstances,
): AgreementDecision => {
  if (!state) return refuse(REFUSALS.unknown);
  const { reason, key } = command;
  return (
    receivedAnswerRefusal(state, command, circumstances.city) ??
    accept({ type: 'agreementRefused', ...receivedAct(command, circumstances), reason, key })
  );
};
