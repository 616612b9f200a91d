import { Argument, type Command, Option } from 'commander';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { RegistryEntryKindSchema } from '../../shared/domain/registry/registry-entry.ts';
import { type Hazard, HazardSchema } from '../../shared/domain/vocabulary/hazards.ts';
import { type ResourceKind, ResourceKindSchema } from '../../shared/domain/vocabulary/resource-kinds.ts';
import { type LookupResult, lookupRoutes } from '../../shared/http/routes/lookup.ts';
import { AGGREGATE_KIND_NAMES } from '../../shared/reference/aggregate-kinds.ts';
import { cityName } from '../../shared/reference/cities.ts';
import { action, addCommand, type Cli, oneOf } from '../cli.ts';
import { parseCount, parseMoment } from '../input.ts';
import type { Run } from '../run.ts';
import { table } from '../table.ts';

interface LookupOptions {
  readonly kind?: string[];
  readonly resourceKind?: ResourceKind;
  readonly level?: string;
  readonly hazard?: Hazard;
  readonly near?: string;
  readonly withinMinutes?: number;
  readonly withinKilometres?: number;
  readonly from?: Instant;
  readonly until?: Instant;
  readonly in?: string;
  readonly language?: string;
  readonly supplyCode?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

const HEADINGS: readonly Text[] = [
  { zh: '类别', en: 'kind' },
  { zh: '名称', en: 'name' },
  { zh: '城市', en: 'city' },
  { zh: '公里', en: 'km' },
  { zh: '到达（分钟）', en: 'there in minutes' },
  { zh: '得分', en: 'score' },
  { zh: '理由', en: 'why it ranks there' },
];

const kindName = (kind: string): Text =>
  (AGGREGATE_KIND_NAMES as Readonly<Record<string, Text>>)[kind] ?? { zh: kind, en: kind };

const rounded = (number: number | undefined): string => (number === undefined ? '' : String(Math.round(number)));

type Hit = LookupResult['items'][number];

const rowOf = ({ words }: Run, hit: Hit): readonly string[] => {
  const { entry, score, reasons, availability, distanceKilometres, travelMinutes } = hit;
  const why = reasons.map(({ text }) => words(text));
  return [
    words(kindName(entry.kind)),
    entry.name,
    words(cityName(entry.city)),
    rounded(distanceKilometres),
    rounded(travelMinutes === undefined ? undefined : travelMinutes + entry.readinessMinutes),
    score.toFixed(2),
    (availability.free ? why : [words(availability.text), ...why]).join(words({ zh: '；', en: '; ' })),
  ];
};

const shown = (run: Run, { items, found, exact, nextCursor, facets }: LookupResult): string => {
  const count: Text = {
    zh: `${exact ? '' : '至少'}找到${found}项`,
    en: `${exact ? '' : 'at least '}${found} found`,
  };
  const kinds = Object.entries(facets.kind).map(([kind, number]) => `${run.words(kindName(kind))} ${number}`);
  const more: Text = { zh: `下一页：--cursor ${nextCursor}`, en: `next page: --cursor ${nextCursor}` };
  const summary = [run.words(count), ...kinds].join('  ');
  const rows = items.map((hit) => rowOf(run, hit));
  return [
    ...(rows.length === 0 ? [] : [table(HEADINGS.map(run.words), rows), '']),
    summary,
    ...(nextCursor === undefined ? [] : [run.words(more)]),
  ].join('\n');
};

/** @returns what the API is asked, without what was not said. */
const queryOf = (words: readonly string[], options: LookupOptions) => {
  const { kind, from, until, in: city, resourceKind, hazard, near, language, supplyCode, cursor } = options;
  const said = {
    ...{ resourceKind, hazard, near, language, supplyCode, cursor, city },
    ...{ level: options.level, limit: options.limit },
    ...{ withinMinutes: options.withinMinutes, withinKilometres: options.withinKilometres },
    ...{ q: words.length === 0 ? undefined : words.join(' '), kind: kind?.join(',') },
    ...{ availableFrom: from, availableUntil: until },
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
};

const lookUp = async (run: Run, words: readonly string[], options: LookupOptions): Promise<void> => {
  const { body } = await run.client().call(lookupRoutes.lookUp, { query: queryOf(words, options) });
  run.show(body, shown(run, body));
};

/** `lookup`. */
export const addLookupCommand = (cli: Cli, program: Command): void => {
  const add = (flags: string, text: Text): Option => new Option(flags, text[cli.language]);
  const moment = (text: string): Instant => parseMoment(text, cli.world.now());
  const words: Text = {
    zh: '中文、英文、名称、拼音或拼音首字母',
    en: 'Chinese, English, names, pinyin or its initials',
  };
  addCommand(cli, program, 'lookup', {
    zh: '统一检索队伍、联动单位、专家、物资、任务包',
    en: 'look up teams, agencies, experts, stock and packages',
  })
    .addArgument(new Argument('[words...]', words[cli.language]))
    .addOption(
      oneOf(add('--kind <kind...>', { zh: '登记类别', en: 'kinds of entry' }), RegistryEntryKindSchema.options),
    )
    .addOption(oneOf(add('--resource-kind <kind>', { zh: '队伍类别', en: 'kind of team' }), ResourceKindSchema.options))
    .addOption(
      oneOf(add('--level <level>', { zh: '该级或更高，1最高', en: 'this level or a higher one; 1 is the highest' }), [
        '1',
        '2',
        '3',
      ]),
    )
    .addOption(oneOf(add('--hazard <hazard>', { zh: '灾种', en: 'hazard' }), HazardSchema.options))
    .addOption(
      add('--near <place>', {
        zh: '纬度,经度，或城市代码、名称',
        en: 'latitude,longitude, or the code or name of a city',
      }),
    )
    .addOption(
      add('--within-minutes <number>', { zh: '多少分钟内到达', en: 'there within so many minutes' }).argParser(
        parseCount,
      ),
    )
    .addOption(add('--within-kilometres <number>', { zh: '多少公里内', en: 'within so many km' }).argParser(parseCount))
    .addOption(add('--from <time>', { zh: '何时起可用', en: 'available from' }).argParser(moment))
    .addOption(add('--until <time>', { zh: '可用至何时', en: 'available until' }).argParser(moment))
    .addOption(add('--in <city>', { zh: '只查某市的登记', en: 'in the registry of this city only' }))
    .addOption(add('--language <code>', { zh: '专家语言，如bo', en: 'language an expert speaks, e.g. bo' }))
    .addOption(add('--supply-code <digits>', { zh: '物资代码（GB/T 38565）', en: 'code of goods (GB/T 38565)' }))
    .addOption(add('--limit <number>', { zh: '最多几项', en: 'how many at most' }).argParser(parseCount))
    .addOption(add('--cursor <cursor>', { zh: '接上一页', en: 'where the page before ended' }))
    .action(action(cli, (run, asked: string[], options: LookupOptions) => lookUp(run, asked, options)));
};
