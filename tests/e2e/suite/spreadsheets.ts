import { describe, expect, test } from 'vitest';
import { aTeam } from '../../../scripts/walkthrough/payloads.ts';
import { importFile } from '../../../shared/http/import-file.ts';
import { importRoutes } from '../../../shared/http/routes/imports.ts';
import { spreadsheetRoutes } from '../../../shared/http/routes/spreadsheets.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { readSheet } from '../../../shared/spreadsheet/read-sheet.ts';
import { writeRow } from '../../../shared/spreadsheet/table.ts';
import { teamTable } from '../../../shared/spreadsheet/tables/team-table.ts';
import { headerOf } from '../../../shared/spreadsheet/template.ts';
import { writeCsv, writeXlsx } from '../../../shared/spreadsheet/write-sheet.ts';
import type { Deployment } from '../deployment.ts';
import { HAIDONG, now, refusalOf, sceneOf } from './scene.ts';

const sheetOf = (rows: readonly unknown[]) => ({
  name: teamTable.name.zh,
  header: teamTable.columns.map(headerOf),
  rows: rows.map((row) => writeRow(teamTable.columns, row)),
});

/** Spreadsheets in and out, as an office uses them. */
export const describeSpreadsheets = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const coordinator = desk('coordinator', HAIDONG);
  const at = now();
  const teamNamed = (name: string, headcount: number) => aTeam(HAIDONG, at, { name, headcount });

  describe('spreadsheets', () => {
    test('a workbook is uploaded, checked, applied and, corrected, applied again', async () => {
      const names = Array.from({ length: 60 }, (_, n) => `表格导入第${n}队（演示）`);
      const bytes = await writeXlsx(sheetOf(names.map((name) => teamNamed(name, 10))));
      const first = await importFile(coordinator, { kind: 'team', fileName: '队伍.xlsx', bytes });
      expect(first).toMatchObject({ status: 'done', rows: 60, errors: 0, tally: { registered: 60 } });
      const list = await coordinator.call(teamRoutes.listTeams, { query: { limit: 100 } });
      expect(list.body.items.filter(({ name }) => names.includes(name))).toHaveLength(60);

      const corrected = await writeCsv(sheetOf(names.map((name, n) => teamNamed(name, n < 5 ? 20 : 10))), 'gb18030');
      const second = await importFile(coordinator, { kind: 'team', fileName: '队伍.csv', bytes: corrected });
      expect(second).toMatchObject({ status: 'done', tally: { registered: 0, changed: 5, unchanged: 55 } });
    });

    test('nothing of a file is taken in which a cell is wrong, and the cell is named', async () => {
      const name = '不应出现的队伍（演示）';
      const bytes = await writeCsv(
        sheetOf([teamNamed(name, 10), { ...teamNamed('另一支', 10), headcount: 0 }]),
        'utf-8',
      );
      const rejected = await importFile(coordinator, { kind: 'team', fileName: '队伍.csv', bytes });
      expect(rejected).toMatchObject({ status: 'rejected', errors: 1, firstErrors: [{ row: 3, column: '人数' }] });
      const params = { importId: rejected.importId };
      const { body } = await coordinator.call(importRoutes.listImportErrors, { params });
      expect(body.items).toEqual(rejected.firstErrors);
      const apply = coordinator.call(importRoutes.applyImport, { params, body: { digest: rejected.digest ?? 'none' } });
      expect(await refusalOf(apply)).toMatchObject({ status: 409, code: 'import-not-ready' });
      const list = await coordinator.call(teamRoutes.listTeams, { query: { limit: 100 } });
      expect(list.body.items.map((team) => team.name)).not.toContain(name);
    });

    test('an address takes the file that was announced and no other', async () => {
      const announce = (size: number) =>
        coordinator.call(importRoutes.openImport, { body: { kind: 'team', fileName: 'a.csv', size } });
      const { body: opened } = await announce(3);
      const put = (url: string) =>
        fetch(url, { method: 'PUT', headers: opened.upload?.headers ?? {}, body: new Uint8Array([97, 98, 99]) });
      const url = new URL(opened.upload?.url ?? '');
      expect((await put(url.href)).status).toBe(200);
      for (const name of url.searchParams.keys())
        if (/signature/i.test(name)) url.searchParams.set(name, 'f'.repeat(43));
      expect((await put(url.href)).status).toBe(403);
    });

    test('templates and exports are files that spreadsheet programs open', async () => {
      const template = await coordinator.download(spreadsheetRoutes.readTemplate, { params: { file: 'team.xlsx' } });
      expect((await readSheet(template.bytes, [])).rows[0]).toEqual(teamTable.columns.map(headerOf));
      const query = { format: 'csv', encoding: 'gb18030' } as const;
      const exported = await coordinator.download(spreadsheetRoutes.exportEntries, { params: { kind: 'team' }, query });
      expect((await readSheet(exported.bytes, [])).rows[0]).toEqual(teamTable.columns.map(headerOf));
      const again = await importFile(
        coordinator,
        { kind: 'team', fileName: '导出.csv', bytes: exported.bytes },
        { checkOnly: true },
      );
      expect(again).toMatchObject({ status: 'ready', tally: { registered: 0, changed: 0 } });
    });
  });
};
