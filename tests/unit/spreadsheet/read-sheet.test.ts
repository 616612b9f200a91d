import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { MAXIMUM_ROWS } from '../../../shared/domain/import-job/import-job-state.ts';
import { readSheet } from '../../../shared/spreadsheet/read-sheet.ts';
import { readTable } from '../../../shared/spreadsheet/read-table.ts';
import { writeRow } from '../../../shared/spreadsheet/table.ts';
import { depotTable } from '../../../shared/spreadsheet/tables/depot-table.ts';
import { TABLES } from '../../../shared/spreadsheet/tables/index.ts';
import { headerOf } from '../../../shared/spreadsheet/template.ts';
import { writeCsv, writeXlsx } from '../../../shared/spreadsheet/write-sheet.ts';
import { fullRows } from '../../builders/spreadsheet-rows.ts';

const table = TABLES.depot;
const header = table.columns.map(headerOf);
const row = writeRow(table.columns, fullRows().depot);
const text = (...rows: readonly (readonly string[])[]): Uint8Array =>
  Buffer.from(rows.map((cells) => cells.join(',')).join('\n'));
const read = async (bytes: Uint8Array) => readTable(table, await readSheet(bytes, [table.name.zh]));
const withCell = (column: string, value: string): readonly string[] =>
  row.map((cell, n) => (depotTable.columns[n]?.header.zh === column ? value : cell));

