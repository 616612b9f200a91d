import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { type ImportJobState, ImportJobStateSchema, ImportJobStatusSchema } from './import-job-state.ts';
import { SpreadsheetKindSchema } from './spreadsheet-kind.ts';

/** What the list of imports shows of one. */
export const ImportJobCardSchema = z
  .strictObject({
    importId: z.uuid(),
    kind: SpreadsheetKindSchema,
    fileName: ImportJobStateSchema.options[0].shape.fileName,
    status: ImportJobStatusSchema,
    openedBy: z.string(),
    since: InstantSchema,
  })
  .meta({ id: 'ImportCard' });
type ImportJobCard = z.infer<typeof ImportJobCardSchema>;

/** The list of all imports; ids are uuid v7, so that it is in order of time. */
export const IMPORT_JOB_LIST = 'import-job';

/** One row for each import. */
export const importJobListings = (job: ImportJobState): readonly Listing[] => {
  const { id, kind, fileName, status, openedBy, since } = job;
  const card: ImportJobCard = { importId: id, kind, fileName, status, openedBy: openedBy.name, since };
  return [{ list: IMPORT_JOB_LIST, sort: id, card }];
};
