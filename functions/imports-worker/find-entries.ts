import { v5 } from 'uuid';
import * as z from 'zod';
import { type Loaded, loadSet } from '../../shared/data/loaded.ts';
import { keys } from '../../shared/data/table.ts';
import type { AggregateKind } from '../../shared/domain/kernel/aggregate.ts';
import { naturalKey, naturalKeyList } from '../../shared/domain/registry/natural-key.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import type { ReadRow } from '../../shared/spreadsheet/read-table.ts';
import { type AnyRegistryTable, RowProblem, type RowReference } from '../../shared/spreadsheet/table.ts';
import type { WorkerCell } from './worker-cell.ts';

/** DynamoDB reads this many rows at a time. */
export const ROWS_AT_ONCE = 100;

/** The entry that a row of a file is about: one there is, or one to be made. */
export interface FoundEntry {
  readonly read: ReadRow;
  readonly id: string;
  readonly loaded: Loaded<unknown> | undefined;
  /** Ids of the entries that the row names; or why one of them cannot be found. */
  readonly named: readonly string[] | RowProblem;
}

const CardSchema = z.looseObject({ id: z.uuid() });

/** Ids of new entries are made of what they are known by, in this name space, so that two imports of one file make one entry. */
const NAMESPACE = '5f0b9c9e-6a55-4b8e-8f43-3b6e0c8f9a10';

type KeyName = string;
const nameOfKey = (kind: AggregateKind, key: string): KeyName => `${kind} ${key}`;

/** @returns the ids of entries by what they are known by. */
const idsOf = async (
  { store }: WorkerCell,
  wanted: readonly { readonly kind: AggregateKind; readonly key: string }[],
): Promise<ReadonlyMap<KeyName, string>> => {
  const rows = new Map(wanted.map(({ kind, key }) => [nameOfKey(kind, key), keys.listing(naturalKeyList(kind), key)]));
  const asked = [...rows.values()];
  const found = new Map<string, string>();
  for (let n = 0; n < asked.length; n += ROWS_AT_ONCE)
    for (const { pk, sk, card } of await store.getMany(asked.slice(n, n + ROWS_AT_ONCE)))
      found.set(`${pk} ${sk}`, CardSchema.parse(card).id);
  return new Map(
    [...rows].flatMap(([name, { pk, sk }]) => {
      const id = found.get(`${pk} ${sk}`);
      return id === undefined ? [] : [[name, id] as const];
    }),
  );
};

/**
 * Finds the entries that rows are about, and those they name: three reads for a hundred rows.
 * @param reads at most {@link ROWS_AT_ONCE}.
 */
export const findEntries = async (
  cell: WorkerCell,
  table: AnyRegistryTable,
  reads: readonly ReadRow[],
): Promise<readonly FoundEntry[]> => {
  const { kind } = table;
  const keyed = reads.map((read) => ({
    read,
    key: naturalKey(...table.keyOf(read.row)),
    references: (table.references?.(read.row) ?? []).map((each) => ({
      ...each,
      key: naturalKey(...each.key),
      words: each.key,
    })),
  }));
  const ids = await idsOf(
    cell,
    keyed.flatMap(({ key, references }) => [{ kind, key }, ...references]),
  );
  const newIdOf = (key: string, generation = ''): string => v5(`${cell.city}/${kind}/${key}${generation}`, NAMESPACE);
  const wanted = keyed.map(({ key }) => ids.get(nameOfKey(kind, key)) ?? newIdOf(key));
  const states = await loadSet(
    cell.store,
    conversationsOf(table.conversation),
    wanted.map((id) => ({ kind, id })),
  );
  return keyed.map(({ read, key, references }, n): FoundEntry => {
    const known = ids.get(nameOfKey(kind, key));
    const id = known ?? newIdOf(key);
    const loaded = states.get({ kind, id });
    const named = namedBy(references, ids);
    if (known !== undefined || !loaded) return { read, id: wanted[n] ?? id, loaded, named };
    // The entry of that id is no longer kept, so that its name is free: the new one is another.
    return { read, id: newIdOf(key, `/${loaded.row.head}`), loaded: undefined, named };
  });
};

const namedBy = (
  references: readonly (Omit<RowReference, 'key'> & { readonly key: string; readonly words: readonly string[] })[],
  ids: ReadonlyMap<KeyName, string>,
): readonly string[] | RowProblem => {
  const found: string[] = [];
  for (const { kind, key, path, words } of references) {
    const id = ids.get(nameOfKey(kind, key));
    if (id === undefined)
      return new RowProblem(path, {
        zh: `登记中没有“${words.join(' ')}”`,
        en: `the registry has no "${words.join(' ')}"`,
      });
    found.push(id);
  }
  return found;
};
