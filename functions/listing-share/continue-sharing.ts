import type { ExecutingCell } from '../../shared/data/execute.ts';
import { type Loaded, load } from '../../shared/data/loaded.ts';
import type { Item } from '../../shared/data/store.ts';
import { keys } from '../../shared/data/table.ts';
import { kindsListedUnder } from '../../shared/domain/agreement/agreement-terms.ts';
import { passDue } from '../../shared/domain/listing-share/listing-share-clock.ts';
import type { Drop } from '../../shared/domain/listing-share/listing-share-commands.ts';
import type { EntryReference } from '../../shared/domain/listing-share/listing-share-events.ts';
import {
  HeldEntryCardSchema,
  heldList,
  SharedEntryCardSchema,
  sharedList,
} from '../../shared/domain/listing-share/listing-share-listings.ts';
import {
  type ListingShareState,
  PASS_LISTS,
  type Pass,
} from '../../shared/domain/listing-share/listing-share-state.ts';
import { listingShareConversation } from '../../shared/exchange/conversations/listing-share.ts';
import { ENTRIES_PER_MESSAGE } from '../../shared/exchange/own-messages.ts';
import { anyDiffers, onShareAsRead, tellEntries } from './tell-entries.ts';

/** Steps of one run; what is left is taken up by the run that these set going through the table's stream. */
const STEPS = 20;
/** Pages without any difference that a pass goes through before it notes how far it has come. */
const PAGES_PER_NOTE = 20;

type LoadedShare = Loaded<ListingShareState>;

const referenceTo = ({ entry: { kind, id } }: { readonly entry: EntryReference }): EntryReference => ({ kind, id });

/** Deletes a page of what is to be deleted. */
const dropStep = async (cell: ExecutingCell, share: LoadedShare, side: Drop['side']): Promise<void> => {
  const { id } = share.state;
  const [list, card] = side === 'ours' ? [sharedList(id), SharedEntryCardSchema] : [heldList(id), HeldEntryCardSchema];
  const page = await cell.store.query({ pk: keys.listing(list, '').pk, limit: ENTRIES_PER_MESSAGE });
  const entries = page.items.map((item) => referenceTo(card.parse(item.card)));
  const finished = page.next === undefined;
  await onShareAsRead(cell, share, () => ({ type: 'drop', side, entries, finished }));
};

interface PassPage {
  readonly entries: readonly EntryReference[];
  readonly next: Pass | 'end';
}

/** @returns where a pass goes on after a list: kinds that the terms do not share are left out, but what was shared is always looked at. */
const listAfter = ({ list }: Pass, { footing: { terms } }: ListingShareState): Pass | 'end' => {
  const listed: readonly Pass['list'][] = [...kindsListedUnder(terms), 'shared'];
  const next = PASS_LISTS.slice(PASS_LISTS.indexOf(list) + 1).find((each) => listed.includes(each));
  return next === undefined ? 'end' : { list: next };
};

/** The registry's lists name an entry by its kind. */
const inRegistry =
  (kind: Exclude<Pass['list'], 'shared'>) =>
  ({ card }: Item): EntryReference => ({ kind, id: String((card as Readonly<Record<string, unknown>>)[`${kind}Id`]) });

const inShared = ({ card }: Item): EntryReference => referenceTo(SharedEntryCardSchema.parse(card));

/** @returns a page of the entries that a pass looks at: one Query. */
const pageOf = async (
  { store }: Pick<ExecutingCell, 'store'>,
  { state }: LoadedShare,
  pass: Pass,
): Promise<PassPage> => {
  const { list, after } = pass;
  const [name, entryIn] = list === 'shared' ? [sharedList(state.id), inShared] : [list, inRegistry(list)];
  const { pk } = keys.listing(name, '');
  const page = await store.query({ pk, limit: ENTRIES_PER_MESSAGE, ...(after === undefined ? {} : { after }) });
  const next = page.next === undefined ? listAfter(pass, state) : { list, after: page.next };
  return { entries: page.items.map(entryIn), next };
};

/** Goes through the lists until something must be told, the pass is at its end, or how far it has come is worth a note. */
const passStep = async (cell: ExecutingCell, share: LoadedShare, from: Pass): Promise<void> => {
  let pass = from;
  for (let pages = 1; ; pages += 1) {
    const { entries, next } = await pageOf(cell, share, pass);
    if (next === 'end' || pages === PAGES_PER_NOTE || (await anyDiffers(cell, share, entries))) {
      await tellEntries(cell, share, entries, next);
      return;
    }
    pass = next;
  }
};

/** Does the next step of whatever is under way. @returns false when nothing is. */
const step = async (cell: ExecutingCell, share: LoadedShare): Promise<boolean> => {
  const { ours, theirs } = share.state;
  const pass = passDue(share.state, cell.clock.now());
  if (theirs.status === 'clearing') await dropStep(cell, share, 'theirs');
  else if (ours.status === 'clearing') await dropStep(cell, share, 'ours');
  else if (pass) await passStep(cell, share, pass);
  else return false;
  return true;
};

/**
 * Goes on with what is under way between two cities: telling the partner of the whole registry, deleting what may no longer be kept. Each
 * step is one transaction from what the share then is, so that it can be broken off and taken up at any point, by several at once.
 * Costs a GetItem where nothing is under way.
 */
export const continueSharing = async (cell: ExecutingCell, shareId: string): Promise<void> => {
  for (let count = 0; count < STEPS; count += 1) {
    const share = await load(cell.store, listingShareConversation, shareId);
    if (!share || !(await step(cell, share))) return;
  }
};
