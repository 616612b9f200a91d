import type { Text } from '../shared/domain/kernel/text.ts';
import type { Choice, PlannedItem } from '../shared/domain/sourcing/sourcing-plan.ts';
import { yuan } from '../shared/domain/vocabulary/costs.ts';
import { RESOURCE_KINDS } from '../shared/domain/vocabulary/resource-kinds.ts';
import type { PlacedPart, PlanPlacement, SourcingPlanView } from '../shared/http/views/sourcing.ts';
import { cityName } from '../shared/reference/cities.ts';
import type { Run } from './run.ts';
import { table } from './table.ts';

const SOURCES: Readonly<Record<Choice['source']['type'], Text>> = {
  own: { zh: '本市队伍', en: 'own team' },
  stock: { zh: '本市储备', en: 'own stock' },
  agency: { zh: '联动单位', en: 'agency' },
  partner: { zh: '伙伴城市', en: 'partner' },
};

const OUTCOMES: Readonly<Record<PlacedPart['outcome'], Text>> = {
  done: { zh: '已落实', en: 'done' },
  refused: { zh: '被拒绝', en: 'refused' },
  left: { zh: '尚未进行', en: 'not tried yet' },
};

const CHOSEN: readonly Text[] = [
  { zh: '选用', en: 'chosen' },
  { zh: '来源', en: 'from' },
  { zh: '城市', en: 'city' },
  { zh: '等级', en: 'level' },
  { zh: '到达（分钟）', en: 'there in minutes' },
  { zh: '费用（元）', en: 'cost (CNY)' },
  { zh: '理由', en: 'why' },
];

const NOT_CHOSEN: readonly Text[] = [
  { zh: '未选用', en: 'not chosen' },
  { zh: '城市', en: 'city' },
  { zh: '理由', en: 'why not' },
];

const PLACED: readonly Text[] = [
  { zh: '方式', en: 'how' },
  { zh: '对象', en: 'whom' },
  { zh: '结果', en: 'outcome' },
  { zh: '原因', en: 'why' },
];

const sentences = ({ words }: Run, texts: readonly Text[]): string =>
  texts.map(words).join(words({ zh: '；', en: '; ' }));

const chosenTable = (run: Run, { chosen }: PlannedItem): string =>
  table(
    CHOSEN.map(run.words),
    chosen.map(({ name, source, city, level, arrivalMinutes, estimatedCost, reasons }) => [
      name,
      run.words(SOURCES[source.type]),
      run.words(cityName(city)),
      String(level),
      String(arrivalMinutes),
      yuan(estimatedCost),
      sentences(run, reasons),
    ]),
  );

const notChosenTable = (run: Run, { notChosen }: PlannedItem): string =>
  table(
    NOT_CHOSEN.map(run.words),
    notChosen.map(({ name, city, reason }) => [name, run.words(cityName(city)), run.words(reason)]),
  );

const shownItem = (run: Run, item: PlannedItem): string => {
  const { kind, open, chosen, unfilled, notChosen } = item;
  const { zh, en } = RESOURCE_KINDS[kind];
  const head: Text = {
    zh: `${zh}：需${open}，选用${chosen.length}个来源，缺${unfilled.quantity}`,
    en: `${en}: ${open} to find, ${chosen.length} sources chosen, ${unfilled.quantity} missing`,
  };
  const why = unfilled.quantity === 0 ? [] : [sentences(run, unfilled.reasons)];
  return [
    [run.words(head), ...why].join('\n'),
    ...(chosen.length === 0 ? [] : [chosenTable(run, item)]),
    ...(notChosen.length === 0 ? [] : [notChosenTable(run, item)]),
  ].join('\n\n');
};

/** @returns a plan as people read it: item by item who comes, who is missing, and who was not chosen and why. */
export const shownPlan = (run: Run, { items, totals }: SourcingPlanView): string => {
  const latest = totals.latestArrivalMinutes;
  const sum: Text = {
    zh: `合计：需${totals.open}，可派${totals.filled}，缺${totals.unfilled}${latest === undefined ? '' : `；${latest}分钟内全部到达`}；约${yuan(totals.estimatedCost)}元`,
    en: `In all: ${totals.open} to find, ${totals.filled} found, ${totals.unfilled} missing${latest === undefined ? '' : `; all there within ${latest} minutes`}; about CNY ${yuan(totals.estimatedCost)}`,
  };
  return [...items.map((item) => shownItem(run, item)), run.words(sum)].join('\n\n');
};

const idOf = (part: Exclude<PlacedPart['part'], { readonly type: 'partner' }>): string => {
  if (part.type === 'stock') return part.stockId;
  return part.type === 'own' ? part.teamId : part.agencyId;
};

const whom = (run: Run, { part }: PlacedPart, { items }: SourcingPlanView): string => {
  if (part.type === 'partner') return run.words(cityName(part.city));
  const id = idOf(part);
  return items.flatMap(({ chosen }) => chosen).find((choice) => choice.id === id)?.name ?? id;
};

/** @returns what became of each part of a plan. */
export const shownPlacement = (run: Run, { parts }: PlanPlacement, plan: SourcingPlanView): string =>
  table(
    PLACED.map(run.words),
    parts.map((placed) => [
      run.words(SOURCES[placed.part.type]),
      whom(run, placed, plan),
      run.words(OUTCOMES[placed.outcome]),
      placed.reason ? run.words(placed.reason) : '',
    ]),
  );
