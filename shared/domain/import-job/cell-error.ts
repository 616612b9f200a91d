import * as z from 'zod';
import { TextSchema } from '../kernel/text.ts';

/** What is wrong with one cell of a file, so that whoever keeps the file finds it. */
export const CellErrorSchema = z
  .strictObject({
    sheet: z.string(),
    /** As the spreadsheet program counts: the header is row 1. */
    row: z.int().min(1),
    /** The header over the cell; where a whole row or the header itself is wrong, what it should be. */
    column: z.string(),
    /** e.g. `C5`. */
    cell: z.string(),
    /** What stands in the cell, shortened; left out where it is empty or personal data. */
    value: z.string().max(100).optional(),
    reason: TextSchema,
  })
  .meta({ id: 'CellError' });
export type CellError = z.infer<typeof CellErrorSchema>;

/** How many errors the import itself shows; all of them are in its error pages. */
export const FIRST_ERRORS = 20;
