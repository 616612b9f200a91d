import { shownName } from '../../shared/data/feed.ts';
import type { LedgerEntry } from '../../shared/data/ledger.ts';
import type { Subject } from '../../shared/data/ledger-index.ts';
import { loadSet, type Reference } from '../../shared/data/loaded.ts';
import type { Store } from '../../shared/data/store.ts';
import { AGGREGATE_KINDS } from '../../shared/domain/kernel/aggregate.ts';
import { isPrivate } from '../../shared/domain/notification/own-parts.ts';
import { conversationAmong } from '../../shared/exchange/conversation.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';

/** What the duty room may not follow is not found either. */
const referenceOf = ({ kind, id }: Pick<LedgerEntry, 'kind' | 'id'>): Reference | undefined => {
  const known = AGGREGATE_KINDS.find((each) => each === kind);
  return known === undefined || isPrivate(known) ? undefined : { kind: known, id };
};

/** Reads what the entries are about, as it is now: one BatchGetItem. @returns what is known of an entry's subject; `undefined` of one that is not to be found. */
export const readSubjects = async (
  store: Pick<Store, 'getMany'>,
  entries: readonly LedgerEntry[],
): Promise<(entry: LedgerEntry) => Subject | undefined> => {
  const loaded = await loadSet(
    store,
    CONVERSATIONS,
    entries.flatMap((entry) => referenceOf(entry) ?? []),
  );
  return (entry) => {
    const reference = referenceOf(entry);
    const found = reference && loaded.get(reference);
    if (!found) return undefined;
    const { aggregate } = conversationAmong(CONVERSATIONS, reference.kind);
    const title = shownName(aggregate, found.state);
    return {
      ...(title === undefined ? {} : { title }),
      ...(aggregate.isExercise(found.state) ? { exercise: true } : {}),
    };
  };
};
