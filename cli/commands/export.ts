import { writeFileSync } from 'node:fs';
import { Argument, type Command, Option } from 'commander';
import { type SpreadsheetKind, SpreadsheetKindSchema } from '../../shared/domain/import-job/spreadsheet-kind.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { type Hazard, HazardSchema } from '../../shared/domain/vocabulary/hazards.ts';
import { type ResourceKind, ResourceKindSchema } from '../../shared/domain/vocabulary/resource-kinds.ts';
import type { AnsweredFile } from '../../shared/http/client.ts';
import { spreadsheetRoutes, type TableFormat, TableFormatSchema } from '../../shared/http/routes/spreadsheets.ts';
import { action, addCommand, type Cli, oneOf } from '../cli.ts';
import { Failure } from '../failure.ts';
import { parseCount } from '../input.ts';
import type { Run } from '../run.ts';

interface FileOptions {
  readonly format: TableFormat;
  readonly output?: string;
}

interface ExportOptions extends FileOptions {
  readonly encoding: 'utf-8' | 'gb18030';
  readonly hazard?: Hazard;
  readonly resourceKind?: ResourceKind;
  readonly limit?: number;
  readonly cursor?: string;
  readonly contacts?: string;
}

/** Writes the file where it was asked for, and says where it is and whether it is all. */
const keep = (run: Run, path: string, { bytes, headers }: AnsweredFile): void => {
  try {
    writeFileSync(path, bytes);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure('failed', { zh: `无法写入文件：${why}`, en: `The file cannot be written: ${why}` }, { cause });
  }
  const nextCursor = headers.get('next-cursor') ?? undefined;
  const more: Text =
    nextCursor === undefined
      ? { zh: '', en: '' }
      : {
          zh: `\n其后还有，接着导出：--cursor ${nextCursor}`,
          en: `\nThere is more; go on with --cursor ${nextCursor}`,
        };
  const done: Text = {
    zh: `已写入 ${path}（${bytes.byteLength} 字节）`,
    en: `Wrote ${path} (${bytes.byteLength} bytes)`,
  };
  const { byteLength: size } = bytes;
  run.show({ file: path, bytes: size, ...(nextCursor && { nextCursor }) }, run.words(done) + run.words(more));
};

const exportKind = async (run: Run, kind: SpreadsheetKind, options: ExportOptions): Promise<void> => {
  const { output, contacts: reason, format, encoding, hazard, resourceKind, limit, cursor } = options;
  const query = Object.fromEntries(
    Object.entries({ format, encoding, hazard, resourceKind, limit, cursor }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const call = { params: { kind }, query };
  const client = run.client();
  const file =
    reason === undefined
      ? await client.download(spreadsheetRoutes.exportEntries, call)
      : await client.download(spreadsheetRoutes.exportEntriesWithContacts, { ...call, body: { reason } });
  keep(run, output ?? `${kind}.${format}`, file);
};

const template = async (run: Run, kind: SpreadsheetKind, { format, output }: FileOptions): Promise<void> => {
  const params = { file: `${kind}.${format}` } as const;
  const file = await run.client().download(spreadsheetRoutes.readTemplate, { params });
  keep(run, output ?? `${kind}-template.${format}`, file);
};

/** `export` and `template`. */
export const addExportCommands = (cli: Cli, program: Command): void => {
  const add = (flags: string, text: Text): Option => new Option(flags, text[cli.language]);
  const kind = () =>
    oneOf(
      new Argument('<kind>', { zh: '登记类别', en: 'kind of entries' }[cli.language]),
      SpreadsheetKindSchema.options,
    );
  const format = () =>
    oneOf(
      add('--format <format>', { zh: '格式，默认xlsx', en: 'format; xlsx by default' }),
      TableFormatSchema.options,
    ).default('xlsx');
  const output = () => add('--output <file>', { zh: '写到哪个文件', en: 'the file to write' });
  const encoding = add('--encoding <encoding>', { zh: 'CSV的编码，默认utf-8', en: 'of CSV; utf-8 by default' });
  addCommand(cli, program, 'export', {
    zh: '导出登记表，可再导入',
    en: 'export the registry as a table that can be imported again',
  })
    .addArgument(kind())
    .addOption(format())
    .addOption(oneOf(encoding, ['utf-8', 'gb18030']).default('utf-8'))
    .addOption(output())
    .addOption(oneOf(add('--hazard <hazard>', { zh: '灾种', en: 'hazard' }), HazardSchema.options))
    .addOption(oneOf(add('--resource-kind <kind>', { zh: '队伍类别', en: 'kind of team' }), ResourceKindSchema.options))
    .addOption(add('--limit <rows>', { zh: '最多多少行', en: 'how many rows at most' }).argParser(parseCount))
    .addOption(add('--cursor <cursor>', { zh: '接上一个文件', en: 'where the file before ended' }))
    .addOption(
      add('--contacts <reason>', {
        zh: '连同联系方式，须说明理由，记入台账',
        en: 'with personal data, for a reason that the ledger keeps',
      }),
    )
    .action(action(cli, (run, what: SpreadsheetKind, options: ExportOptions) => exportKind(run, what, options)));
  addCommand(cli, program, 'template', { zh: '下载导入模板', en: 'download a template for imports' })
    .addArgument(kind())
    .addOption(format())
    .addOption(output())
    .action(action(cli, (run, what: SpreadsheetKind, options: FileOptions) => template(run, what, options)));
};
