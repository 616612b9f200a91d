import { added, type Counters, isNothing } from '../../domain/figures/counters.ts';
import { cellName, type FigureLine } from '../../domain/figures/figure-cell.ts';
import type { Cell } from '../../lambda/cell.ts';
import { type Condition, type Key, MAXIMUM_TRANSACTION_WRITES, type Write } from '../store.ts';
import { ENTITY, keys } from '../table.ts';
import { type FigurePartRow, type FigureRow, FigureRowSchema } from './figure-rows.ts';

/** What counting needs of a city. */
export type FigureCity = Pick<Cell, 'store' | 'newId' | 'pause'>;

const asRead = (row: { readonly stamp: string } | undefined): Condition =>
  row === undefined ? { kind: 'absent' } : { kind: 'equals', attribute: 'stamp', value: row.stamp };

/** What a part of an aggregate is to add to the figures from now on. */
export interface PartChange {
  readonly key: Key;
  /** What it has added so far. */
  readonly before: FigurePartRow | undefined;
  readonly lines: readonly FigureLine[];
  /** What must hold besides. */
  readonly guards: readonly Write[];
}

/** Sums by cell of lines that are counted so many times each; without what comes to nothing. */
const summed = (terms: readonly (readonly [lines: readonly FigureLine[], times: number])[]): readonly FigureLine[] => {
  const sums = new Map<string, FigureLine>();
  for (const [lines, times] of terms)
    for (const line of lines) {
      const sum: Counters = sums.get(cellName(line.cell))?.counters ?? {};
      sums.set(cellName(line.cell), { ...line, counters: added(sum, line.counters, times) });
    }
  return [...sums.values()].filter(({ counters }) => !isNothing(counters));
};

/** What has to be added to each cell, so that it holds the new lines instead of the old ones. */
const differencesOf = ({ before, lines }: PartChange): readonly FigureLine[] =>
  summed([
    [(before?.lines ?? []) as readonly FigureLine[], -1],
    [lines, 1],
  ]);

/** Writes a row, or removes it where nothing is left. */
const putOrRemove = (
  row: FigureRow | FigurePartRow,
  before: { readonly stamp: string } | undefined,
  isEmpty: boolean,
): Write => {
  const { pk, sk } = row;
  if (isEmpty) return { kind: 'delete', key: { pk, sk }, ...(before && { condition: asRead(before) }) };
  return { kind: 'put', item: row, condition: asRead(before) };
};

const cellWrite = (stamp: string, { cell, counters, name }: FigureLine, before: FigureRow | undefined): Write => {
  const key = keys.figure(cell);
  const sum = added((before?.counters ?? {}) as Counters, counters);
  const called = name ?? before?.name;
  const row: FigureRow = {
    ...key,
    entity: ENTITY.figure,
    stamp,
    cell,
    ...(called === undefined ? {} : { name: called }),
    counters: sum as Record<string, number>,
  };
  return putOrRemove(row, before, isNothing(sum));
};

const partWrite = (stamp: string, { key, before, lines }: PartChange): Write => {
  const part: FigurePartRow = {
    ...key,
    entity: ENTITY.figurePart,
    stamp,
    lines: lines.map(({ cell, counters, name }) => ({
      cell,
      counters: counters as Record<string, number>,
      ...(name === undefined ? {} : { name }),
    })),
  };
  return putOrRemove(part, before, lines.length === 0);
};

/** Parts that are written in one transaction. */
type Pack = { readonly change: PartChange; readonly differences: readonly FigureLine[] }[];

/** @returns the parts that change, as many of them together as certainly fit into one transaction. */
const packsOf = (changes: readonly PartChange[]): readonly Pack[] => {
  const packs: Pack[] = [];
  let room = 0;
  for (const change of changes) {
    const differences = differencesOf(change);
    if (differences.length === 0) continue;
    const size = 1 + differences.length + change.guards.length;
    if (size > room) {
      packs.push([]);
      room = MAXIMUM_TRANSACTION_WRITES;
    }
    packs.at(-1)?.push({ change, differences });
    room -= size;
  }
  return packs;
};

const eachOnce = (guards: readonly Write[]): readonly Write[] => [
  ...new Map(guards.map((guard) => [JSON.stringify(guard), guard])).values(),
];

const writePack = async ({ store, newId }: FigureCity, pack: Pack): Promise<void> => {
  const lines = summed(pack.map(({ differences }) => [differences, 1] as const));
  const items = lines.length === 0 ? [] : await store.getMany(lines.map(({ cell }) => keys.figure(cell)));
  const rows = new Map(items.map((item) => FigureRowSchema.parse(item)).map((row) => [cellName(row.cell), row]));
  const stamp = newId();
  const writes = [
    ...pack.map(({ change }) => partWrite(stamp, change)),
    ...lines.map((line) => cellWrite(stamp, line, rows.get(cellName(line.cell)))),
    ...eachOnce(pack.flatMap(({ change }) => change.guards)),
  ];
  await store.transact(writes, newId());
};

/**
 * Has parts of aggregates, each named once, add their lines to the figures, and nothing else any more: as many as fit in one BatchGetItem and one
 * transaction of the parts and the cells that change; nothing is written where nothing changes.
 * @throws TransactionCancelled when somebody else was quicker; some may be written by then.
 */
export const writeParts = async (city: FigureCity, changes: readonly PartChange[]): Promise<void> => {
  for (const pack of packsOf(changes)) await writePack(city, pack);
};
