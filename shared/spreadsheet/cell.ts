import type { Text } from '../domain/kernel/text.ts';

/** What people write in the cells of a column, and the value that is meant by it. */
export interface Cell<T> {
  /**
   * @param text what stands in the cell, trimmed, never empty.
   * @throws CellProblem when that cannot be meant.
   */
  read(text: string): T;
  /** The text that {@link read} understands as the value. */
  write(value: T): string;
  /** How it is written, for the template's row of notes. */
  readonly notation: Text;
  /** What stands in it is personal data: it is not repeated where others read it. */
  readonly personal?: boolean;
}

/** Why a cell cannot be read. */
export class CellProblem extends Error {
  readonly reason: Text;
  constructor(reason: Text) {
    super(reason.en);
    this.name = 'CellProblem';
    this.reason = reason;
  }
}
