import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { type PartnerEntry, sameEntry } from '../registry/partner-entry.ts';
import { coveredEntry } from './covered-entry.ts';
import { askFor } from './decide-holding.ts';
import type { Candidate, ReceiveWish, Share } from './listing-share-commands.ts';
import type { EntryReference, ListingShareEvent } from './listing-share-events.ts';
import { LISTING_SHARE_REFUSALS as REFUSALS } from './listing-share-refusals.ts';
import { isSharing, type ListingShareState } from './listing-share-state.ts';

type ListingShareDecision = Decision<ListingShareEvent>;

/** What must be told of one entry, if anything. */
type Difference = { readonly upsert: PartnerEntry } | { readonly withdrawal: EntryReference };

/** Bytes of entries in one message, at most; a message may have 240 KiB. */
const LONGEST_MESSAGE = 180_000;

const differenceOf = (
  { kind, id, entry, shared }: Candidate,
  { footing }: ListingShareState,
): Difference | undefined => {
  const covered = entry && coveredEntry(entry, footing.terms);
  if (!covered) return shared && { withdrawal: { kind, id } };
  return shared && sameEntry(shared, covered) ? undefined : { upsert: covered };
};

/** @returns what the partner does not know yet of these entries. */
export const differencesOf = (state: ListingShareState, candidates: readonly Candidate[]): readonly Difference[] =>
  isSharing(state.ours) ? candidates.flatMap((candidate) => differenceOf(candidate, state) ?? []) : [];

const weightOf = (difference: Difference): number => new TextEncoder().encode(JSON.stringify(difference)).length;

/** @returns the differences in as many parts as there must be messages. */
const inMessages = (differences: readonly Difference[]): readonly (readonly Difference[])[] => {
  const parts: Difference[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const difference of differences) {
    weight += weightOf(difference);
    if (weight > LONGEST_MESSAGE) {
      parts.push([]);
      weight = weightOf(difference);
    }
    parts.at(-1)?.push(difference);
  }
  return parts;
};

const sharedEvent = (
  differences: readonly Difference[],
  round: string,
  complete: boolean,
  { now, newId }: Circumstances,
): ListingShareEvent => ({
  type: 'listingsShared',
  messageId: newId(),
  round,
  upserts: differences.flatMap((one) => ('upsert' in one ? [one.upsert] : [])),
  withdrawals: differences.flatMap((one) => ('withdrawal' in one ? [one.withdrawal] : [])),
  complete,
  at: now,
});

/**
 * Tells the partner what has changed among some entries, in as few messages as hold it, and moves on the pass they were found by. The end
 * of a first pass is always told: from then on the partner knows that it has everything.
 */
export const share = (
  state: ListingShareState,
  { candidates, pass }: Share,
  circumstances: Circumstances,
): ListingShareDecision => {
  const { ours, footing } = state;
  if (!isSharing(ours) || circumstances.now >= footing.terms.validUntil) return accept();
  const isComplete = ours.status === 'listing' && pass === 'end';
  const parts = inMessages(differencesOf(state, candidates));
  const told = parts.length === 0 && isComplete ? [[]] : parts;
  const events = told.map((part, index) =>
    sharedEvent(part, ours.round, isComplete && index === told.length - 1, circumstances),
  );
  if (pass === undefined) return accept(...events);
  const moved: ListingShareEvent = { type: 'passMoved', at: circumstances.now, ...(pass === 'end' ? {} : { pass }) };
  return accept(...events, moved);
};

/** The partner asks for everything; if the agreement does not allow it yet, it is remembered. Who has not asked in turn does so now. */
export const receiveWish = (
  state: ListingShareState | undefined,
  { from, messageId }: ReceiveWish,
  circumstances: Circumstances,
): ListingShareDecision => {
  if (!state) return refuse(REFUSALS.notFound);
  if (from !== state.partner) return refuse(REFUSALS.notParty, { city: from });
  const hasToAsk = state.theirs.status === 'none' && state.footing.standing === 'in-force';
  const wanted: ListingShareEvent = { type: 'listingsWanted', round: messageId, at: circumstances.now };
  return accept(wanted, ...(hasToAsk ? [askFor(circumstances)] : []));
};
