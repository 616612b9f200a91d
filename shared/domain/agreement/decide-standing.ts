import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import {
  type AgreementDecision,
  asRepresentative,
  onSigned,
  onSignedFromPartner,
  ownAct,
  receivedAct,
  unlessStatus,
} from './agreement-checks.ts';
import type {
  Activate,
  ReceiveActivation,
  Received,
  ReceiveResumption,
  ReceiveStandDown,
  ReceiveSuspension,
  ReceiveTermination,
  Resume,
  StandDown,
  StandingOrder,
  Suspend,
  Terminate,
} from './agreement-commands.ts';
import type { AgreementEvent } from './agreement-events.ts';
import { AGREEMENT_REFUSALS as REFUSALS } from './agreement-refusals.ts';
import type { AgreementState, SignedAgreement } from './agreement-state.ts';

type State = AgreementState | undefined;

/**
 * Decides what this city's representative does to a signed agreement whose time is neither over nor ended, or the city's clock on the
 * representative's standing order.
 */
const onLive = (
  state: State,
  circumstances: Circumstances,
  decide: (agreement: SignedAgreement) => AgreementDecision,
  order?: StandingOrder,
): AgreementDecision => {
  const decided = () =>
    onSigned(state, (agreement) => unlessStatus(agreement, 'signed', 'in-force', 'suspended') ?? decide(agreement));
  const isOrdered = order !== undefined && circumstances.actor.kind === 'clock';
  return isOrdered ? decided() : asRepresentative(circumstances, decided);
};

/** Nothing new is asked or let in until this city resumes the agreement. */
export const suspend = (state: State, { reason }: Suspend, circumstances: Circumstances): AgreementDecision =>
  onLive(state, circumstances, ({ suspensions }) =>
    suspensions.some(({ by }) => by === circumstances.city)
      ? refuse(REFUSALS.alreadySuspended)
      : accept({ type: 'agreementSuspended', ...ownAct(circumstances), reason }),
  );

/** This city takes back its own suspension; the partner's stays. */
export const resume = (state: State, { reason }: Resume, circumstances: Circumstances): AgreementDecision =>
  onLive(state, circumstances, ({ suspensions }) =>
    suspensions.some(({ by }) => by === circumstances.city)
      ? accept({ type: 'agreementResumed', ...ownAct(circumstances), reason })
      : refuse(REFUSALS.notSuspendedHere),
  );

/** Ends the agreement for good, at both ends. */
export const terminate = (state: State, { reason }: Terminate, circumstances: Circumstances): AgreementDecision =>
  onLive(state, circumstances, () => accept({ type: 'agreementTerminated', ...ownAct(circumstances), reason }));

/** Arms an agreement that works on declaration only. */
export const activate = (
  state: State,
  { number, reason, order }: Activate,
  circumstances: Circumstances,
): AgreementDecision => {
  const declare = (agreement: SignedAgreement): AgreementDecision => {
    const notInForce = unlessStatus(agreement, 'in-force');
    if (notInForce) return notInForce;
    if (agreement.terms.arming === 'always') return refuse(REFUSALS.declarationNotNeeded);
    const { city } = circumstances;
    return agreement.declarations.some((made) => made.declaredBy === city && made.number === number)
      ? refuse(REFUSALS.alreadyDeclared, { number })
      : accept({ type: 'agreementActivated', ...ownAct(circumstances), number, reason });
  };
  return onLive(state, circumstances, declare, order);
};

/** Stands down every declaration of that number: both cities may have made one at the same time. */
export const standDown = (
  state: State,
  { number, reason, order }: StandDown,
  circumstances: Circumstances,
): AgreementDecision => {
  const end = ({ declarations }: SignedAgreement): AgreementDecision => {
    const ended = declarations
      .filter((made) => made.number === number)
      .map(
        ({ declarationId }): AgreementEvent => ({
          type: 'agreementStoodDown',
          ...ownAct(circumstances),
          declarationId,
          reason,
        }),
      );
    return ended.length > 0 ? accept(...ended) : refuse(REFUSALS.notDeclared, { number });
  };
  return onLive(state, circumstances, end, order);
};

/**
 * What the partner did by itself is noted in whatever status the agreement is here by now: its message may have crossed one of
 * ours, and both ends must come to the same facts in the end.
 */
const note = (
  state: State,
  command: Received & { readonly reason: string },
  circumstances: Circumstances,
  event: (act: ReturnType<typeof receivedAct> & { readonly reason: string }) => AgreementEvent,
): AgreementDecision =>
  onSignedFromPartner(state, command, circumstances, () =>
    accept(event({ ...receivedAct(command, circumstances), reason: command.reason })),
  );

/** The partner has suspended the agreement. */
export const receiveSuspension = (state: State, command: ReceiveSuspension, circumstances: Circumstances) =>
  note(state, command, circumstances, (act) => ({ type: 'agreementSuspended', ...act }));

/** The partner has taken back its suspension. */
export const receiveResumption = (state: State, command: ReceiveResumption, circumstances: Circumstances) =>
  note(state, command, circumstances, (act) => ({ type: 'agreementResumed', ...act }));

/** The partner has ended the agreement. */
export const receiveTermination = (state: State, command: ReceiveTermination, circumstances: Circumstances) =>
  note(state, command, circumstances, (act) => ({ type: 'agreementTerminated', ...act }));

/** The partner has made a declaration. */
export const receiveActivation = (state: State, command: ReceiveActivation, circumstances: Circumstances) =>
  note(state, command, circumstances, (act) => ({ type: 'agreementActivated', ...act, number: command.number }));

/** The partner has ended a declaration, whosever it was. */
export const receiveStandDown = (state: State, command: ReceiveStandDown, circumstances: Circumstances) =>
  note(state, command, circumstances, (act) => ({
    type: 'agreementStoodDown',
    ...act,
    declarationId: command.declarationId,
  }));
