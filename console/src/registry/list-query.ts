import type { Filter } from './registry-kind.ts';

/** @returns what of the address is a condition of the list, as the API takes it. */
export const queryOf = (filters: readonly Filter[], search: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries(
    filters.flatMap(({ name }) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    }),
  );

/** @returns the address with a condition changed; those that the API does not take together with it are left out. */
export const searchWith = (
  filters: readonly Filter[],
  search: URLSearchParams,
  { name, value }: { readonly name: string; readonly value: string | undefined },
): URLSearchParams => {
  const changed = new URLSearchParams(search);
  if (value === undefined) {
    changed.delete(name);
    return changed;
  }
  changed.set(name, value);
  for (const other of filters.find((filter) => filter.name === name)?.instead ?? []) changed.delete(other);
  return changed;
};

/** @returns whether all words that are looked for stand somewhere in what is known of an entry; case and width do not count. */
export const isFound = (entry: unknown, looked: string): boolean => {
  const words = folded(looked).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = known(entry);
  return words.every((word) => text.includes(word));
};

/** What is known of an entry as it is looked through; an entry that is shown does not change. */
const texts = new WeakMap<object, string>();

const known = (entry: unknown): string => {
  if (typeof entry !== 'object' || entry === null) return folded(textOf(entry));
  const text = texts.get(entry) ?? folded(textOf(entry));
  texts.set(entry, text);
  return text;
};

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** All texts in something, one after the other. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textOf).join('\n');
};
