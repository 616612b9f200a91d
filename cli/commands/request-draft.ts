import { type Command, Option } from 'commander';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import type { Position } from '../../shared/domain/vocabulary/position.ts';
import { ResourceKindSchema } from '../../shared/domain/vocabulary/resource-kinds.ts';
import { requestRoutes } from '../../shared/http/routes/requests.ts';
import { parsePart } from '../../shared/http/validation.ts';
import { action, addCommand, type Cli, oneOf } from '../cli.ts';
import { Failure } from '../failure.ts';
import { parseCount, parseDocument, parseMoment, parsePlace, readText } from '../input.ts';
import { shownRequest } from '../request-table.ts';
import type { Run } from '../run.ts';

interface DraftOptions {
  readonly incident?: string;
  readonly kind?: string;
  readonly level: string;
  readonly quantity: number;
  readonly supply?: string;
  readonly unit?: string;
  readonly mission?: string;
  readonly neededBy?: Instant;
  readonly neededUntil?: Instant;
  readonly at?: Position;
  readonly conditions: string;
  readonly meals?: boolean;
  readonly lodging?: boolean;
  readonly fuel?: boolean;
}

const NEEDED = ['incident', 'kind', 'mission', 'neededBy', 'neededUntil', 'at'] as const;

/** Goods are named by their code and the unit they are counted in. */
const suppliesOf = ({ supply: code, unit }: DraftOptions) => (code === undefined ? {} : { supply: { code, unit } });

/** The request that the flags describe: one item. */
const fromFlags = (options: DraftOptions): unknown => {
  const missing = NEEDED.filter((name) => options[name] === undefined);
  if (missing.length > 0) {
    const flags = missing
      .map((name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)
      .join(' ');
    throw new Failure('usage', { zh: `请给出文件，或补上：${flags}`, en: `Give a file, or these as well: ${flags}` });
  }
  const {
    incident,
    kind,
    quantity,
    mission,
    neededBy,
    neededUntil,
    at,
    meals = false,
    lodging = false,
    fuel = false,
  } = options;
  const item = {
    ...{ kind, quantity, mission, neededBy, neededUntil },
    level: Number(options.level),
    ...suppliesOf(options),
    reportingPoint: at,
    siteConditions: options.conditions,
    logistics: { meals, lodging, fuel },
  };
  return { incidentId: incident, items: [item] };
};

const draft = async (run: Run, file: string | undefined, options: DraftOptions): Promise<void> => {
  const written = file === undefined ? fromFlags(options) : parseDocument(await readText(run.world, file));
  const contract = requestRoutes.draftRequest;
  if (!contract.body) throw new Error('a draft has a body');
  const { body } = await run.client().call(contract, { body: parsePart(contract.body, written, '') });
  run.show(body, shownRequest(run, body));
};

/** `request draft`. */
export const addDraftCommand = (cli: Cli, request: Command): void => {
  const say = (text: Text): string => text[cli.language];
  const moment = (text: string): Instant => parseMoment(text, cli.world.now());
  const add = (flags: string, text: Text): Option => new Option(flags, say(text));
  addCommand(cli, request, 'draft', {
    zh: '起草请求：用JSON/YAML文件（内容同接口），或用选项写一项',
    en: 'draft a request: from a JSON or YAML file as the API takes it, or one item from the options',
  })
    .argument('[file]', say({ zh: '文件；- 为标准输入', en: 'the file; - is standard input' }))
    .option('--incident <id>', say({ zh: '事件编号', en: 'id of the incident' }))
    .addOption(
      oneOf(
        add('--kind <kind>', { zh: '队伍类别，或supplies（物资）', en: 'kind of team, or supplies' }),
        ResourceKindSchema.options,
      ),
    )
    .addOption(
      oneOf(add('--level <level>', { zh: '最低等级，1最高', en: 'the lowest level that will do; 1 is the highest' }), [
        '1',
        '2',
        '3',
      ]).default('3'),
    )
    .addOption(
      add('--quantity <number>', { zh: '队伍数，或物资数量', en: 'teams, or units of goods' })
        .argParser(parseCount)
        .default(1),
    )
    .option('--supply <code>', say({ zh: '物资代码（GB/T 38565）', en: 'code of the goods (GB/T 38565)' }))
    .option('--unit <unit>', say({ zh: '物资单位', en: 'unit the goods are counted in' }))
    .option('--mission <words>', say({ zh: '任务', en: 'what they are to do' }))
    .addOption(
      add('--needed-by <time>', {
        zh: '何时到位，如+12h或2026-11-24T20:00:00+08:00',
        en: 'when they are needed, e.g. +12h or 2026-11-24T20:00:00+08:00',
      }).argParser(moment),
    )
    .addOption(
      add('--needed-until <time>', { zh: '预计任务结束时间', en: 'when they may be expected to go home' }).argParser(
        moment,
      ),
    )
    .addOption(
      add('--at <place>', {
        zh: '集结点：纬度,经度,地名',
        en: 'where they report: latitude,longitude,name of the place',
      }).argParser(parsePlace),
    )
    .addOption(add('--conditions <words>', { zh: '现场条件', en: 'conditions on site' }).default(''))
    .option('--meals', say({ zh: '提供伙食', en: 'meals are given' }))
    .option('--lodging', say({ zh: '提供住宿', en: 'lodging is given' }))
    .option('--fuel', say({ zh: '提供油料', en: 'fuel is given' }))
    .action(action(cli, (run, file: string | undefined, options: DraftOptions) => draft(run, file, options)));
};
