import type { LookupQuery } from '../../../shared/domain/lookup/lookup-query.ts';
import type { RegistryEntry } from '../../../shared/domain/registry/registry-entry.ts';
import { distanceKm } from '../../../shared/domain/vocabulary/estimated-travel.ts';

/** What somebody looks up, and which entries of the made-up registry a person would call answers. */
export interface LabelledQuery {
  readonly query: Omit<LookupQuery, 'limit'>;
  readonly answers: (entry: RegistryEntry) => boolean;
}

type Test = (entry: RegistryEntry) => boolean;

const XINING = { latitude: 36.617, longitude: 101.778 };
const LANZHOU = { latitude: 36.061, longitude: 103.834 };

const named =
  (...names: readonly string[]): Test =>
  ({ name }) =>
    names.some((each) => name.includes(each));
const saying =
  (...words: readonly string[]): Test =>
  (entry) =>
    words.some((word) => [entry.name, ...entry.words, entry.expertise?.subgroup].join(' ').includes(word));
const sayingAll =
  (...words: readonly string[]): Test =>
  (entry) =>
    words.every((word) => saying(word)(entry));
const all =
  (...tests: readonly Test[]): Test =>
  (entry) =>
    tests.every((test) => test(entry));
const kind =
  (...kinds: readonly string[]): Test =>
  (entry) =>
    kinds.includes(entry.kind);
const can =
  (resourceKind: string, level = 3): Test =>
  ({ capabilities }) =>
    capabilities.some((capability) => capability.kind === resourceKind && capability.level <= level);
const facing =
  (hazard: string): Test =>
  ({ hazards }) =>
    hazards.some((each) => each === hazard);
const inCity =
  (city: string): Test =>
  (entry) =>
    entry.city === city;
const within =
  (point: { latitude: number; longitude: number }, kilometres: number): Test =>
  ({ position }) =>
    distanceKm(position, point) <= kilometres;
const speaking =
  (language: string): Test =>
  ({ languages }) =>
    languages.includes(language);
const goods =
  (code: string): Test =>
  ({ supply }) =>
    supply?.code.startsWith(code) === true;

const expert = kind('expert');
const words = (q: string, answers: Test): LabelledQuery => ({ query: { q }, answers });

/** Specialities in Chinese. */
const SPECIALITIES: readonly LabelledQuery[] = [
  words('地质灾害 滑坡 监测', sayingAll('地质灾害', '滑坡', '监测')),
  words('地质灾害滑坡监测', sayingAll('地质灾害', '滑坡', '监测')),
  words('泥石流防治', saying('泥石流防治')),
  words('冻土', saying('冻土')),
  words('堤防抢险 管涌', sayingAll('堤防抢险', '管涌')),
  words('黄河防凌', saying('黄河防凌')),
  words('煤矿瓦斯防治', saying('煤矿瓦斯防治')),
  words('尾矿库安全', saying('尾矿库')),
  words('鼠疫', saying('鼠疫')),
  words('高原病救治', saying('高原病')),
  words('液氯泄漏', saying('液氯')),
  words('液氨', saying('液氨')),
  words('电梯困人', saying('电梯困人')),
  words('无人机航测', saying('无人机航测')),
  words('心理危机', saying('心理危机')),
  words('活动断层', saying('活动断层')),
  words('应急预案编制', saying('应急预案编制')),
  words('航空应急救援', saying('航空应急救援')),
  { query: { q: '隧道', kinds: ['expert'] }, answers: all(expert, saying('隧道')) },
  { query: { q: '边坡', kinds: ['expert'] }, answers: all(expert, saying('边坡')) },
];

/** Names and units. */
const NAMES: readonly LabelledQuery[] = [
  words('李志山', named('李志山')),
  words('扎西顿珠', named('扎西顿珠')),
  words('才让卓玛', named('才让卓玛')),
  words('西宁虚构矿山救护大队', named('西宁虚构矿山救护大队')),
  words('蓝色天空', named('蓝色天空')),
  words('盐湖化工', named('盐湖化工')),
  words('虚构铁路局救援列车', named('救援列车')),
  words('第一人民医院', named('第一人民医院')),
  {
    query: { q: '昆仑', kinds: ['team'], city: '630100' },
    answers: all(kind('team'), inCity('630100'), named('昆仑')),
  },
  words('高原医学中心', saying('高原医学中心')),
];

