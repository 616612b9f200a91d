import { readFileSync } from 'node:fs';
import { demoFile } from '../../seed/demo-files.ts';
import { type Stage, XINING } from '../stage.ts';
import { applyImport, dryRun, type Importer } from '../steps/spreadsheet.ts';

/** Rows of the file that is sent in: the first of the city's demo teams, by other names. */
const ROWS = 3;

/** A list of teams as an office keeps it; in the first copy one cell is wrong. */
const someTeams = (): { readonly wrong: string; readonly right: string } => {
  const [header = '', ...rows] = readFileSync(demoFile(XINING, 'team'), 'utf8').split('\n');
  const renamed = rows.slice(0, ROWS).map((row) => row.replace('队（演示）', '二队（演示）'));
  const right = [header, ...renamed].join('\n');
  return { right, wrong: right.replace(/,[123]级,/, ',甲级,') };
};

const fileOf = (text: string) =>
  ({ kind: 'team', fileName: '救援队伍.csv', bytes: new Uint8Array(Buffer.from(text)) }) as const;

/** An office sends its list of teams in; a cell is wrong and nothing is taken; corrected, all of it is. */
export const bringListIn = async ({ desk, carrier, tell }: Stage): Promise<void> => {
  const importer: Importer = { desk, city: XINING, ...carrier(XINING) };
  const { right, wrong } = someTeams();
  const refused = await dryRun(importer, fileOf(wrong));
  const [error] = refused.firstErrors;
  if (refused.status !== 'rejected' || !error) throw new Error(`a file with a wrong cell is ${refused.status}`);
  tell({
    city: XINING,
    role: 'administrator',
    text: {
      zh: `导入队伍表（CSV）先试运行：${error.cell}（${error.column}）${error.reason.zh}；整份未导入。`,
      en: `Sends a list of teams in (CSV); the dry run finds ${error.cell} wrong: ${error.reason.en}. Nothing is taken.`,
    },
  });
  const checked = await dryRun(importer, fileOf(right));
  const { status, rows = 0, errors } = await applyImport(importer, checked);
  if (status !== 'done' || errors > 0) throw new Error(`the corrected file is ${status} with ${errors} errors`);
  tell({
    city: XINING,
    role: 'administrator',
    text: {
      zh: `改正后再导入：${rows}支队伍全部入册。`,
      en: `Corrects the cell and sends it in again: all ${rows} teams.`,
    },
  });
};
