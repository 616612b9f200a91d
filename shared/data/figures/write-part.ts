import { added, type Counters, isNothing } from '../../domain/figures/counters.ts';
import { cellName, type FigureLine } from '../../domain/figures/figure-cell.ts';
import type { Cell } from '../../lambda/cell.ts';
import type { Condition, Key, Write } from '../store.ts';
import { ENTITY, keys } from '../table.ts';
import { type FigurePartRow, type FigureRow, FigureRowSchema } from './figure-rows.ts';

/** What counting needs of a city. */
export type FigureCity = Pick<Cell, 'store' | 'newId' | 'pause'>;

const asRead = (row: { readonly stamp: string } | undefined): Condition =>
  row === undefined ? { kind: 'absent' } : { kind: 'equals', attribute: 'stamp', value: row.stamp };

/** What has to be added to each cell, so that it holds the new lines instead of the old ones. */
const differences = (before: readonly FigureLine[], now: readonly FigureLine[]): readonly FigureLine[] => {
  const sums = new Map<string, FigureLine>();
  const add = (lines: readonly FigureLine[], times: number): void => {
    for (const line of lines) {
      const sum: Counters = sums.get(cellName(line.cell))?.counters ?? {};
      sums.set(cellName(line.cell), { ...line, counters: added(sum, line.counters, times) });
    }
  };
  add(before, -1);
  add(now, 1);
  return [...sums.values()].filter(({ counters }) => !isNothing(counters));
};

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

/**
 * Has a part of an aggregate add these lines to the figures, and nothing else any more: one BatchGetItem and one transaction of the part
 * and the cells that change; nothing is written where nothing changes.
 * @param guards what must hold besides.
 * @throws TransactionCancelled when somebody else was quicker.
 */
export const writePart = async (
  { store, newId }: FigureCity,
  key: Key,
  before: FigurePartRow | undefined,
  lines: readonly FigureLine[],
  guards: readonly Write[] = [],
): Promise<void> => {
  const changed = differences((before?.lines ?? []) as readonly FigureLine[], lines);
  if (changed.length === 0) return;
  const items = await store.getMany(changed.map(({ cell }) => keys.figure(cell)));
  const rows = new Map(items.map((item) => FigureRowSchema.parse(item)).map((row) => [cellName(row.cell), row]));
  const stamp = newId();
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
  const writes = [
    putOrRemove(part, before, lines.length === 0),
    ...changed.map((line) => cellWrite(stamp, line, rows.get(cellName(line.cell)))),
    ...guards,
  ];
  await store.transact(writes, newId());
};
