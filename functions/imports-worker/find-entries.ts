import { v5 } from 'uuid';
import * as z from 'zod';
import { type Loaded, type LoadedSet, loadMany, type Reference } from '../../shared/data/loaded.ts';
import { keys } from '../../shared/data/table.ts';
import type { AggregateKind } from '../../shared/domain/kernel/aggregate.ts';
import { naturalKey, naturalKeyList } from '../../shared/domain/registry/natural-key.ts';
import type { ReadRow } from '../../shared/spreadsheet/read-table.ts';
import {
  type AnyRegistryTable,
  conversationsFor,
  type Named,
  RowProblem,
  type RowReference,
} from '../../shared/spreadsheet/table.ts';
import type { WorkerCell } from './worker-cell.ts';

/** DynamoDB reads this many rows at a time. */
export const ROWS_AT_ONCE = 100;

/** The entry that a row of a file is about: one there is, or one to be made. */
export interface FoundEntry {
  readonly read: ReadRow;
  readonly id: string;
  readonly loaded: Loaded<unknown> | undefined;
  /** The entries that the row names; or why one of them cannot be found. */
  readonly named: Named | RowProblem;
}

/** Rows with the entries they are about, and all that was read of the registry for them. */
export interface Found {
  readonly entries: readonly FoundEntry[];
  readonly states: LoadedSet;
}

/** Another entry by what it is known by. */
interface NaturalReference {
  readonly kind: AggregateKind;
  readonly key: string;
}

/** A row with what it is known by. */
interface KeyedRow {
  readonly read: ReadRow;
  readonly named: Named | RowProblem;
  readonly key: string;
}

const CardSchema = z.looseObject({ id: z.uuid() });

/** Ids of new entries are made of what they are known by, in this name space, so that two imports of one file make one entry. */
const NAMESPACE = '5f0b9c9e-6a55-4b8e-8f43-3b6e0c8f9a10';

const nameOf = ({ kind, key }: NaturalReference): string => `${kind} ${key}`;

const inPieces = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / ROWS_AT_ONCE) }, (_, n) =>
    all.slice(n * ROWS_AT_ONCE, (n + 1) * ROWS_AT_ONCE),
  );

/** @returns the ids of entries by what they are known by. */
const idsOf = async (
  { store }: WorkerCell,
  wanted: readonly NaturalReference[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = [...new Map(wanted.map((each) => [nameOf(each), each])).values()].map((each) => ({
    name: nameOf(each),
    row: keys.listing(naturalKeyList(each.kind), each.key),
  }));
  const found = new Map<string, string>();
  for (const piece of inPieces(rows))
    for (const { pk, sk, card } of await store.getMany(piece.map(({ row }) => row)))
      found.set(`${pk} ${sk}`, CardSchema.parse(card).id);
  return new Map(
    rows.flatMap(({ name, row: { pk, sk } }) => {
      const id = found.get(`${pk} ${sk}`);
      return id === undefined ? [] : [[name, id] as const];
    }),
  );
};

const natural = ({ kind, key }: RowReference): NaturalReference => ({ kind, key: naturalKey(...key) });

/** @returns what finds the entries that a row names, all rows' together. */
const namedEntries = async (cell: WorkerCell, table: AnyRegistryTable, reads: readonly ReadRow[]) => {
  const references = reads.flatMap(({ row }) => table.references?.(row) ?? []);
  const ids = await idsOf(cell, references.map(natural));
  const referenceOf = (each: RowReference): Reference | undefined => {
    const id = ids.get(nameOf(natural(each)));
    return id === undefined ? undefined : { kind: each.kind, id };
  };
  const states = await loadMany(
    cell.store,
    conversationsFor(table),
    references.flatMap((each) => referenceOf(each) ?? []),
  );
  const namedBy = (row: unknown): Named | RowProblem => {
    const all = table.references?.(row) ?? [];
    const missing = all.find((each) => !each.optional && !referenceOf(each));
    if (missing) return unknownEntry(missing);
    return all.map((each) => {
      const reference = referenceOf(each);
      return reference && { id: reference.id, state: states.get(reference)?.state };
    });
  };
  return { namedBy, states };
};

const unknownEntry = ({ path, key }: RowReference): RowProblem => {
  const words = key.join(' ');
  return new RowProblem(path, { zh: `登记中没有“${words}”`, en: `the registry has no "${words}"` });
};

/**
 * Finds the entries that rows are about, and those they name: two reads for a hundred rows, two more where they name others.
 * @param reads at most {@link ROWS_AT_ONCE}.
 */
export const findEntries = async (
  cell: WorkerCell,
  table: AnyRegistryTable,
  reads: readonly ReadRow[],
): Promise<Found> => {
  const { kind } = table;
  const others = await namedEntries(cell, table, reads);
  const rows = reads.map((read): KeyedRow => {
    const named = others.namedBy(read.row);
    return { read, named, key: naturalKey(...table.keyOf(read.row, named instanceof RowProblem ? undefined : named)) };
  });
  const ids = await idsOf(
    cell,
    rows.map(({ key }) => ({ kind, key })),
  );
  const newIdOf = (key: string, generation = ''): string => v5(`${cell.city}/${kind}/${key}${generation}`, NAMESPACE);
  const idOf = ({ key, named }: KeyedRow): string =>
    (named instanceof RowProblem ? undefined : table.entryOf?.(named, cell.city)) ??
    ids.get(nameOf({ kind, key })) ??
    newIdOf(key);
  const own = await loadMany(
    cell.store,
    conversationsFor(table),
    rows.map((row) => ({ kind, id: idOf(row) })),
  );
  const entries = rows.map((row): FoundEntry => {
    const { read, named, key } = row;
    const id = idOf(row);
    const loaded = own.get({ kind, id });
    if (table.entryOf || ids.has(nameOf({ kind, key })) || !loaded) return { read, id, loaded, named };
    // The entry of that id is no longer kept, so that its name is free: the new one is another.
    return { read, id: newIdOf(key, `/${loaded.row.head}`), loaded: undefined, named };
  });
  return { entries, states: others.states.with(own) };
};
