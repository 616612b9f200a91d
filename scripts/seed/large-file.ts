import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { MAXIMUM_ROWS } from '../../shared/domain/import-job/import-job-state.ts';
import { SpreadsheetKindSchema } from '../../shared/domain/import-job/spreadsheet-kind.ts';
import { readSheet } from '../../shared/spreadsheet/read-sheet.ts';
import { TABLES } from '../../shared/spreadsheet/tables/index.ts';
import { type WrittenSheet, writeCsv, writeXlsx } from '../../shared/spreadsheet/write-sheet.ts';
import { demoFile } from './demo-files.ts';

/** Writes a large file for people to try the import with: `npm run large-file -- --out teams.xlsx [--kind team] [--rows 20000] [--wrong 3]`. */
const OptionsSchema = z.strictObject({
  kind: SpreadsheetKindSchema.default('team'),
  rows: z.coerce.number().int().min(1).max(MAXIMUM_ROWS).default(MAXIMUM_ROWS),
  /** Ends in .xlsx or .csv. */
  out: z.string().regex(/\.(xlsx|csv)$/, 'must end in .xlsx or .csv'),
  /** Rows with a cell that is wrong, spread over the file. */
  wrong: z.coerce.number().int().min(0).default(0),
});
type Options = z.infer<typeof OptionsSchema>;

/** The column that tells entries of the same depot apart; of all other kinds, the first column tells them apart. */
const BATCH = '批次';
/** The city whose demo file is multiplied. */
const CITY = '630100';

const readOptions = (): Options => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { kind: text, rows: text, out: text, wrong: text } });
  const { data, error } = OptionsSchema.safeParse(values);
  if (data) return data;
  console.error(z.prettifyError(error));
  process.exit(2);
};

const multiplied = async ({ kind, rows: count, wrong }: Options): Promise<WrittenSheet> => {
  const { rows } = await readSheet(readFileSync(demoFile(CITY, kind)), []);
  const [header = [], ...entries] = rows;
  const key = Math.max(0, header.indexOf(BATCH));
  const place = header.findIndex((name) => /纬度|^数量/.test(name));
  const isWrong = (n: number): boolean => wrong > 0 && n % Math.ceil(count / wrong) === 0;
  const copy = (n: number): readonly string[] =>
    (entries[n % entries.length] ?? []).map((cell, column) => {
      if (column === key) return `${cell} 第${n + 1}号`;
      return column === place && isWrong(n) ? '北纬' : cell;
    });
  return { name: TABLES[kind].name.zh, header, rows: Array.from({ length: count }, (_, n) => copy(n)) };
};

const options = readOptions();
const sheet = await multiplied(options);
writeFileSync(options.out, options.out.endsWith('.csv') ? await writeCsv(sheet, 'utf-8') : await writeXlsx(sheet));
console.log(`${options.out}: ${options.rows} ${TABLES[options.kind].name.zh} ${TABLES[options.kind].name.en}`);
