import type * as z from 'zod';
import type { LoadedSet, Reference } from '../data/loaded.ts';
import type { ExpertClass } from '../domain/expert/expert-class.ts';
import type { SpreadsheetKind } from '../domain/import-job/spreadsheet-kind.ts';
import type { AggregateKind } from '../domain/kernel/aggregate.ts';
import type { CityCode } from '../domain/kernel/city-code.ts';
import { issueSentence } from '../domain/kernel/issue-sentence.ts';
import type { Text } from '../domain/kernel/text.ts';
import type { DutyClaim } from '../domain/roster/duty-standing.ts';
import type { Hazard } from '../domain/vocabulary/hazards.ts';
import type { ResourceKind } from '../domain/vocabulary/resource-kinds.ts';
import { type AnyConversation, conversationsOf, type SomeConversations } from '../exchange/conversation.ts';
import { CellProblem } from './cell.ts';
import { type Column, putAt, valueAt } from './column.ts';

/** Another entry that a row names by what people know it by. */
export interface RowReference {
  readonly kind: AggregateKind;
  readonly key: readonly string[];
  /** Of the value that names it. */
  readonly path: readonly string[];
  /** The row stands without it. */
  readonly optional?: boolean;
}

/** An entry that a row names, as it was read. */
export interface NamedEntry {
  readonly id: string;
  readonly state: unknown;
}

/** Those that a row names, in the order of its references; `undefined` where there is none and need be none. */
export type Named = readonly (NamedEntry | undefined)[];

/** What is decided about a row. */
export interface RowInput<P, S> {
  readonly row: P;
  /** The entry as it is; `undefined` when the registry has none of the row's key. */
  readonly state: S | undefined;
  /** Of the entry. */
  readonly id: string;
  readonly named: Named;
}

/** What exports choose entries by; each kind has lists for some of it. */
export interface ExportFilter {
  readonly hazard?: Hazard | undefined;
  readonly kind?: ResourceKind | undefined;
  readonly class?: ExpertClass | undefined;
  readonly category?: string | undefined;
}

/** What the row of an entry is made with. */
export interface RowContext {
  /** Whether personal data is shown or masked. */
  readonly contacts: 'masked' | 'shown';
  /** The entries that {@link RegistryTable.partsOf} names, as they are. */
  readonly parts: LoadedSet;
}

/**
 * One kind of registry entry as a table: template, import and export are all made from this. `P` is what a row holds, `S` the
 * state of the entry.
 */
export interface RegistryTable<P, S> {
  readonly kind: SpreadsheetKind;
  /** Of the sheet. */
  readonly name: Text;
  readonly columns: readonly Column[];
  readonly schema: z.ZodType<P>;
  readonly conversation: AnyConversation;
  /** Of the entries that rows name. */
  readonly others?: readonly AnyConversation[];
  /**
   * What people know the entry by, as in its row in the list of natural keys.
   * @param named left out while a file is read: then names stand for the ids of what they name.
   */
  keyOf(row: P, named?: Named): readonly string[];
  references?(row: P): readonly RowReference[];
  /**
   * Of kinds of which one entry has many rows: the id of the entry that a row is part of. Kinds without it have a row for each entry,
   * found by its key.
   */
  entryOf?(named: Named, city: CityCode): string;
  /**
   * The next command that brings the entry closer to the row, by whoever keeps the registry; `undefined` when it says what the
   * row says.
   * @throws RowProblem when a new entry cannot be without something that the row leaves out.
   */
  nextCommand(input: RowInput<P, S>): { readonly type: string } | undefined;
  /** What of {@link ExportFilter} there are lists for. */
  readonly filters: readonly (keyof ExportFilter)[];
  /** @returns the name of the list of the entries that a filter of those {@link filters} chooses. */
  listOf(filter: ExportFilter): string;
  /** How the cards of that list name their entry; by `<kind>Id`, or by `id`, unless given. */
  readonly cardId?: string;
  /** @returns what must be read besides the entry to make its row. */
  partsOf?(state: S): readonly Reference[];
  /** @returns the row that an entry is, or its rows; `undefined` for entries that are no longer kept. */
  rowOf(state: S, context: RowContext): unknown;
  /** @returns the command by which somebody reads the personal data of an entry; kinds without it have none. */
  contactReading?(reading: { readonly reason: string; readonly duty: DutyClaim }): { readonly type: string };
}
export type AnyRegistryTable = RegistryTable<unknown, unknown>;

