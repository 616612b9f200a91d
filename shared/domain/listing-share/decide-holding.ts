import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Drop, FollowAgreement, ReceiveListings } from './listing-share-commands.ts';
import type { ListingShareEvent } from './listing-share-events.ts';
import { LISTING_SHARE_REFUSALS as REFUSALS } from './listing-share-refusals.ts';
import { type Footing, type ListingShareState, mayBeUsed } from './listing-share-state.ts';

type ListingShareDecision = Decision<ListingShareEvent>;
type State = ListingShareState | undefined;

/** Asks the partner for all it shares. */
export const askFor = ({ now, newId }: Circumstances): ListingShareEvent => ({
  type: 'listingsAskedFor',
  round: newId(),
  at: now,
});

const sameFooting = (one: Footing, other: Footing): boolean => JSON.stringify(one) === JSON.stringify(other);

const opened = ({ type: _, parties, ...opening }: FollowAgreement, { city }: Circumstances): ListingShareEvent => ({
  type: 'shareOpened',
  ...opening,
  partner: parties.find((party) => party !== city) ?? city,
});

/**
 * Whenever the agreement comes into force, all that the partner shares is asked for: nothing of it was kept in the meantime. Who countersigned
 * does not ask first: the question would overtake the signature, without which the proposer cannot know whose it is. It asks when asked.
 */
export const followAgreement = (
  state: State,
  command: FollowAgreement,
  circumstances: Circumstances,
): ListingShareDecision => {
  const { footing } = command;
  const isInForce = footing.standing === 'in-force';
  const [proposer] = command.parties;
  if (!state) {
    const asksFirst = isInForce && circumstances.city === proposer;
    return accept(opened(command, circumstances), ...(asksFirst ? [askFor(circumstances)] : []));
  }
  if (sameFooting(state.footing, footing)) return accept();
  const changed: ListingShareEvent = { type: 'footingChanged', footing, at: circumstances.now };
  const holdsNothing = state.theirs.status === 'none' || state.theirs.status === 'refused';
  return accept(changed, ...(isInForce && holdsNothing ? [askFor(circumstances)] : []));
};

/** What the partner shares. Only the answer to the latest asking counts. */
export const receiveListings = (
  state: State,
  { type: _, from, round, ...changes }: ReceiveListings,
  { now }: Circumstances,
): ListingShareDecision => {
  if (!state) return refuse(REFUSALS.notFound);
  if (from !== state.partner) return refuse(REFUSALS.notParty, { city: from });
  const foreign = changes.upserts.find(({ city }) => city !== from);
  if (foreign) return refuse(REFUSALS.foreignEntry, { from, id: foreign.id });
  const { theirs } = state;
  return 'round' in theirs && theirs.round === round
    ? accept({
        type: 'listingsReceived',
        round,
        upserts: [...changes.upserts],
        withdrawals: [...changes.withdrawals],
        complete: changes.complete,
        at: now,
      })
    : accept({ type: 'listingsPassedOver', round, at: now });
};

/** Deletes a part of what is to be deleted; when none of what was held is left and the agreement is in force, all is asked for. */
export const drop = (
  state: ListingShareState,
  { side, entries, finished }: Drop,
  circumstances: Circumstances,
): ListingShareDecision => {
  if (state[side].status !== 'clearing') return accept();
  const dropped: ListingShareEvent = {
    type: 'listingsDropped',
    side,
    entries: [...entries],
    finished,
    at: circumstances.now,
  };
  const isWanted = side === 'theirs' && finished && state.footing.standing === 'in-force';
  return accept(dropped, ...(isWanted ? [askFor(circumstances)] : []));
};

/** What is held is dropped and asked for again. */
export const renew = (state: State, { now }: Circumstances): ListingShareDecision => {
  if (!state) return refuse(REFUSALS.notFound);
  return mayBeUsed(state.theirs) ? accept({ type: 'renewalBegan', at: now }) : refuse(REFUSALS.nothingHeld);
};
