import { type Execution, execute } from '../../shared/data/execute.ts';
import { executeTogether } from '../../shared/data/execute-together.ts';
import { loadSet } from '../../shared/data/loaded.ts';
import { StoreThrottled } from '../../shared/data/store.ts';
import { type CellError, FIRST_ERRORS } from '../../shared/domain/import-job/cell-error.ts';
import type { ImportJobCommand } from '../../shared/domain/import-job/import-job-commands.ts';
import type { ImportJobIn } from '../../shared/domain/import-job/import-job-state.ts';
import { type Refusal, sentenceOf } from '../../shared/domain/kernel/refusal.ts';
import { spoken } from '../../shared/reference/spoken.ts';
import { getPart, importFiles, putErrors } from '../../shared/spreadsheet/import-files.ts';
import { type AnyRegistryTable, conversationsFor, RowProblem } from '../../shared/spreadsheet/table.ts';
import { TABLES } from '../../shared/spreadsheet/tables/index.ts';
import { actorOf, errorOf, MOST_COMMANDS } from './check-part.ts';
import { type Found, type FoundEntry, findEntries, ROWS_AT_ONCE } from './find-entries.ts';
import type { WorkerCell } from './worker-cell.ts';

/** Rows that are applied at the same time. */
const ABREAST = 10;

/** How often a row is tried when the table gives no more, and how long is waited before the first time, milliseconds, doubling. */
const THROTTLED_ATTEMPTS = 6;
const THROTTLED_PAUSE_MS = 100;

type Job = ImportJobIn<'applying'>;

/**
 * Applies a piece of a file. Rows that were applied before whoever did it died say what the registry says by now: they come to
 * nothing. A row that the registry does not take any more, because somebody changed it since the check, is told of; the others go on.
 */
export const applyPart = async (cell: WorkerCell, job: Job): Promise<ImportJobCommand> => {
  const table = TABLES[job.kind];
  const part = await getPart(cell.files, job.id, job.part);
  const failures: CellError[] = [];
  for (let n = 0; n < part.rows.length; n += ROWS_AT_ONCE) {
    const found = await findEntries(cell, table, part.rows.slice(n, n + ROWS_AT_ONCE));
    const entries = await unlessThrottled(cell, () => applyTogether(cell, job, table, found));
    // Rows that are part of one entry wait for one another.
    await abreast(entries, table.entryOf ? 1 : ABREAST, async (entry) => {
      try {
        await applyRow(cell, job, table, entry);
      } catch (error) {
        if (!(error instanceof RowProblem)) throw error;
        failures.push(errorOf(table, part, entry.read, error));
      }
    });
  }
  failures.sort((one, other) => one.row - other.row);
  await putErrors(cell.files, importFiles.failures(job.id, job.part), failures);
  return {
    type: 'note-applied',
    part: job.part,
    rows: part.rows.length,
    errors: failures.length,
    firstErrors: failures.slice(0, FIRST_ERRORS),
  };
};

const abreast = async <T>(all: readonly T[], count: number, work: (each: T) => Promise<void>): Promise<void> => {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: count }, worker));
};

const refused = (refusal: Refusal): RowProblem =>
  new RowProblem((refusal.pointer ?? '').split('/').slice(1), spoken(sentenceOf(refusal)));

/** @returns the command that brings the entry closer to the row. */
const commandFor = (table: AnyRegistryTable, { read, id, loaded, named }: FoundEntry) => {
  if (named instanceof RowProblem) throw named;
  return table.nextCommand({ row: read.row, state: loaded?.state, id, named });
};

const executionOf = (
  { city }: WorkerCell,
  job: Job,
  { kind }: AnyRegistryTable,
  { id, loaded }: FoundEntry,
  command: unknown,
): Execution => ({
  target: { kind, id },
  actor: actorOf(job.appliedBy, city),
  cause: { kind: 'import-job', id: job.id },
  command: () => command,
  ...(loaded ? { ifMatch: loaded.row.version } : {}),
});

/** Does what can be done for many rows in few transactions. @returns the entries as they are after it. */
const applyTogether = async (
  cell: WorkerCell,
  job: Job,
  table: AnyRegistryTable,
  { entries, states }: Found,
): Promise<readonly FoundEntry[]> => {
  const begun = new Set<string>();
  const executions = entries.flatMap((entry) => {
    // The first row of each entry: a transaction writes an entry once.
    if (begun.has(entry.id)) return [];
    begun.add(entry.id);
    try {
      const command = commandFor(table, entry);
      return command ? [executionOf(cell, job, table, entry, command)] : [];
    } catch (error) {
      // Told of when the row is looked at alone.
      if (error instanceof RowProblem) return [];
      throw error;
    }
  });
  const done = await executeTogether(cell, conversationsFor(table), executions, states);
  const after = new Map(executions.map(({ target }, n) => [target.id, done[n]]));
  return entries.map((entry) => ({ ...entry, loaded: after.get(entry.id) ?? entry.loaded }));
};

/** Executes, one after the other, the commands that lie between the entry and what the row says of it. */
const applyRow = async (cell: WorkerCell, job: Job, table: AnyRegistryTable, found: FoundEntry): Promise<void> => {
  const conversations = conversationsFor(table);
  let entry = found;
  for (let n = 0; n < MOST_COMMANDS; n += 1) {
    const command = commandFor(table, entry);
    if (!command) return;
    const execution = executionOf(cell, job, table, entry, command);
    const executed = await unlessThrottled(cell, () => execute(cell, conversations, execution));
    const loaded =
      executed.outcome === 'done'
        ? executed
        : (await loadSet(cell.store, conversations, [execution.target])).get(execution.target);
    // Somebody was quicker: the row is looked at anew. A refusal on what was looked at is final.
    if (executed.outcome === 'refused' && loaded?.row.version === entry.loaded?.row.version)
      throw refused(executed.refusal);
    entry = { ...entry, loaded };
  }
};

const unlessThrottled = async <T>({ pause }: WorkerCell, attempt: () => Promise<T>): Promise<T> => {
  for (let n = 1; ; n += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof StoreThrottled) || n === THROTTLED_ATTEMPTS) throw error;
      await pause(THROTTLED_PAUSE_MS * 2 ** n);
    }
  }
};
