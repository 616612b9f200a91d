import { type CellError, FIRST_ERRORS } from '../../shared/domain/import-job/cell-error.ts';
import type { ImportJobCommand } from '../../shared/domain/import-job/import-job-commands.ts';
import type { Importer, ImportJobIn, Tally } from '../../shared/domain/import-job/import-job-state.ts';
import type { Actor } from '../../shared/domain/kernel/actor.ts';
import type { DomainEvent } from '../../shared/domain/kernel/aggregate.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Circumstances } from '../../shared/domain/kernel/decision.ts';
import { sentenceOf } from '../../shared/domain/kernel/refusal.ts';
import { cityRulesOf } from '../../shared/reference/city-rules.ts';
import { spoken } from '../../shared/reference/spoken.ts';
import { getPart, importFiles, type Part, putErrors } from '../../shared/spreadsheet/import-files.ts';
import { cellError, type ReadRow } from '../../shared/spreadsheet/read-table.ts';
import { type AnyRegistryTable, columnAt, RowProblem, writeRow } from '../../shared/spreadsheet/table.ts';
import { TABLES } from '../../shared/spreadsheet/tables/index.ts';
import { type FoundEntry, findEntries, ROWS_AT_ONCE } from './find-entries.ts';
import type { WorkerCell } from './worker-cell.ts';

/** More commands than this never lie between an entry and what a row says of it. */
export const MOST_COMMANDS = 8;

/** @returns the person who answers for an import, as the ledgers of the entries name them. */
export const actorOf = ({ id, name, roles }: Importer, city: CityCode): Actor => ({
  kind: 'person',
  id,
  name,
  roles: [...roles],
  city,
});

/** @returns the error of the cell that a problem or a refusal is about. */
export const errorOf = (
  table: AnyRegistryTable,
  part: Part,
  { number, row }: ReadRow,
  problem: RowProblem,
): CellError =>
  cellError(
    table,
    { sheet: part.sheet, number, positions: part.positions, texts: writeRow(table.columns, row) },
    { column: columnAt(table.columns, problem.path), reason: problem.reason },
  );

/**
 * What a row would come to: nothing is written.
 * @param rehearsed entries as they would be after the rows before.
 */
const rehearse = (
  table: AnyRegistryTable,
  { read: { row }, id, loaded, named }: FoundEntry,
  circumstances: Circumstances,
  rehearsed: Map<string, unknown>,
): keyof Tally => {
  if (named instanceof RowProblem) throw named;
  const { aggregate } = table.conversation;
  let state = rehearsed.get(id) ?? loaded?.state;
  let events: readonly DomainEvent[] = [];
  for (let n = 0; n < MOST_COMMANDS; n += 1) {
    const command = table.nextCommand({ row, state, id, named });
    if (!command) break;
    const decision = aggregate.decide(state, command, circumstances);
    if (!decision.accepted)
      throw new RowProblem((decision.refusal.pointer ?? '').split('/').slice(1), spoken(sentenceOf(decision.refusal)));
    for (const event of decision.events) state = aggregate.evolve(state, event);
    events = [...events, ...decision.events];
  }
  rehearsed.set(id, state);
  if (!loaded) return 'registered';
  return events.length === 0 ? 'unchanged' : 'changed';
};

/** Checks a piece of a file against the registry: what its rows would come to, and why some cannot be taken. */
export const checkPart = async (cell: WorkerCell, job: ImportJobIn<'checking'>): Promise<ImportJobCommand> => {
  const table = TABLES[job.kind];
  const part = await getPart(cell.files, job.id, job.part);
  const actor = actorOf(job.openedBy, cell.city);
  const circumstances: Circumstances = {
    now: cell.clock.now(),
    city: cell.city,
    actor,
    newId: cell.newId,
    rules: cityRulesOf(cell.city),
  };
  const tally = { registered: 0, changed: 0, unchanged: 0 };
  const errors: CellError[] = [];
  const rehearsed = new Map<string, unknown>();
  for (let n = 0; n < part.rows.length; n += ROWS_AT_ONCE) {
    const { entries } = await findEntries(cell, table, part.rows.slice(n, n + ROWS_AT_ONCE));
    for (const entry of entries) {
      try {
        tally[rehearse(table, entry, circumstances, rehearsed)] += 1;
      } catch (error) {
        if (!(error instanceof RowProblem)) throw error;
        errors.push(errorOf(table, part, entry.read, error));
      }
    }
  }
  await putErrors(cell.files, importFiles.errors(job.id, job.part + 1), errors);
  return {
    type: 'note-checked',
    part: job.part,
    rows: part.rows.length,
    tally,
    errors: errors.length,
    firstErrors: errors.slice(0, FIRST_ERRORS),
  };
};
