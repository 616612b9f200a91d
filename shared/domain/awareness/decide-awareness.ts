import { standingRefusal } from '../agreement/agreement-scope.ts';
import { partnerOf } from '../agreement/agreement-state.ts';
import { AGREEMENT_USE_REFUSALS, exerciseRefusal } from '../agreement/agreement-use.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { AwarenessCommand } from './awareness-commands.ts';
import type { AwarenessEvent } from './awareness-events.ts';
import { AWARENESS_REFUSALS as REFUSALS } from './awareness-refusals.ts';
import type { AwarenessState } from './awareness-state.ts';

type AwarenessDecision = Decision<AwarenessEvent>;
type CommandOf<T extends AwarenessCommand['type']> = Extract<AwarenessCommand, { readonly type: T }>;

/** This city tells the partner, while the agreement is usable. */
const tell = (
  { id, details, agreement }: CommandOf<'tell'>,
  { now, city, newId }: Circumstances,
): AwarenessDecision => {
  const { agreementId, exercise } = details;
  if (!agreement) return refuse(AGREEMENT_USE_REFUSALS.notFound, { agreement: agreementId });
  const refusal = exerciseRefusal(agreement, exercise) ?? standingRefusal(agreement, now);
  if (refusal) return { accepted: false, refusal };
  return accept({
    ...{ type: 'partnerTold', id, side: 'teller', teller: city, told: partnerOf(agreement, city) },
    notice: { ...details, messageId: newId(), toldAt: now },
  });
};

/** A partner tells this city. The word may overtake the declaration that arms the agreement, or come when that is over: it is taken all the same. */
const receive = ({ id, from, notice, agreement }: CommandOf<'receive'>, { city }: Circumstances): AwarenessDecision => {
  if (!agreement) return refuse(AGREEMENT_USE_REFUSALS.notFound, { agreement: notice.agreementId });
  const refusal = exerciseRefusal(agreement, notice.exercise);
  if (refusal) return { accepted: false, refusal };
  return accept({ type: 'partnerTold', id, side: 'told', teller: from, told: city, notice });
};

/** What is over already needs no standing down: its time was up in the meantime. */
const standDown = (
  state: AwarenessState,
  { reason }: CommandOf<'stand-down'>,
  { now, newId }: Circumstances,
): AwarenessDecision => {
  if (state.side !== 'teller') return refuse(REFUSALS.wrongSide, { city: state.teller });
  return state.status === 'in-effect'
    ? accept({ type: 'awarenessStoodDown', messageId: newId(), reason, at: now })
    : accept();
};

const receiveStandDown = (
  { status, side, teller }: AwarenessState,
  { from, messageId, reason, at }: CommandOf<'receive-stand-down'>,
): AwarenessDecision => {
  if (side !== 'told' || from !== teller) return refuse(REFUSALS.notParty, { city: from });
  return status === 'in-effect' ? accept({ type: 'awarenessStoodDown', messageId, reason, at }) : accept();
};

/** @returns what a command on an awareness notice comes to. */
export const decideAwareness = (
  state: AwarenessState | undefined,
  command: AwarenessCommand,
  circumstances: Circumstances,
): AwarenessDecision => {
  if (command.type === 'tell' || command.type === 'receive') {
    if (state) return refuse(REFUSALS.exists);
    return command.type === 'tell' ? tell(command, circumstances) : receive(command, circumstances);
  }
  if (!state) return refuse(REFUSALS.unknown);
  const { now: at } = circumstances;
  switch (command.type) {
    case 'stand-down':
      return standDown(state, command, circumstances);
    case 'receive-stand-down':
      return receiveStandDown(state, command);
    case 'clock-ran-out':
      return state.side === 'told' && state.status === 'in-effect' && state.notice.until <= at
        ? accept({ type: 'awarenessRanOut', at })
        : accept();
    case 'message-failed': {
      const { type: _, ...failure } = command;
      return accept({ type: 'awarenessMessageFailed', failure: { ...failure, at } });
    }
  }
};
