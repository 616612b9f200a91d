import { accept, type Circumstances, type Decision } from '../kernel/decision.ts';
import { DAY_MS, earliest, type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import { askFor } from './decide-holding.ts';
import type { ListingShareEvent } from './listing-share-events.ts';
import { type ListingShareState, type Ours, type Pass, passOf, START, type Theirs } from './listing-share-state.ts';

/** Work that has come no further for so long has come to a standstill: the clock takes it up again, milliseconds. */
const STANDSTILL_MS = MINUTE_MS;
/** How often the registry is compared with what has been shared, milliseconds. */
const COMPARED_EVERY_MS = DAY_MS;
/** After what time a partner that refused is asked again, milliseconds. */
const ASKED_AGAIN_AFTER_MS = DAY_MS;

const oursDueAt = (ours: Ours): Instant | undefined => {
  switch (ours.status) {
    case 'clearing':
    case 'listing':
    case 'comparing':
      return plus(ours.since, STANDSTILL_MS);
    case 'current':
      return plus(ours.since, COMPARED_EVERY_MS);
    case 'idle':
    case 'paused':
    case 'ended':
      return undefined;
  }
};

const theirsDueAt = (theirs: Theirs): Instant | undefined => {
  switch (theirs.status) {
    case 'clearing':
      return plus(theirs.since, STANDSTILL_MS);
    case 'refused':
      return plus(theirs.since, ASKED_AGAIN_AFTER_MS);
    case 'asked':
    case 'current':
    case 'none':
      return undefined;
  }
};

/** When the clock must look: at what stands still, at what is a day old. */
export const shareDueAt = ({ ours, theirs }: ListingShareState): Instant | undefined =>
  earliest(oursDueAt(ours), theirsDueAt(theirs));

const isDue = (at: Instant | undefined, now: Instant): boolean => at !== undefined && at <= now;

/** @returns where a pass over the lists is, or has to begin; nothing when none is due. */
export const passDue = ({ ours }: ListingShareState, now: Instant): Pass | undefined =>
  ours.status === 'current' && isDue(oursDueAt(ours), now) ? START : passOf(ours);

/** Asks a partner again; work that is under way has been taken up by then. */
export const clockRanOut = (
  { theirs }: ListingShareState,
  circumstances: Circumstances,
): Decision<ListingShareEvent> =>
  theirs.status === 'refused' && isDue(theirsDueAt(theirs), circumstances.now)
    ? accept(askFor(circumstances))
    : accept();
