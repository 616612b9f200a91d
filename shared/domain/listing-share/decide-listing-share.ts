import type { MessageFailed } from '../kernel/aggregate.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { drop, followAgreement, receiveListings, renew } from './decide-holding.ts';
import { receiveWish, share } from './decide-sharing.ts';
import { clockRanOut } from './listing-share-clock.ts';
import type { ListingShareCommand } from './listing-share-commands.ts';
import type { ListingShareEvent } from './listing-share-events.ts';
import { LISTING_SHARE_REFUSALS as REFUSALS } from './listing-share-refusals.ts';
import type { ListingShareState } from './listing-share-state.ts';

type ListingShareDecision = Decision<ListingShareEvent>;

const messageFailed = (
  { messageId, city, code, reason }: MessageFailed,
  { now }: Circumstances,
): ListingShareDecision => accept({ type: 'messageFailed', failure: { messageId, city, code, reason, at: now } });

/** Decides on what is shared, once there is something. */
const onShare = (
  state: ListingShareState | undefined,
  decide: (state: ListingShareState) => ListingShareDecision,
): ListingShareDecision => (state ? decide(state) : refuse(REFUSALS.notFound));

/** @returns what a command on what two cities share comes to. */
export const decideListingShare = (
  state: ListingShareState | undefined,
  command: ListingShareCommand,
  circumstances: Circumstances,
): ListingShareDecision => {
  switch (command.type) {
    case 'follow-agreement':
      return followAgreement(state, command, circumstances);
    case 'share':
      return onShare(state, (known) => share(known, command, circumstances));
    case 'drop':
      return onShare(state, (known) => drop(known, command, circumstances));
    case 'renew':
      return renew(state, circumstances);
    case 'receive-wish':
      return receiveWish(state, command, circumstances);
    case 'receive-listings':
      return receiveListings(state, command, circumstances);
    case 'clock-ran-out':
      return onShare(state, (known) => clockRanOut(known, circumstances));
    case 'message-failed':
      return onShare(state, () => messageFailed(command, circumstances));
  }
};
