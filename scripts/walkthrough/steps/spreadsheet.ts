import { AT_WORK } from '../../../shared/domain/import-job/import-job-state.ts';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { importRoutes } from '../../../shared/http/routes/imports.ts';
import { type Carrier, type SpreadsheetFile, sendSpreadsheet } from '../../../shared/http/send-spreadsheet.ts';
import type { ImportJobView } from '../../../shared/http/views/import-job.ts';
import type { Desk } from '../desks.ts';
import { eventually, type Patience } from '../eventually.ts';

/** Who brings files into a city's registry, and how they get there. */
export interface Importer extends Carrier {
  readonly desk: Desk;
  readonly city: CityCode;
}

/** Where the work on a file stood still, the clock sets it going again within a minute. */
const PATIENCE: Patience = { timeoutMs: 120_000 };

/** Waits until the service has nothing more to do for an import by itself. */
export const importAt = ({ desk, city }: Importer, importId: string): Promise<ImportJobView> =>
  eventually(
    async () => {
      const { body } = await desk('administrator', city).call(importRoutes.readImport, { params: { importId } });
      return AT_WORK.every((status) => status !== body.status) && body;
    },
    { what: `import ${importId} in ${city}`, ...PATIENCE },
  );

/** The administrator sends a file in and has it checked. @returns what the dry run comes to. */
export const dryRun = async (importer: Importer, file: SpreadsheetFile): Promise<ImportJobView> => {
  const client = importer.desk('administrator', importer.city);
  return importAt(importer, await sendSpreadsheet(client, importer, file));
};

/** The administrator has a checked file applied. @returns what came of it. */
export const applyImport = async (
  importer: Importer,
  { importId, digest = '' }: ImportJobView,
): Promise<ImportJobView> => {
  const call = { params: { importId }, body: { digest } };
  await importer.desk('administrator', importer.city).call(importRoutes.applyImport, call);
  return importAt(importer, importId);
};
