import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { TextSchema } from '../kernel/text.ts';
import { wordsSchema } from '../kernel/words.ts';
import { CellErrorSchema, FIRST_ERRORS } from './cell-error.ts';
import { SpreadsheetKindSchema } from './spreadsheet-kind.ts';

/** Largest file that is taken, bytes, and the most rows of entries in it. */
export const MAXIMUM_FILE_BYTES = 32 * 1024 * 1024;
export const MAXIMUM_ROWS = 20_000;

/** What somebody wants to bring in. */
export const ImportFileSchema = z.strictObject({
  kind: SpreadsheetKindSchema,
  fileName: wordsSchema(200),
  /** Bytes. */
  size: z.int().min(1).max(MAXIMUM_FILE_BYTES),
});

/** Whoever had it done, as the ledger of every entry names them. */
export const ImporterSchema = z.strictObject({ id: z.string(), name: z.string(), roles: z.array(z.string()) });
export type Importer = z.infer<typeof ImporterSchema>;

/** The file as it was read. */
export const ReadFileSchema = z.strictObject({
  /** SHA-256 of its bytes, base64url. */
  digest: z.string(),
  /** Rows that hold an entry. */
  rows: z.int().min(0),
  /** How many pieces they were put aside in. */
  parts: z.int().min(0),
});
export type ReadFile = z.infer<typeof ReadFileSchema>;

/** What the rows would come to. */
export const TallySchema = z
  .strictObject({ registered: z.int().min(0), changed: z.int().min(0), unchanged: z.int().min(0) })
  .meta({ id: 'ImportTally' });
export type Tally = z.infer<typeof TallySchema>;

/** Cells found wrong so far: how many, and the first of them. */
const errors = { errors: z.int().min(0), firstErrors: z.array(CellErrorSchema).max(FIRST_ERRORS) };

const base = {
  id: z.uuid(),
  ...ImportFileSchema.shape,
  openedBy: ImporterSchema,
  /** When it last came further. */
  since: InstantSchema,
  /** How often it had to be set going again since then. */
  attempts: z.int().min(0),
};
const read = { file: ReadFileSchema, tally: TallySchema };
/** `part`: how many pieces are done. */
const progress = { part: z.int().min(0), done: z.int().min(0) };

/** A file on its way into the registry: read, checked against the registry, and, when somebody says so, applied. */
export const ImportJobStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('awaiting-file'), ...base }),
  z.strictObject({ status: z.literal('reading'), ...base }),
  z.strictObject({ status: z.literal('checking'), ...base, ...read, ...progress, ...errors }),
  /** Nothing of it was taken over. `problem`: why it could not even be read. */
  z.strictObject({
    status: z.literal('rejected'),
    ...base,
    ...errors,
    file: ReadFileSchema.optional(),
    tally: TallySchema.optional(),
    problem: TextSchema.optional(),
  }),
  z.strictObject({ status: z.literal('ready'), ...base, ...read }),
  z.strictObject({
    status: z.literal('applying'),
    ...base,
    ...read,
    ...progress,
    ...errors,
    appliedBy: ImporterSchema,
  }),
  /** `errors`: rows that the registry no longer took when it came to them, because somebody had changed it meanwhile. */
  z.strictObject({ status: z.literal('done'), ...base, ...read, ...errors, appliedBy: ImporterSchema }),
  z.strictObject({ status: z.literal('cancelled'), ...base, reason: z.string() }),
]);
export type ImportJobState = z.infer<typeof ImportJobStateSchema>;
export type ImportJobIn<S extends ImportJobState['status']> = Extract<ImportJobState, { status: S }>;

export const ImportJobStatusSchema = z
  .enum(ImportJobStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'ImportJobStatus' });

/** Those in which the service has something to do by itself. */
export const AT_WORK = ['reading', 'checking', 'applying'] as const;
export type JobAtWork = ImportJobIn<(typeof AT_WORK)[number]>;

/** @returns whether the service has something to do for it by itself. */
export const isAtWork = (job: ImportJobState): job is JobAtWork => AT_WORK.some((status) => status === job.status);
