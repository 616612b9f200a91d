import { accept, type Circumstances, type Decision } from '../kernel/decision.ts';
import { DAY_MS, earliest, type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import { askFor } from './decide-holding.ts';
import type { ListingShareEvent } from './listing-share-events.ts';
import type { ListingShareState, Ours, Theirs } from './listing-share-state.ts';

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

/** Begins what is begun once a day; work that stood still has been taken up by then. */
export const clockRanOut = (
  { ours, theirs }: ListingShareState,
  circumstances: Circumstances,
): Decision<ListingShareEvent> => {
  const { now } = circumstances;
  const isDue = (at: Instant | undefined): boolean => at !== undefined && at <= now;
  const events: ListingShareEvent[] = [];
  if (ours.status === 'current' && isDue(oursDueAt(ours))) events.push({ type: 'comparisonBegan', at: now });
  if (theirs.status === 'refused' && isDue(theirsDueAt(theirs))) events.push(askFor(circumstances));
  return accept(...events);
};
