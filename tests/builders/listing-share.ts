import type { Circumstances } from '../../shared/domain/kernel/decision.ts';
import { listingShare } from '../../shared/domain/listing-share/listing-share.ts';
import type { ListingShareCommand } from '../../shared/domain/listing-share/listing-share-commands.ts';
import type { ListingShareEvent } from '../../shared/domain/listing-share/listing-share-events.ts';
import type {
  Footing,
  ListingShareState,
  Ours,
  Theirs,
} from '../../shared/domain/listing-share/listing-share-state.ts';
import { shareIdOf } from '../../shared/domain/listing-share/share-id.ts';
import type { RegistryEntry } from '../../shared/domain/registry/registry-entry.ts';
import { team } from '../../shared/domain/team/team.ts';
import { AGREEMENT_ID, someTerms } from './agreement.ts';
import { circumstances, LANZHOU, NOW, XINING } from './circumstances.ts';
import { aTeam } from './team.ts';

export const SHARE_ID = shareIdOf(AGREEMENT_ID);
export const ROUND = '0190b000-0000-7000-8000-0000000000a1';
export const OTHER_ROUND = '0190b000-0000-7000-8000-0000000000a2';

const { hazards, resourceKinds, validUntil } = someTerms();

export const someFooting = (
  standing: Footing['standing'] = 'in-force',
  terms: Partial<Footing['terms']> = {},
): Footing => ({
  standing,
  terms: { hazards, resourceKinds, validUntil, ...terms },
});

/** What Xining shares with Lanzhou in each of the statuses that can have. */
export const oursIn: { readonly [S in Ours['status']]: Extract<Ours, { status: S }> } = {
  idle: { status: 'idle' },
  clearing: { status: 'clearing', since: NOW },
  listing: { status: 'listing', since: NOW, round: ROUND, pass: { list: 'team' } },
  current: { status: 'current', since: NOW, round: ROUND },
  comparing: { status: 'comparing', since: NOW, round: ROUND, pass: { list: 'team' } },
  paused: { status: 'paused', round: ROUND },
  ended: { status: 'ended' },
};

/** What Xining holds of Lanzhou's in each of the statuses that can have. */
export const theirsIn: { readonly [S in Theirs['status']]: Extract<Theirs, { status: S }> } = {
  none: { status: 'none' },
  asked: { status: 'asked', since: NOW, round: ROUND },
  current: { status: 'current', since: NOW, round: ROUND },
  refused: { status: 'refused', since: NOW },
  clearing: { status: 'clearing', since: NOW },
};

/** Xining's share with Lanzhou, everything said in both directions unless said otherwise. */
export const aShare = (overrides: Partial<ListingShareState> = {}): ListingShareState => ({
  id: SHARE_ID,
  agreementId: AGREEMENT_ID,
  partner: LANZHOU,
  exercise: false,
  footing: someFooting(),
  ours: oursIn.current,
  theirs: theirsIn.current,
  heldVersion: 3,
  failures: [],
  ...overrides,
});

export const follow = (footing: Footing, proposer: string = XINING): ListingShareCommand => ({
  type: 'follow-agreement',
  id: SHARE_ID,
  agreementId: AGREEMENT_ID,
  parties: proposer === XINING ? [XINING, LANZHOU] : [LANZHOU, XINING],
  exercise: false,
  footing,
});

/** Decides and evolves. @returns the state after it and the events. @throws Error when the command is refused. */
export const shareAfter = (
  state: ListingShareState | undefined,
  command: ListingShareCommand,
  where: Circumstances = circumstances(),
): { readonly state: ListingShareState | undefined; readonly events: readonly ListingShareEvent[] } => {
  const decision = listingShare.decide(state, command, where);
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const { events } = decision;
  return {
    state: events.reduce<ListingShareState | undefined>((sum, event) => listingShare.evolve(sum, event), state),
    events,
  };
};

/** An entry of that city's registry. */
export const anEntry = (overrides: Partial<RegistryEntry> = {}, city = XINING): RegistryEntry => {
  const entry = team.registryEntry?.(aTeam(), city);
  if (!entry) throw new Error('a team in service can be had');
  return { ...entry, ...overrides };
};
