import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { Text } from '../kernel/text.ts';
import type { CellError } from './cell-error.ts';
import type { ReadFile, Tally } from './import-job-state.ts';
import type { SpreadsheetKind } from './spreadsheet-kind.ts';

/** Cells found wrong in one step: how many, and the first of them. */
interface Found {
  readonly errors: number;
  readonly firstErrors: readonly CellError[];
}

interface OpenImport {
  readonly type: 'open';
  readonly id: string;
  readonly kind: SpreadsheetKind;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  /** The file is there already: it is checked at once. */
  readonly uploaded?: boolean;
}

export type ImportJobCommand =
  | OpenImport
  /** `size`: of the file as it was uploaded, bytes; `undefined` when there is none. */
  | { readonly type: 'check'; readonly size: number | undefined }
  | ({ readonly type: 'note-file'; readonly file: ReadFile } & Found)
  | { readonly type: 'refuse-file'; readonly problem: Text }
  /** The piece numbered `part` was checked. */
  | ({
      readonly type: 'note-checked';
      readonly part: number;
      readonly rows: number;
      readonly tally: Tally;
    } & Found)
  /** `digest`: of the file that was checked, as whoever says so has seen it. */
  | { readonly type: 'apply'; readonly digest: string }
  /** The piece numbered `part` was applied. */
  | ({ readonly type: 'note-applied'; readonly part: number; readonly rows: number } & Found)
  | { readonly type: 'cancel'; readonly reason: string }
  | ClockRanOut;
export type ImportJobCommandOf<T extends ImportJobCommand['type']> = Extract<ImportJobCommand, { readonly type: T }>;
