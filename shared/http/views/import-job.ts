import * as z from 'zod';
import { CellErrorSchema } from '../../domain/import-job/cell-error.ts';
import {
  type ImportJobState,
  ImportJobStatusSchema,
  ReadFileSchema,
  TallySchema,
} from '../../domain/import-job/import-job-state.ts';
import { SpreadsheetKindSchema } from '../../domain/import-job/spreadsheet-kind.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { TextSchema } from '../../domain/kernel/text.ts';

/** An import as it is shown: how far it is, what it would come to, and what is wrong. */
export const ImportJobViewSchema = z
  .strictObject({
    importId: z.uuid(),
    kind: SpreadsheetKindSchema,
    fileName: z.string(),
    size: z.int(),
    status: ImportJobStatusSchema,
    openedBy: z.string(),
    appliedBy: z.string().optional(),
    /** When it last came further. */
    since: InstantSchema,
    /** SHA-256 of the file, base64url; applying it names it. */
    digest: ReadFileSchema.shape.digest.optional(),
    rows: z.int().optional(),
    /** Of the rows: how many are checked or, while it is being applied, applied. */
    done: z.int().optional(),
    /** What the rows checked so far come to. */
    tally: TallySchema.optional(),
    errors: z.int(),
    firstErrors: z.array(CellErrorSchema),
    /** Why the file could not be read at all. */
    problem: TextSchema.optional(),
    /** Why it was cancelled. */
    reason: z.string().optional(),
  })
  .meta({ id: 'Import' });
export type ImportJobView = z.infer<typeof ImportJobViewSchema>;

/** @returns the import as it is shown. */
export const importJobView = (job: ImportJobState): ImportJobView => ({
  importId: job.id,
  kind: job.kind,
  fileName: job.fileName,
  size: job.size,
  status: job.status,
  openedBy: job.openedBy.name,
  since: job.since,
  errors: 'errors' in job ? job.errors : 0,
  firstErrors: 'errors' in job ? job.firstErrors : [],
  ...('appliedBy' in job ? { appliedBy: job.appliedBy.name } : {}),
  ...('file' in job && job.file ? { digest: job.file.digest, rows: job.file.rows } : {}),
  ...('tally' in job && job.tally ? { tally: job.tally } : {}),
  ...('done' in job ? { done: job.done } : {}),
  ...(job.status === 'rejected' && job.problem ? { problem: job.problem } : {}),
  ...(job.status === 'cancelled' ? { reason: job.reason } : {}),
});
