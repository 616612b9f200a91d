import type { Context } from 'aws-lambda';
import { expect } from 'vitest';
import { createHandler as createImports } from '../../functions/imports/handler.ts';
import { createHandler as createWorker } from '../../functions/imports-worker/handler.ts';
import { keys } from '../../shared/data/table.ts';
import type { SpreadsheetKind } from '../../shared/domain/import-job/spreadsheet-kind.ts';
import { importRoutes, SPREADSHEET_TYPES } from '../../shared/http/routes/imports.ts';
import type { ImportJobView } from '../../shared/http/views/import-job.ts';
import { importFiles } from '../../shared/spreadsheet/import-files.ts';
import { writeRow } from '../../shared/spreadsheet/table.ts';
import { TABLES } from '../../shared/spreadsheet/tables/index.ts';
import { headerOf } from '../../shared/spreadsheet/template.ts';
import { writeCsv } from '../../shared/spreadsheet/write-sheet.ts';
import { NOW, XINING } from './circumstances.ts';
import { createTestCell, type TestCall } from './test-cell.ts';
import { queueEvent } from './told-of-rows.ts';

export const REGISTRAR = `coordinator@${XINING}`;

/** @returns a table of these rows as an office would send it. */
export const fileOf = (kind: SpreadsheetKind, rows: readonly unknown[]): Promise<Uint8Array> => {
  const { name, columns } = TABLES[kind];
  const sheet = { name: name.zh, header: columns.map(headerOf), rows: rows.map((row) => writeRow(columns, row)) };
  return writeCsv(sheet, 'utf-8');
};

/** A city on the in-memory store whose imports are worked on when the test says so. */
export const importingCity = () => {
  const test = createTestCell({ city: XINING, now: NOW });
  const imports = createImports(test.cell);
  const worker = createWorker(test.cell);
  const call = (contract: Parameters<typeof test.call>[1], request: TestCall = {}) =>
    test.call(imports, contract, { as: REGISTRAR, ...request });

  /** Has the worker told that there is something to do for an import, and gives it time for so many looks at the clock. */
  const work = (importId: string, looks = Number.POSITIVE_INFINITY) => {
    let left = looks;
    const getRemainingTimeInMillis = (): number => {
      left -= 1;
      return left >= 0 ? 300_000 : 0;
    };
    return worker(queueEvent([keys.event('import-job', importId, 1)]), { getRemainingTimeInMillis } as Context);
  };

  const read = async (importId: string): Promise<ImportJobView> =>
    (await call(importRoutes.readImport, { params: { importId } })).body as ImportJobView;

  /** Announces and uploads a file and has it checked. */
  const checked = async (kind: SpreadsheetKind, bytes: Uint8Array): Promise<ImportJobView> => {
    const body = { kind, fileName: '表.csv', size: bytes.byteLength };
    const opened = await call(importRoutes.openImport, { body });
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    const { importId } = opened.body as ImportJobView;
    await test.cell.files.put(importFiles.upload(importId), bytes);
    const asked = await call(importRoutes.checkImport, { params: { importId } });
    expect(asked.status, JSON.stringify(asked.body)).toBe(202);
    await work(importId);
    return read(importId);
  };

  const apply = (importId: string, digest = '') =>
    call(importRoutes.applyImport, { params: { importId }, body: { digest } });

  /** Brings rows into the registry. */
  const imported = async (kind: SpreadsheetKind, rows: readonly unknown[]): Promise<ImportJobView> => {
    const { importId, digest, ...rest } = await checked(kind, await fileOf(kind, rows));
    expect(rest).toMatchObject({ status: 'ready', errors: 0 });
    expect((await apply(importId, digest)).status).toBe(202);
    await work(importId);
    return read(importId);
  };

  /** Sends a file as the body. */
  const send = (
    bytes: Uint8Array,
    query: Readonly<Record<string, string>>,
    mediaType: string = SPREADSHEET_TYPES.octets,
  ) => call(importRoutes.openImport, { query, file: { mediaType, bytes } });

  return { test, imports, call, work, read, checked, apply, imported, send };
};
