import type { Text } from '../domain/kernel/text.ts';
import type { Cell } from './cell.ts';

/** What exports put in place of what is not shown to everybody. */
const MASK = '*';

/** What to know of columns with personal data. */
export const MASKED_NOTE: Text = {
  zh: '新登记必填；已登记的不填或保留 * 号则不变',
  en: 'needed of a new entry; of one that is there, empty or with * means unchanged',
};

/** @returns the cell, to be left alone where it holds personal data as an export masked it. */
export const unlessMasked = <T>({ read, ...cell }: Cell<T>): Cell<T | undefined> => ({
  ...cell,
  personal: true,
  read: (text) => (text.includes(MASK) ? undefined : read(text)),
  write: (value) => (value === undefined ? '' : cell.write(value)),
});
