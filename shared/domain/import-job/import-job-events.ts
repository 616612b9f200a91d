import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { TextSchema } from '../kernel/text.ts';
import { CellErrorSchema, FIRST_ERRORS } from './cell-error.ts';
import { ImporterSchema, ImportFileSchema, ReadFileSchema, TallySchema } from './import-job-state.ts';

const at = { at: InstantSchema };
/** Found wrong in this step: how many, and the first of them. */
const found = { errors: z.int().min(0), firstErrors: z.array(CellErrorSchema).max(FIRST_ERRORS) };
/** After this step: how many pieces, and how many rows, are done. */
const progress = { part: z.int().min(0), done: z.int().min(0) };

export const ImportJobEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('importOpened'),
    id: z.uuid(),
    ...ImportFileSchema.shape,
    openedBy: ImporterSchema,
    ...at,
  }),
  z.strictObject({ type: z.literal('importCheckAsked'), ...at }),
  z.strictObject({ type: z.literal('importFileRead'), file: ReadFileSchema, ...found, ...at }),
  z.strictObject({ type: z.literal('importFileRefused'), problem: TextSchema, ...at }),
  z.strictObject({ type: z.literal('importCheckAdvanced'), ...progress, tally: TallySchema, ...found, ...at }),
  z.strictObject({ type: z.literal('importRejected'), ...at }),
  z.strictObject({ type: z.literal('importReady'), ...at }),
  z.strictObject({
    type: z.literal('importApplicationAsked'),
    digest: z.string(),
    appliedBy: ImporterSchema,
    ...at,
  }),
  z.strictObject({ type: z.literal('importApplicationAdvanced'), ...progress, ...found, ...at }),
  z.strictObject({ type: z.literal('importDone'), ...at }),
  z.strictObject({ type: z.literal('importCancelled'), reason: z.string(), ...at }),
  /** Nothing had come of it for a while: whoever works on it died. */
  z.strictObject({ type: z.literal('importTakenUpAgain'), ...at }),
]);
export type ImportJobEvent = z.infer<typeof ImportJobEventSchema>;

/** Events after which there is work to do; whoever does it is set going by them. */
export const EVENTS_THAT_BRING_WORK: readonly ImportJobEvent['type'][] = [
  'importCheckAsked',
  'importFileRead',
  'importCheckAdvanced',
  'importApplicationAsked',
  'importApplicationAdvanced',
  'importTakenUpAgain',
];
