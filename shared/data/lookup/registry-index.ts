import type { SayInPinyin } from '../../domain/lookup/pinyin.ts';
import type { RegistryEntry } from '../../domain/registry/registry-entry.ts';
import type { Cell } from '../../lambda/cell.ts';
import { MAXIMUM_TRANSACTION_WRITES, StoreThrottled, TransactionCancelled, type Write } from '../store.ts';
import { keys } from '../table.ts';
import { allPostingKeys, type EntryChange, type IndexPlan, planOf } from './index-plan.ts';
import { type IndexedEntryRow, IndexedEntryRowSchema } from './index-rows.ts';
import { loadSayInPinyin } from './say-in-pinyin.ts';

export type { EntryChange } from './index-plan.ts';

/** Whose registry an entry stands in: this city's own, or a partner's, who shares it under an agreement. */
export type IndexSource = 'own' | { readonly agreement: string };

/** The side effects that writing the index needs. */
export type IndexingCell = Pick<Cell, 'store' | 'newId' | 'pause' | 'log'>;

/** Thrown when entries could not be written now: others were quicker each time, or the table throttles. Later they can. */
export class NotIndexed extends Error {
  readonly changes: readonly EntryChange[];
  constructor(changes: readonly EntryChange[]) {
    super(`${changes.length} entries were not indexed`);
    this.name = 'NotIndexed';
    this.changes = changes;
  }
}

/** Entries looked at together: their documents are one BatchGetItem. */
const TOGETHER = 100;
/** How often an entry is tried on its own when others are changing it, and how long to wait before, milliseconds, doubling. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 10;

const sourceName = (source: IndexSource): string => (source === 'own' ? source : source.agreement);

/** What writing needs, for one source. */
interface Writer {
  readonly cell: IndexingCell;
  readonly source: string;
  readonly say: SayInPinyin;
}

const readRows = async ({ cell, source }: Writer, changes: readonly EntryChange[]) => {
  const items = await cell.store.getMany(changes.map(({ kind, id }) => keys.indexedEntry(source, kind, id)));
  return new Map(items.map((item) => [item.sk, IndexedEntryRowSchema.parse(item)]));
};

const plansFor = async (writer: Writer, changes: readonly EntryChange[]): Promise<readonly IndexPlan[]> => {
  const rows = await readRows(writer, changes);
  return changes.flatMap((change) => {
    const { sk } = keys.indexedEntry(writer.source, change.kind, change.id);
    return planOf(writer.source, rows.get(sk), change, writer.say) ?? [];
  });
};

/** Plans of one transaction that fit together into one. */
const groupsOf = (plans: readonly IndexPlan[]): readonly (readonly IndexPlan[])[] => {
  const groups: IndexPlan[][] = [];
  let room = 0;
  for (const plan of plans) {
    const size = plan.transactions.length === 1 ? (plan.transactions[0]?.length ?? 0) : MAXIMUM_TRANSACTION_WRITES;
    if (size > room) {
      groups.push([]);
      room = MAXIMUM_TRANSACTION_WRITES;
    }
    groups.at(-1)?.push(plan);
    room -= size;
  }
  return groups;
};

const isPassing = (error: unknown): boolean => error instanceof TransactionCancelled || error instanceof StoreThrottled;

const write = async ({ cell }: Writer, transactions: readonly (readonly Write[])[]): Promise<boolean> => {
  try {
    for (const writes of transactions) await cell.store.transact(writes, cell.newId());
    return true;
  } catch (error) {
    if (!isPassing(error)) throw error;
    cell.log.debug('the index was not written', { error: error as Error });
    return false;
  }
};

/** Tries a change on its own, from what the index then holds. @returns whether it is done. */
const retry = async (writer: Writer, change: EntryChange): Promise<boolean> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    await writer.cell.pause(FIRST_PAUSE_MS * 2 ** attempt);
    const [plan] = await plansFor(writer, [change]);
    if (!plan || (await write(writer, plan.transactions))) return true;
  }
  return false;
};

const writeGroup = async (writer: Writer, group: readonly IndexPlan[]): Promise<readonly EntryChange[]> => {
  const [plan] = group;
  const together = group.length === 1 && plan ? plan.transactions : [group.flatMap((each) => each.transactions.flat())];
  if (await write(writer, together)) return [];
  const failed: EntryChange[] = [];
  for (const { change } of group) if (!(await retry(writer, change))) failed.push(change);
  return failed;
};

/** Of several changes of one entry the newest, so that each is written once. */
const newestOfEach = (changes: readonly EntryChange[]): readonly EntryChange[] => {
  const newest = new Map<string, EntryChange>();
  for (const change of changes) {
    const name = `${change.kind}#${change.id}`;
    if ((newest.get(name)?.version ?? -1) < change.version) newest.set(name, change);
  }
  return [...newest.values()];
};

/**
 * Brings entries up to date in the index that lookups read: their documents and their posting rows, an entry's in one transaction
 * where they fit. Idempotent, in any order; what is older than the index holds is passed over. Writes only what differs: reads one
 * document an entry; writes one, and a posting row for each list that the entry came to or left.
 * @throws NotIndexed naming those that have to be tried again; all others are done.
 */
export const indexEntries = async (
  cell: IndexingCell,
  source: IndexSource,
  changes: readonly EntryChange[],
): Promise<void> => {
  const writer: Writer = { cell, source: sourceName(source), say: await loadSayInPinyin() };
  const newest = newestOfEach(changes);
  const failed: EntryChange[] = [];
  for (let start = 0; start < newest.length; start += TOGETHER) {
    const plans = await plansFor(writer, newest.slice(start, start + TOGETHER));
    for (const group of groupsOf(plans)) failed.push(...(await writeGroup(writer, group)));
  }
  if (failed.length > 0) throw new NotIndexed(failed);
};

const PAGE = 25;

const removalOf = (row: IndexedEntryRow): readonly Write[] => [
  ...allPostingKeys(row).map((key): Write => ({ kind: 'delete', key })),
  { kind: 'delete', key: { pk: row.pk, sk: row.sk } },
];

/**
 * Takes out of the index all that is known under an agreement: one Query a page of documents. Can be repeated from the beginning;
 * an entry's document goes last.
 * @throws StoreThrottled when the table is asked for more than it gives now.
 */
export const removeSource = async (cell: IndexingCell, source: { readonly agreement: string }): Promise<void> => {
  const { pk } = keys.indexedEntry(sourceName(source), '', '');
  const page = async () => (await cell.store.query({ pk, limit: PAGE })).items;
  for (let items = await page(); items.length > 0; items = await page())
    for (const item of items) {
      const writes = removalOf(IndexedEntryRowSchema.parse(item));
      for (let start = 0; start < writes.length; start += MAXIMUM_TRANSACTION_WRITES)
        await cell.store.transact(writes.slice(start, start + MAXIMUM_TRANSACTION_WRITES), cell.newId());
    }
};

/** A page of what the index holds of one source, by kind and id; `version` is that of the aggregate at its owner. */
export const indexedEntries = async (
  cell: Pick<Cell, 'store'>,
  source: IndexSource,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<{
  readonly entries: readonly { readonly entry: RegistryEntry; readonly version: number }[];
  readonly next?: string;
}> => {
  const { pk } = keys.indexedEntry(sourceName(source), '', '');
  const page = await cell.store.query({ pk, limit, ...(after !== undefined && { after }) });
  const entries = page.items.flatMap((item) => {
    const { entry, version } = IndexedEntryRowSchema.parse(item);
    return entry ? [{ entry, version }] : [];
  });
  return page.next === undefined ? { entries } : { entries, next: page.next };
};