/** Pinyin and initials. */
const SOUNDS: readonly LabelledQuery[] = [
  { query: { q: 'dzzh', kinds: ['expert'] }, answers: all(expert, saying('地质灾害')) },
  words('lzs', named('李志山')),
  words('zxdz', named('扎西顿珠')),
  words('crzm', named('才让卓玛')),
  words('hpjc', saying('滑坡监测')),
  words('huapo', saying('滑坡')),
  words('nishiliu', saying('泥石流')),
  words('mkws', saying('煤矿瓦斯')),
  words('lvchangjiang', named('吕长江')),
  words('weixingdianhua', named('卫星电话')),
  words('dongtu', saying('冻土')),
  words('guanyong', saying('管涌')),
  words('yanhu', saying('盐湖')),
  words('suidao', saying('隧道')),
  words('gyb', saying('高原病')),
];

/** English. */
const ENGLISH: readonly LabelledQuery[] = [
  {
    query: { q: 'water rescue', kinds: ['team'], city: '620100' },
    answers: all(kind('team'), inCity('620100'), can('water-rescue')),
  },
  { query: { q: 'Lanzhou diving team' }, answers: all(kind('team'), inCity('620100'), can('diving-rescue')) },
  { query: { q: 'landslides', kinds: ['expert'] }, answers: all(expert, facing('geological')) },
  { query: { q: 'hazmat team', city: '630200' }, answers: all(inCity('630200'), can('chemical-rescue')) },
  { query: { q: 'Haixi mine rescue' }, answers: all(inCity('632800'), can('mine-rescue')) },
  { query: { q: 'medical', kinds: ['package'] }, answers: all(kind('package'), can('medical-rescue')) },
  {
    query: { q: 'wildfire', kinds: ['expert', 'package'] },
    answers: all(kind('expert', 'package'), facing('grassland-fire')),
  },
];

/** Kind, level and hazard, without words. */
const FILTERS: readonly LabelledQuery[] = [
  {
    query: { resourceKind: 'mine-rescue', hazard: 'mine', near: XINING, withinKilometres: 60 },
    answers: all(can('mine-rescue'), facing('mine'), within(XINING, 60)),
  },
  { query: { resourceKind: 'diving-rescue', level: 1 }, answers: can('diving-rescue', 1) },
  {
    query: { resourceKind: 'collapsed-building-rescue', level: 2, city: '620100' },
    answers: all(can('collapsed-building-rescue', 2), inCity('620100')),
  },
  { query: { hazard: 'epidemic', kinds: ['expert'] }, answers: all(expert, facing('epidemic')) },
  {
    query: { hazard: 'grassland-fire', kinds: ['team'], near: LANZHOU, withinKilometres: 100 },
    answers: all(kind('team'), facing('grassland-fire'), within(LANZHOU, 100)),
  },
  { query: { resourceKind: 'communications', kinds: ['agency'] }, answers: all(kind('agency'), can('communications')) },
  {
    query: { resourceKind: 'medical-rescue', kinds: ['package'] },
    answers: all(kind('package'), can('medical-rescue')),
  },
  {
    query: { resourceKind: 'firefighting', hazard: 'grassland-fire', city: '632500' },
    answers: all(can('firefighting'), facing('grassland-fire'), inCity('632500')),
  },
  { query: { language: 'bo' }, answers: speaking('bo') },
  { query: { language: 'en', kinds: ['expert'] }, answers: all(expert, speaking('en')) },
];

/** Goods. */
const SUPPLIES: readonly LabelledQuery[] = [
  { query: { supplyCode: '2010101' }, answers: goods('2010101') },
  { query: { supplyCode: '10101', kinds: ['stock'] }, answers: goods('10101') },
  {
    query: { supplyCode: '1010102', near: XINING, withinKilometres: 80 },
    answers: all(goods('1010102'), within(XINING, 80)),
  },
  { query: { q: '帐篷', kinds: ['stock'] }, answers: all(kind('stock'), named('帐篷')) },
  { query: { q: '排水泵' }, answers: all(kind('stock'), named('排水泵')) },
  { query: { q: '救生衣', city: '620100' }, answers: all(inCity('620100'), named('救生衣')) },
  { query: { q: '制氧机' }, answers: named('制氧机') },
  { query: { resourceKind: 'supplies', q: '沙袋' }, answers: all(kind('stock'), named('沙袋')) },
  { query: { resourceKind: 'supplies', city: '632800' }, answers: all(kind('stock'), inCity('632800')) },
  { query: { q: '编织袋' }, answers: named('编织袋') },
];

