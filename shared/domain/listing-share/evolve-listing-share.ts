import type { Instant } from '../kernel/instant.ts';
import type { ListingShareEvent } from './listing-share-events.ts';
import {
  type Footing,
  isSharing,
  type ListingShareState,
  mayBeUsed,
  type Ours,
  START,
  type Theirs,
} from './listing-share-state.ts';

type EventOf<T> = Extract<ListingShareEvent, { readonly type: T }>;

/** Failures beyond so many say nothing new. */
const FAILURES_KEPT = 20;

const listing = (round: string, since: Instant): Ours => ({ status: 'listing', since, round, pass: START });

/** What this city shares, after a round was asked for that the agreement may or may not allow by now. */
const begun = (wanted: string | undefined, standing: Footing['standing'], since: Instant): Ours => {
  if (standing === 'ended') return { status: 'ended' };
  if (wanted === undefined) return { status: 'idle' };
  return standing === 'in-force' ? listing(wanted, since) : { status: 'idle', wanted };
};

/** Back in force, and after every change of terms, the registry is gone through: what differs from what was shared is told. */
const onFooting = (ours: Ours, { standing }: Footing, at: Instant): Ours => {
  if (ours.status === 'clearing' || ours.status === 'ended') return ours;
  if (ours.status === 'idle') return begun(ours.wanted, standing, at);
  if (standing === 'ended') return { status: 'clearing', since: at };
  return standing === 'in-force' ? listing(ours.round, at) : { status: 'paused', round: ours.round };
};

/** A new round begins from nothing: the partner has dropped what it had. */
const onWish = (ours: Ours, { round, at }: EventOf<'listingsWanted'>, standing: Footing['standing']): Ours => {
  if (ours.status === 'ended') return ours;
  return ours.status === 'idle' ? begun(round, standing, at) : { status: 'clearing', since: at, wanted: round };
};

const onPass = (ours: Ours, { pass, at }: EventOf<'passMoved'>): Ours => {
  if (!isSharing(ours)) return ours;
  const { round } = ours;
  if (!pass) return { status: 'current', since: at, round };
  return { status: ours.status === 'listing' ? 'listing' : 'comparing', since: at, round, pass };
};

const onReceived = (theirs: Theirs, { complete, at }: EventOf<'listingsReceived'>): Theirs => {
  if (theirs.status === 'current') return { ...theirs, since: at };
  return theirs.status === 'asked' && complete ? { status: 'current', since: at, round: theirs.round } : theirs;
};

const afterDrop = (state: ListingShareState, { side, finished, at }: EventOf<'listingsDropped'>): ListingShareState => {
  const { ours, footing, heldVersion } = state;
  if (side === 'theirs')
    return {
      ...state,
      heldVersion: heldVersion + 1,
      theirs: finished ? { status: 'none' } : { status: 'clearing', since: at },
    };
  if (ours.status !== 'clearing') return state;
  return { ...state, ours: finished ? begun(ours.wanted, footing.standing, at) : { ...ours, since: at } };
};

const isAskingFor = (theirs: Theirs, round: string): boolean => theirs.status === 'asked' && theirs.round === round;

const opened = ({ type: _, ...opening }: EventOf<'shareOpened'>): ListingShareState => ({
  ...opening,
  ours: { status: 'idle' },
  theirs: { status: 'none' },
  heldVersion: 0,
  failures: [],
});

/** @returns what two cities share after an event. */
export const evolveListingShare = (
  state: ListingShareState | undefined,
  event: ListingShareEvent,
): ListingShareState => {
  if (event.type === 'shareOpened') return opened(event);
  if (!state) throw new Error(`${event.type} cannot happen before the share is opened`);
  const { ours, theirs, footing } = state;
  switch (event.type) {
    case 'footingChanged': {
      const { standing } = event.footing;
      const isLost = standing !== 'in-force' && (mayBeUsed(theirs) || theirs.status === 'refused');
      return {
        ...state,
        footing: event.footing,
        ours: onFooting(ours, event.footing, event.at),
        theirs: isLost ? { status: 'clearing', since: event.at } : theirs,
      };
    }
    case 'renewalBegan':
      return { ...state, theirs: { status: 'clearing', since: event.at } };
    case 'listingsAskedFor':
      return { ...state, theirs: { status: 'asked', since: event.at, round: event.round } };
    case 'listingsWanted':
      return { ...state, ours: onWish(ours, event, footing.standing) };
    case 'passMoved':
      return { ...state, ours: onPass(ours, event) };
    case 'listingsReceived':
      return { ...state, heldVersion: state.heldVersion + 1, theirs: onReceived(theirs, event) };
    case 'listingsDropped':
      return afterDrop(state, event);
    case 'listingsShared':
    case 'listingsPassedOver':
      return state;
    case 'messageFailed':
      return {
        ...state,
        failures: [...state.failures, event.failure].slice(-FAILURES_KEPT),
        theirs: isAskingFor(theirs, event.failure.messageId) ? { status: 'refused', since: event.failure.at } : theirs,
      };
  }
};