/** A workbook of one sheet, as little of it as readers need. */
const workbook = (sheetData: string, rest = ''): Uint8Array => {
  const xml = (body: string): Uint8Array => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zipSync({
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="仓库" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData>${rest}</worksheet>`,
    ),
  });
};

const xmlRow = (
  number: number,
  cells: readonly string[],
  change: (cell: string, column: number) => string | undefined = () => undefined,
): string =>
  `<row r="${number}">${cells
    .map((cell, column) => {
      const address = `${String.fromCharCode(65 + column)}${number}`;
      return change(address, column) ?? `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    })
    .join('')}</row>`;

describe('files that offices send', () => {
  it.each([
    ['UTF-8', (bytes: Uint8Array) => bytes],
    ['UTF-8 with a byte order mark', (bytes: Uint8Array) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])],
    ['GB18030', (bytes: Uint8Array) => iconv.encode(Buffer.from(bytes).toString(), 'gb18030')],
    [
      'UTF-16 as Excel writes it',
      (bytes: Uint8Array) => iconv.encode(Buffer.from(bytes).toString(), 'utf-16le', { addBOM: true }),
    ],
    ['semicolons', (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString().replaceAll(',', ';'))],
    ['tabs', (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString().replaceAll(',', '\t'))],
  ])('are read in %s', async (_, encoded) => {
    expect(await read(encoded(text(header, row)))).toMatchObject({ count: 1, errors: [], rows: [{ number: 2 }] });
  });

  it('may have a title above the header, columns in another order, English headers, remarks and empty rows', async () => {
    const english = table.columns.map((column) => column.header.en);
    const bytes = text(['物资库一览表'], [...english].reverse(), ['#备注'], [], [...row].reverse());
    expect(await read(bytes)).toMatchObject({ count: 1, errors: [], rows: [{ number: 5, row: fullRows().depot }] });
  });

  it('have all that is wrong said at once, cell by cell', async () => {
    const wrong = withCell('出库准备（分钟）', '半小时');
    const missing = withCell('管理单位', '');
    const { rows, errors } = await read(text(header, row, wrong, missing));
    expect(rows).toHaveLength(1);
    expect(errors).toEqual([
      expect.objectContaining({
        ...{ sheet: 'CSV', row: 3, column: '出库准备（分钟）', cell: 'H3' },
        reason: expect.objectContaining({ zh: '“半小时”不是数字' }),
      }),
      expect.objectContaining({
        row: 4,
        column: '管理单位',
        cell: 'C4',
        reason: { zh: '必须填写', en: 'must be filled in' },
      }),
    ]);
  });

  it('may not name an entry twice, whatever the case and width of its letters', async () => {
    const [one, other] = [withCell('仓库名称', 'a库'), withCell('仓库名称', 'Ａ库')];
    expect((await read(text(header, one, other))).errors).toMatchObject([
      { row: 3, column: '仓库名称', reason: { zh: '与第 2 行重复' } },
    ]);
  });

  it('may hold no more cells than headers', async () => {
    expect((await read(text(header, [...row, '多余']))).errors).toMatchObject([{ row: 2, cell: 'K2' }]);
  });

  it('show dates and numbers of workbooks as people see them', async () => {
    const sheet = await readSheet(
      workbook(
        `${xmlRow(1, ['a', 'b'])}<row r="2"><c r="A2"><v>0.10000000000000001</v></c><c r="B2" t="b"><v>1</v></c></row>`,
      ),
      [],
    );
    expect(sheet.rows[1]).toEqual(['0.1', '是']);
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['octets without sense', Buffer.alloc(5_000_000, 0xff), '编码'],
    ['an archive that is none', Buffer.from('PK\u0003\u0004 rubbish'), 'XLSX'],
    ['an archive of something else', zipSync({ 'a.txt': Buffer.from('a') }), 'XLSX'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'XLS'],
    ['quotes without end', Buffer.from(`${header.join(',')}\n"${row.join(',')}`), 'CSV'],
    ['no header', text(row), '找不到表头'],
    ['a column missing', text(header.slice(1), row.slice(1)), '缺少列：仓库名称'],
    ['a column twice', text([...header, header[0] ?? ''], row), '列重复：仓库名称'],
    ['a column nobody knows', text([...header, '备注栏'], row), '备注栏'],
    ['no rows', text(header), '没有数据行'],
    ['too many rows', text(header, ...Array.from({ length: MAXIMUM_ROWS + 1 }, () => ['x'])), '最多'],
    ['no sheet with content', workbook(''), '空'],
  ])('%s: it is said why', async (_, bytes, why) => {
    await expect(read(bytes)).rejects.toThrow(
      expect.objectContaining({ reason: { zh: expect.stringContaining(why), en: expect.stringMatching(/.{10}/) } }),
    );
  });

  it('an archive made to fill the memory is not unpacked', async () => {
    const bomb = Buffer.from(workbook(xmlRow(1, header)));
    const directory = bomb.indexOf(Buffer.from('PK\u0001\u0002'));
    bomb.writeUInt32LE(2 ** 31, directory + 24);
    await expect(readSheet(bomb, [])).rejects.toThrow(
      expect.objectContaining({ reason: { zh: expect.stringContaining('过大'), en: expect.anything() } }),
    );
  });
});

describe('workbooks', () => {
  it('may hold no formulas', async () => {
    const formula = (address: string, column: number) =>
      column === 2 ? `<c r="${address}" t="str"><f>A2&amp;"x"</f><v>应急局</v></c>` : undefined;
    const { errors } = await read(workbook(xmlRow(1, header) + xmlRow(2, row, formula)));
    expect(errors).toMatchObject([
      { sheet: '仓库', row: 2, cell: 'C2', column: '管理单位*', reason: { zh: expect.stringContaining('公式') } },
    ]);
  });

  it('may hold no merged cells', async () => {
    const merged = '<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>';
    const { errors } = await read(workbook(xmlRow(1, header) + xmlRow(2, row), merged));
    expect(errors).toMatchObject([{ cell: 'A2', reason: { zh: expect.stringContaining('合并') } }]);
  });

  it('of several sheets are read by the sheet of the name', async () => {
    const bytes = await writeXlsx({ name: table.name.zh, header, rows: [row] });
    expect((await readSheet(bytes, [table.name.zh])).name).toBe('仓库');
  });

  it('and CSV hold the same', async () => {
    const sheet = { name: '仓库', header, rows: [withCell('管理单位', '=HYPERLINK("x")')] };
    const [one, other] = [await read(await writeXlsx(sheet)), await read(await writeCsv(sheet, 'gb18030'))];
    expect(one).toEqual(other);
    expect(one.rows[0]?.row).toMatchObject({ keeper: '=HYPERLINK("x")' });
  });
});