/** @returns what a table's commands look at or change. */
export const conversationsFor = ({ conversation, others = [] }: AnyRegistryTable): SomeConversations =>
  conversationsOf(conversation, ...others);

/** Why a row cannot be taken, at a path of its values. */
export class RowProblem extends CellProblem {
  readonly path: readonly string[];
  constructor(path: readonly string[], reason: Text) {
    super(reason);
    this.path = path;
  }
}

const MUST_BE_GIVEN: Text = { zh: '必须填写', en: 'must be filled in' };

/**
 * @returns the value, which a new entry cannot be without.
 * @throws RowProblem when neither the row nor the entry has it.
 */
export const given = <T>(value: T | undefined, path: readonly string[]): T => {
  if (value === undefined) throw new RowProblem(path, MUST_BE_GIVEN);
  return value;
};

/**
 * @returns the value as the schema gives it.
 * @throws RowProblem when the value does not agree with it.
 */
export const agreed = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value, { reportInput: true });
  const [issue] = parsed.error?.issues ?? [];
  if (issue) throw new RowProblem(issue.path.map(String), issueSentence(issue));
  return parsed.data as T;
};

/** What is wrong in one column of a row. */
export interface ColumnProblem {
  readonly column: number;
  readonly reason: Text;
}

export type RowReading<P> =
  | { readonly row: P; readonly problems?: undefined }
  | { readonly row?: undefined; readonly problems: readonly ColumnProblem[] };

/** @returns which column a path of the entry belongs to: the one that agrees with it longest; the first when none does. */
export const columnAt = (columns: readonly Column[], path: readonly PropertyKey[]): number => {
  const agreement = ({ path: own }: Column): number => {
    const length = Math.min(own.length, path.length);
    return own.slice(0, length).every((step, n) => step === path[n]) ? length : 0;
  };
  const best = Math.max(0, ...columns.map(agreement));
  return best === 0 ? 0 : columns.findIndex((column) => agreement(column) === best);
};

/** What the cells say, and what is wrong with those that say nothing that can be meant. */
const readCells = (columns: readonly Column[], texts: readonly string[]) => {
  const entry: Record<string, unknown> = {};
  const problems = new Map<number, Text>();
  for (const [n, column] of columns.entries()) {
    try {
      const value = readCell(column, (texts[n] ?? '').trim());
      if (value !== undefined) putAt(entry, column.path, value);
    } catch (error) {
      if (!(error instanceof CellProblem)) throw error;
      problems.set(n, error.reason);
    }
  }
  return { entry, problems };
};

const readCell = ({ cell, required, whenEmpty }: Column, text: string): unknown => {
  if (text !== '') return cell.read(text);
  if (required) throw new CellProblem(MUST_BE_GIVEN);
  return whenEmpty;
};

/** @param texts what stands in the cells, in the order of the table's columns. */
export const readRow = <P>(
  { columns, schema }: Pick<RegistryTable<P, never>, 'columns' | 'schema'>,
  texts: readonly string[],
): RowReading<P> => {
  const { entry, problems } = readCells(columns, texts);
  const parsed = schema.safeParse(entry, { reportInput: true });
  if (parsed.success && problems.size === 0) return { row: parsed.data };
  for (const issue of parsed.error?.issues ?? []) {
    const n = columnAt(columns, issue.path);
    if (!problems.has(n)) problems.set(n, issueSentence(issue));
  }
  const inOrder = [...problems].sort(([one], [other]) => one - other);
  return { problems: inOrder.map(([n, reason]) => ({ column: n, reason })) };
};

/** @returns what stands in the cells of an entry's row, in the order of the table's columns. */
export const writeRow = (columns: readonly Column[], row: unknown): readonly string[] =>
  columns.map(({ path, cell }) => {
    const value = valueAt(row, path);
    return value === undefined ? '' : cell.write(value);
  });
