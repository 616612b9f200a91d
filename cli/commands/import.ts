import { Argument, type Command, Option } from 'commander';
import type { CellError } from '../../shared/domain/import-job/cell-error.ts';
import { type SpreadsheetKind, SpreadsheetKindSchema } from '../../shared/domain/import-job/spreadsheet-kind.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import type { ImportJobView } from '../../shared/http/views/import-job.ts';
import { action, addCommand, type Cli, oneOf } from '../cli.ts';
import { Ended, Failure } from '../failure.ts';
import { apply, sendFile, settled, wrongCells } from '../import-job.ts';
import { parseCount } from '../input.ts';
import { createProgressLine } from '../progress-bar.ts';
import type { Run } from '../run.ts';
import { table } from '../table.ts';

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly resume?: string;
  /** Errors shown at most. */
  readonly errors: number;
}

const HEADINGS: readonly Text[] = [
  { zh: '工作表', en: 'sheet' },
  { zh: '单元格', en: 'cell' },
  { zh: '列', en: 'column' },
  { zh: '原因', en: 'what is wrong' },
];

const errorTable = (run: Run, errors: readonly CellError[]): string =>
  table(
    HEADINGS.map(run.words),
    errors.map(({ sheet, cell, column, reason }) => [sheet, cell, column, run.words(reason)]),
  );

/** Shows what is wrong with the file, all of it or as much as was asked for. */
const refuse = async (run: Run, job: ImportJobView, most: number): Promise<never> => {
  const errors = job.errors === 0 ? [] : await wrongCells(run, job.importId, most);
  const count: Text = { zh: `共${job.errors}处错误`, en: `Wrong cells: ${job.errors}` };
  const what = job.problem ?? (job.reason === undefined ? count : { zh: job.reason, en: job.reason });
  const none: Text =
    job.status === 'done'
      ? { zh: '其余各行已导入。', en: 'The other rows were imported.' }
      : { zh: '未导入任何内容。', en: 'Nothing was imported.' };
  const end: Text = { zh: `${what.zh}。${none.zh}`, en: `${what.en}. ${none.en}` };
  run.show(
    { import: job, errors },
    [...(errors.length === 0 ? [] : [errorTable(run, errors), '']), run.words(end)].join('\n'),
  );
  throw new Ended('failed');
};

const tallied = ({ tally }: ImportJobView): Text => {
  const { registered, changed, unchanged } = tally ?? { registered: 0, changed: 0, unchanged: 0 };
  return {
    zh: `新增${registered}，更改${changed}，不变${unchanged}`,
    en: `${registered} new, ${changed} changed, ${unchanged} unchanged`,
  };
};

const finish = (run: Run, job: ImportJobView, done: Text): void => {
  const { zh, en } = tallied(job);
  run.show({ import: job, errors: [] }, run.words({ zh: `${done.zh}：${zh}。`, en: `${done.en}: ${en}.` }));
};

const begin = (run: Run, kind: SpreadsheetKind | undefined, file: string | undefined): Promise<string> => {
  if (kind === undefined || file === undefined)
    throw new Failure('usage', {
      zh: '请写明类别和文件，或用 --resume。',
      en: 'Name the kind and the file, or use --resume.',
    });
  return sendFile(run, kind, file, (importId) =>
    run.note({
      zh: `导入编号 ${importId}；中断后可用 --resume ${importId} 继续。`,
      en: `This is import ${importId}; should it be cut short, go on with --resume ${importId}.`,
    }),
  );
};

/** Sends the file in, waits for the dry run, and, unless that is all, has it applied: all of it or nothing. */
const bringIn = async (
  run: Run,
  kind: SpreadsheetKind | undefined,
  file: string | undefined,
  options: ImportOptions,
) => {
  const line = createProgressLine(run);
  const importId = options.resume ?? (await begin(run, kind, file));
  const checked = await settled(run, importId, line);
  if (checked.status === 'awaiting-file')
    throw new Failure('failed', { zh: '文件没有传完，请重新导入。', en: 'The file did not arrive; import it anew.' });
  if (checked.status !== 'ready' && checked.status !== 'done') return refuse(run, checked, options.errors);
  if (options.dryRun) return finish(run, checked, { zh: '检查无误', en: 'Nothing is wrong with it' });
  if (checked.status === 'ready') await apply(run, checked);
  const done = await settled(run, importId, line);
  return done.errors === 0 ? finish(run, done, { zh: '已导入', en: 'Imported' }) : refuse(run, done, options.errors);
};

/** `import`. */
export const addImportCommand = (cli: Cli, program: Command): void => {
  const say = (text: Text): string => text[cli.language];
  const kind = new Argument('[kind]', say({ zh: '登记类别', en: 'kind of entries' }));
  const errors = new Option(
    '--errors <count>',
    say({ zh: '最多显示多少处错误，默认50', en: 'how many errors to show at most; 50 by default' }),
  );
  addCommand(cli, program, 'import', {
    zh: '导入XLSX或CSV：先检查，列出每处错误；无误则整份导入',
    en: 'import XLSX or CSV: checks it first and lists every wrong cell; when there is none, imports all of it',
  })
    .addArgument(oneOf(kind, SpreadsheetKindSchema.options))
    .argument('[file]', say({ zh: '文件', en: 'the file' }))
    .option('--dry-run', say({ zh: '只检查，不导入', en: 'check only, import nothing' }))
    .option('--resume <importId>', say({ zh: '继续中断的导入', en: 'go on with an import that was cut short' }))
    .addOption(errors.argParser(parseCount).default(50))
    .action(
      action(cli, (run, what: SpreadsheetKind | undefined, file: string | undefined, options: ImportOptions) =>
        bringIn(run, what, file, options),
      ),
    );
};
