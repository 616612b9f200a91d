import type { Text } from '../domain/kernel/text.ts';
import type { Cell } from './cell.ts';

/** One column of a table: where its value stands in the entry, and how it is written. */
export interface Column {
  readonly header: Text;
  /** Of the value in the entry, e.g. `['base', 'latitude']`. */
  readonly path: readonly string[];
  readonly cell: Cell<unknown>;
  /** An entry cannot be without it. */
  readonly required: boolean;
  /** What an empty cell means; nothing, unless given. */
  readonly whenEmpty?: unknown;
  /** What the template shows in it. */
  readonly example: string;
  /** What to know besides how it is written. */
  readonly note?: Text;
}

/** How a column is declared: the path as text with dots. */
interface Declaration<T> {
  readonly zh: string;
  readonly en: string;
  readonly path: string;
  readonly cell: Cell<T>;
  readonly example: string;
  /** Default true. */
  readonly required?: boolean;
  readonly whenEmpty?: NoInfer<T>;
  readonly note?: Text;
}

/** @returns a column; its cell's type is forgotten. */
export const column = <T>({ zh, en, path, cell, required = true, ...rest }: Declaration<T>): Column => ({
  header: { zh, en },
  path: path.split('.'),
  cell: { ...cell, write: (value) => cell.write(value as T) },
  required,
  ...rest,
});

type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** @returns what stands at a path, if anything does. */
export const valueAt = (entry: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, step) => (isMembers(value) ? value[step] : undefined), entry);

/** Puts a value at a path, making what is above it. */
export const putAt = (entry: Members, path: readonly string[], value: unknown): void => {
  const [last = '', ...above] = [...path].reverse();
  let holder = entry;
  for (const step of above.reverse()) {
    const next = holder[step];
    if (isMembers(next)) holder = next;
    else {
      const made: Members = {};
      holder[step] = made;
      holder = made;
    }
  }
  holder[last] = value;
};
