import type { Text } from '../domain/kernel/text.ts';

/** A sheet as it was read: the texts of its cells, and cells that hold what is not to be taken for text. */
export interface Sheet {
  readonly name: string;
  /** By row; shorter where the cells at the end of a row are empty. */
  readonly rows: readonly (readonly string[])[];
  /** Cells that must not be used as they are, e.g. formulas, by their address. */
  readonly forbidden: ReadonlyMap<string, Text>;
}

/** @returns the letters of a column by its position, from 0, e.g. `AB`. */
export const columnLetters = (position: number): string => {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (position % 26));
  return position < 26 ? letter : columnLetters(Math.floor(position / 26) - 1) + letter;
};

/** @returns the address of a cell; row and column from 0, e.g. `C5`. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
