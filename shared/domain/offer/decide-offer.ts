import type { CityCode } from '../kernel/city-code.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { decideMakeFromPackage } from './make-from-package.ts';
import { decideMake, decideReceive } from './make-offer.ts';
import type { OfferCommand, OfferCommandOf } from './offer-commands.ts';
import type { OfferEvent } from './offer-events.ts';
import { OFFER_REFUSALS as REFUSALS } from './offer-refusals.ts';
import { counterpartOf, type OfferSide, type OfferState, type OfferStatus } from './offer-state.ts';

type FirstCommand = Extract<OfferCommand, { type: 'make' | 'make-from-package' | 'receive' }>;
type LaterCommand = Exclude<OfferCommand, FirstCommand>;

type Decide<T extends LaterCommand['type']> = (
  state: OfferState,
  command: OfferCommandOf<T>,
  circumstances: Circumstances,
) => Decision<OfferEvent>;

const notOpen = ({ status }: OfferState) => refuse(REFUSALS.notOpen, { status });

/** @returns the decision if the offer is in one of these statuses, or a refusal. */
const whileIn = (state: OfferState, statuses: readonly OfferStatus[], event: OfferEvent): Decision<OfferEvent> =>
  statuses.includes(state.status) ? accept(event) : notOpen(state);

const withdraw: Decide<'withdraw'> = (state, { reason }, { now, newId }) =>
  whileIn(state, ['offered'], { type: 'offerWithdrawn', messageId: newId(), reason, at: now });

/** Whose the teams are has the last word: a withdrawal counts whatever has been done with the offer meanwhile. */
const receiveWithdrawal: Decide<'receive-withdrawal'> = (_state, { messageId, reason, at }) =>
  accept({ type: 'offerWithdrawn', messageId, reason, at });

const decline: Decide<'decline'> = (state, { reason }, { now, newId }) =>
  whileIn(state, ['offered'], { type: 'offerDeclined', messageId: newId(), reason, at: now });

const receiveDecline: Decide<'receive-decline'> = (_state, { messageId, reason, at }) =>
  accept({ type: 'offerDeclined', messageId, reason, at });

/** A requisition that was under way when the time of the offer ended still takes it up; whether a team comes is decided by the commitment. */
const takeUp: Decide<'taken-up'> = (state, { requestId }, { now }) =>
  whileIn(state, state.side === 'provider' ? ['offered', 'lapsed'] : ['offered'], {
    type: 'offerTakenUp',
    requestId,
    at: now,
  });

const clockRanOut: Decide<'clock-ran-out'> = ({ status, offer }, _command, { now }) =>
  status === 'offered' && offer.availableUntil <= now
    ? accept({ type: 'offerLapsed', at: offer.availableUntil })
    : accept();

const messageFailed: Decide<'message-failed'> = (_state, { type: _type, ...failure }, { now }) =>
  accept({ type: 'offerMessageFailed', failure: { ...failure, at: now } });

const DECISIONS: {
  readonly [T in LaterCommand['type']]: { readonly at: OfferSide | 'both'; readonly decide: Decide<T> };
} = {
  withdraw: { at: 'provider', decide: withdraw },
  'receive-withdrawal': { at: 'receiver', decide: receiveWithdrawal },
  decline: { at: 'receiver', decide: decline },
  'receive-decline': { at: 'provider', decide: receiveDecline },
  'taken-up': { at: 'both', decide: takeUp },
  'clock-ran-out': { at: 'both', decide: clockRanOut },
  'message-failed': { at: 'both', decide: messageFailed },
};

const notParty = (city: CityCode) => refuse(REFUSALS.notParty, { city });

const decideLater = <T extends LaterCommand['type']>(
  type: T,
  state: OfferState,
  command: OfferCommandOf<T>,
  circumstances: Circumstances,
): Decision<OfferEvent> => {
  const { at, decide } = DECISIONS[type];
  if ('from' in command && command.from !== counterpartOf(state)) return notParty(String(command.from));
  if (at !== 'both' && at !== state.side) return refuse(REFUSALS.wrongSide, { city: state[at] });
  return decide(state, command, circumstances);
};

const decideFirst = (command: FirstCommand, circumstances: Circumstances): Decision<OfferEvent> => {
  switch (command.type) {
    case 'make':
      return decideMake(command, circumstances);
    case 'make-from-package':
      return decideMakeFromPackage(command, circumstances);
    case 'receive':
      return decideReceive(command, circumstances);
  }
};

/** Decides on any command. */
export const decideOffer = (
  state: OfferState | undefined,
  command: OfferCommand,
  circumstances: Circumstances,
): Decision<OfferEvent> => {
  if (command.type === 'make' || command.type === 'make-from-package' || command.type === 'receive')
    return state ? refuse(REFUSALS.alreadyMade) : decideFirst(command, circumstances);
  return state ? decideLater(command.type, state, command, circumstances) : refuse(REFUSALS.notFound);
};
