import { basename } from 'node:path';
import type { CellError } from '../shared/domain/import-job/cell-error.ts';
import { AT_WORK } from '../shared/domain/import-job/import-job-state.ts';
import type { SpreadsheetKind } from '../shared/domain/import-job/spreadsheet-kind.ts';
import type { Text } from '../shared/domain/kernel/text.ts';
import { importRoutes } from '../shared/http/routes/imports.ts';
import { NotUploaded, sendSpreadsheet } from '../shared/http/send-spreadsheet.ts';
import type { ImportJobView } from '../shared/http/views/import-job.ts';
import { Failure } from './failure.ts';
import { readBytes } from './input.ts';
import type { ProgressLine } from './progress-bar.ts';
import type { Run } from './run.ts';

/** What the service is doing with a file, for those who wait. */
const DOING: Readonly<Record<(typeof AT_WORK)[number], Text>> = {
  reading: { zh: '读取', en: 'reading' },
  checking: { zh: '检查', en: 'checking' },
  applying: { zh: '导入', en: 'importing' },
};

/** How often to look how far it is, milliseconds. */
const LOOK_MS = 300;
/** For how long a service that does not answer is asked again, milliseconds. */
const PATIENCE_MS = 60_000;

/** @returns the import as it is now; asks again for a while when nobody answers, for the service goes on by itself. */
const look = async (run: Run, importId: string): Promise<ImportJobView> => {
  const { world } = run;
  for (const deadline = world.now() + PATIENCE_MS; ; ) {
    try {
      return (await run.client().call(importRoutes.readImport, { params: { importId } })).body;
    } catch (error) {
      if (!(error instanceof Failure && error.exit === 'unreachable') || world.now() >= deadline) throw error;
      await world.pause(LOOK_MS);
    }
  }
};

/** @returns the import once the service has nothing more to do for it by itself. */
export const settled = async (run: Run, importId: string, line: ProgressLine): Promise<ImportJobView> => {
  for (;;) {
    const job = await look(run, importId);
    const doing = AT_WORK.find((status) => status === job.status);
    if (doing === undefined) {
      line.clear();
      return job;
    }
    line.draw(DOING[doing], job.done ?? 0, job.rows);
    await run.world.pause(LOOK_MS);
  }
};

/** Sends a file in and has it checked. @returns the id of the import. */
export const sendFile = async (
  run: Run,
  kind: SpreadsheetKind,
  path: string,
  onOpened: (importId: string) => void,
): Promise<string> => {
  const bytes = new Uint8Array(readBytes(path));
  const carrier = { baseUrl: run.destination.apiUrl, fetch: run.fetch };
  try {
    return await sendSpreadsheet(run.client(), carrier, { kind, fileName: basename(path), bytes }, onOpened);
  } catch (error) {
    if (!(error instanceof NotUploaded)) throw error;
    const text = { zh: `上传失败（${error.status}）。`, en: `The upload failed (${error.status}).` };
    throw new Failure('failed', text, { cause: error });
  }
};

/** Has a file that was checked applied. */
export const apply = async (run: Run, { importId, digest = '' }: ImportJobView): Promise<void> => {
  await run.client().call(importRoutes.applyImport, { params: { importId }, body: { digest } });
};

/** @returns cells that are wrong, in the order of the file; `most` of them. */
export const wrongCells = async (run: Run, importId: string, most: number): Promise<readonly CellError[]> => {
  const client = run.client();
  const found: CellError[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: Math.min(200, most - found.length), ...(cursor === undefined ? {} : { cursor }) };
    const { body } = await client.call(importRoutes.listImportErrors, { params: { importId }, query });
    found.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor !== undefined && found.length < most);
  return found;
};
