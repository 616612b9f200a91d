import * as z from 'zod';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import { executeTogether } from '../../shared/data/execute-together.ts';
import { type LoadedSet, loadMany } from '../../shared/data/loaded.ts';
import type { Actor } from '../../shared/domain/kernel/actor.ts';
import type { DutyClaim } from '../../shared/domain/roster/duty-standing.ts';
import type { ExportQuery } from '../../shared/http/routes/spreadsheets.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import { type AnyRegistryTable, conversationsFor, writeRow } from '../../shared/spreadsheet/table.ts';

/** DynamoDB reads this many rows at a time. */
const ROWS_AT_ONCE = 100;

/** Who wants to see personal data, and why. */
export interface ContactReading {
  readonly actor: Actor;
  readonly reason: string;
  readonly duty: DutyClaim;
}

export interface ExportedRows {
  readonly rows: readonly (readonly string[])[];
  readonly nextCursor?: string;
}

const CardSchema = z.looseObject({});

/** @returns the list that the query chooses. */
const listFor = (
  { listOf }: AnyRegistryTable,
  { hazard, resourceKind, class: ofClass, category }: ExportQuery,
): string => listOf({ hazard, kind: resourceKind, class: ofClass, category });

/** @returns the id of the entry that a card of the table's list is of. */
const idOf = ({ kind, cardId = `${kind}Id` }: AnyRegistryTable, card: Readonly<Record<string, unknown>>): string =>
  z.uuid().parse(card[cardId] ?? card.id);

/** Has it written in every entry's ledger that its personal data was read. @returns the ids of those whose may be. */
const readContacts = async (
  cell: ExecutingCell,
  table: AnyRegistryTable,
  ids: readonly string[],
  { actor, ...reading }: ContactReading,
  loaded: LoadedSet,
): Promise<ReadonlySet<string>> => {
  const command = table.contactReading?.(reading);
  if (!command) return new Set();
  const executions = ids.map((id) => ({ target: { kind: table.kind, id }, actor, command: () => command }));
  const done = await executeTogether(cell, conversationsFor(table), executions, loaded);
  return new Set(ids.filter((_, n) => done[n] !== undefined));
};

/** Reads a registry, or what a filter chooses of it, as the rows of a table: a Query and a few BatchGetItem for a hundred of them. */
export const exportEntries = async (
  cell: ExecutingCell,
  table: AnyRegistryTable,
  query: ExportQuery,
  reading?: ContactReading,
): Promise<ExportedRows> => {
  const list = listFor(table, query);
  const conversations = conversationsFor(table);
  const rows: (readonly string[])[] = [];
  let { cursor } = query;
  do {
    const limit = Math.min(ROWS_AT_ONCE, query.limit - rows.length);
    const page = await listCards(cell, list, { limit, cursor }, CardSchema);
    const ids = page.items.map((card) => idOf(table, card));
    const loaded = await loadMany(
      cell.store,
      conversations,
      ids.map((id) => ({ kind: table.kind, id })),
    );
    const states = ids.map((id) => loaded.get({ kind: table.kind, id })?.state);
    const parts = await loadMany(
      cell.store,
      conversations,
      states.flatMap((state) => (state ? (table.partsOf?.(state) ?? []) : [])),
    );
    const shown = reading ? await readContacts(cell, table, ids, reading, loaded) : new Set<string>();
    for (const [n, state] of states.entries()) {
      const contacts = shown.has(ids[n] ?? '') ? 'shown' : 'masked';
      const row = state === undefined ? [] : table.rowOf(state, { contacts, parts });
      rows.push(...[row ?? []].flat().map((each) => writeRow(table.columns, each)));
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined && rows.length < query.limit);
  return cursor === undefined ? { rows } : { rows, nextCursor: cursor };
};
