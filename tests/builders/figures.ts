import type { Context } from 'aws-lambda';
import { createHandler } from '../../functions/figures-worker/handler.ts';
import { FigureRowSchema } from '../../shared/data/figures/figure-rows.ts';
import type { LedgerEntry } from '../../shared/data/ledger.ts';
import { nameOf, type Reference } from '../../shared/data/loaded.ts';
import type { Item } from '../../shared/data/store.ts';
import { ENTITY, keys } from '../../shared/data/table.ts';
import { cellName, type FigureLine, gathered } from '../../shared/domain/figures/figure-cell.ts';
import type { RowNote } from '../../shared/lambda/row-queue.ts';
import { NOW, XINING } from './circumstances.ts';
import { createTestCell } from './test-cell.ts';
import { queueEvent } from './told-of-rows.ts';

/** @returns the row of a state, as if it had been written by its n-th change. */
export const stateRow = ({ kind, id }: Reference, state: object, version: number): Item => ({
  ...keys.state(kind, id),
  entity: ENTITY.state,
  kind,
  id,
  version,
  length: version,
  head: 'head',
  sent: {},
  state,
});

/** @returns the row of a ledger's n-th entry, by the clock. */
export const eventRow = ({ kind, id }: Reference, sequence: number, type = 'something', data: object = {}): Item => {
  const entry: LedgerEntry = {
    kind,
    id,
    sequence,
    type,
    at: NOW,
    city: XINING,
    actor: { kind: 'clock', city: XINING },
    data: { ...data },
    messages: [],
    previous: 'genesis',
    hash: 'hash',
  };
  return { ...keys.event(kind, id, sequence), entity: ENTITY.event, entry };
};

/** What a cell of the figures holds. */
type CountedCell = Pick<FigureLine, 'cell' | 'counters'>;

const inOrder = (lines: readonly CountedCell[]): readonly CountedCell[] =>
  lines
    .map(({ cell, counters }) => ({ cell, counters }))
    .toSorted((one, other) => (cellName(one.cell) < cellName(other.cell) ? -1 : 1));

/** A city whose aggregates are put as they are, and whose figures are counted when the test says so. */
export const figuredCity = () => {
  const test = createTestCell();
  const versions = new Map<string, number>();
  const handler = createHandler(test.cell);

  /** The aggregate is now like this, by one entry in its ledger. @returns what its followers are told. */
  const become = async (
    reference: Reference,
    state: object,
    event?: readonly [type: string, data: object],
  ): Promise<RowNote> => {
    const version = (versions.get(nameOf(reference)) ?? 0) + 1;
    versions.set(nameOf(reference), version);
    const row = eventRow(reference, version, event?.[0], event?.[1]);
    await test.store.transact(
      [
        { kind: 'put', item: stateRow(reference, JSON.parse(JSON.stringify(state)), version) },
        { kind: 'put', item: row },
      ],
      test.cell.newId(),
    );
    return { pk: row.pk, sk: row.sk };
  };

  /** Everything of the aggregate is deleted. */
  const vanish = async (reference: Reference): Promise<void> => {
    const pk = nameOf(reference);
    const rows = test.store.rows().filter((row) => row.pk === pk);
    await test.store.transact(
      rows.map(({ sk }) => ({ kind: 'delete', key: { pk, sk } })),
      test.cell.newId(),
    );
  };

  const count = async (...notes: readonly RowNote[]): Promise<void> => {
    const { batchItemFailures } = await handler(queueEvent(notes), {} as Context);
    if (batchItemFailures.length > 0) throw new Error('figures were not counted');
  };

  const cells = (): readonly CountedCell[] =>
    inOrder(
      test.store
        .rows()
        .filter(({ entity }) => entity === ENTITY.figure)
        .map((row) => FigureRowSchema.parse(row)),
    );

  return { ...test, become, vanish, count, cells };
};

/** @returns what cells hold that are made of these lines from scratch. */
export const fromScratch = (lines: readonly FigureLine[]): readonly CountedCell[] => inOrder(gathered(lines));