/** Near a point, and several things at once. */
const MIXED: readonly LabelledQuery[] = [
  { query: { q: '滑坡 监测', near: LANZHOU, kinds: ['expert'] }, answers: all(expert, saying('滑坡监测')) },
  {
    query: { q: '排水', hazard: 'flood', kinds: ['agency'] },
    answers: all(kind('agency'), facing('flood'), saying('排水')),
  },
  {
    query: { resourceKind: 'water-rescue', near: LANZHOU, withinMinutes: 120 },
    answers: all(can('water-rescue'), within(LANZHOU, 60), inCity('620100')),
  },
  {
    query: { q: '冲锋舟', near: XINING, withinKilometres: 50, kinds: ['team'] },
    answers: all(kind('team'), saying('冲锋舟'), within(XINING, 50)),
  },
  { query: { q: '生命探测仪', city: '632800' }, answers: all(inCity('632800'), saying('生命探测仪')) },
  { query: { q: '任务包 排水' }, answers: all(kind('package'), saying('排水')) },
  { query: { q: '移动医院' }, answers: saying('移动医院') },
  {
    query: { q: '应急发电车', kinds: ['agency', 'team'], city: '630100' },
    answers: all(inCity('630100'), kind('agency', 'team'), saying('应急发电车')),
  },
  { query: { q: '堵漏', kinds: ['package', 'agency'] }, answers: all(kind('package', 'agency'), saying('堵漏')) },
];

/** Width and case as they slip in. */
const SLIPS: readonly LabelledQuery[] = [
  words('ＬＺＳ', named('李志山')),
  words('　滑坡　　治理　', saying('滑坡治理')),
  words('HUAPO', saying('滑坡')),
  {
    query: { q: 'ＷＡＴＥＲ　Rescue', kinds: ['team'], city: '632500' },
    answers: all(kind('team'), inCity('632500'), can('water-rescue')),
  },
  words('移动ＣＴ', saying('移动CT')),
  words('12平方米单帐篷', named('12平方米单帐篷')),
  words('“扎西顿珠”', named('扎西顿珠')),
  words('一通三防，瓦斯', saying('一通三防')),
];

/** As people type them without thinking of how they are found. */
const CARELESS: readonly LabelledQuery[] = [
  words('海西 矿山救护', all(inCity('632800'), named('矿山救护'))),
  words('兰州水上救援队', all(inCity('620100'), named('水上救援队'))),
  words('海东的潜水队', all(inCity('630200'), can('diving-rescue'))),
  words('会治滑坡的专家', all(expert, saying('滑坡'))),
  words('dizhi zaihai', all(expert, saying('地质灾害'))),
  words('kuangshan jiuhu lanzhou', all(inCity('620100'), named('矿山救护'))),
  words('搜救犬 西宁', all(inCity('630100'), saying('搜救犬'))),
  words('西宁有没有制氧机', all(inCity('630100'), named('制氧机'))),
  words('洗消车', saying('洗消车')),
  words('岩土 边坡', sayingAll('岩土', '边坡')),
  words('扎西', named('扎西')),
  words('吕', named('吕')),
  { query: { q: '帐篷', near: LANZHOU, withinKilometres: 60 }, answers: all(named('帐篷'), inCity('620100')) },
  { query: { q: '专家 瓦斯', kinds: ['expert'] }, answers: all(expert, saying('瓦斯')) },
];

export const LABELLED_QUERIES: readonly LabelledQuery[] = [
  ...SPECIALITIES,
  ...NAMES,
  ...SOUNDS,
  ...ENGLISH,
  ...FILTERS,
  ...SUPPLIES,
  ...MIXED,
  ...SLIPS,
  ...CARELESS,
];
