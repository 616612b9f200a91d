import type { RegistryEntry } from '../../../shared/domain/registry/registry-entry.ts';
import type { Hazard } from '../../../shared/domain/vocabulary/hazards.ts';
import type { CapabilityLevel, TeamKind as KindOfTeam } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { CITIES, type CityReference } from '../../../shared/reference/cities.ts';
import { entryOf, pick, placeNear } from './entry-of.ts';

interface TeamKind {
  readonly word: string;
  readonly en: string;
  readonly hazards: readonly Hazard[];
  readonly equipment: readonly string[];
}

const TEAM_KINDS: Readonly<Record<KindOfTeam, TeamKind>> = {
  'general-rescue': {
    word: '综合应急救援',
    en: 'general rescue',
    hazards: ['flood', 'earthquake', 'geological'],
    equipment: ['应急照明车', '液压破拆工具'],
  },
  'collapsed-building-rescue': {
    word: '建筑坍塌搜救',
    en: 'collapsed building search',
    hazards: ['earthquake', 'building-collapse'],
    equipment: ['生命探测仪', '搜救犬', '顶撑套具'],
  },
  'mountain-rescue': {
    word: '山地救援',
    en: 'mountain rescue',
    hazards: ['geological', 'snow-and-ice'],
    equipment: ['静力绳', '高山担架'],
  },
  'water-rescue': {
    word: '水上救援',
    en: 'water rescue',
    hazards: ['flood'],
    equipment: ['冲锋舟', '抛绳枪', '橡皮艇'],
  },
  'diving-rescue': {
    word: '潜水打捞',
    en: 'diving',
    hazards: ['flood', 'transport'],
    equipment: ['潜水装具', '水下机器人'],
  },
  'medical-rescue': {
    word: '医疗救护',
    en: 'medical',
    hazards: ['earthquake', 'epidemic', 'transport'],
    equipment: ['负压救护车', '移动手术车'],
  },
  firefighting: {
    word: '消防灭火',
    en: 'firefighting',
    hazards: ['fire', 'grassland-fire'],
    equipment: ['水罐车', '风力灭火机'],
  },
  'chemical-rescue': {
    word: '危险化学品处置',
    en: 'hazmat',
    hazards: ['chemical', 'fire'],
    equipment: ['防化服', '堵漏工具', '洗消车'],
  },
  'mine-rescue': {
    word: '矿山救护',
    en: 'mine rescue',
    hazards: ['mine'],
    equipment: ['正压氧气呼吸器', '瓦斯检测仪'],
  },
  'engineering-rescue': {
    word: '工程抢险',
    en: 'engineering',
    hazards: ['geological', 'flood', 'snow-and-ice'],
    equipment: ['挖掘机', '装载机', '推雪车'],
  },
  'power-restoration': {
    word: '电力抢修',
    en: 'power restoration',
    hazards: ['utilities'],
    equipment: ['应急发电车', '绝缘斗臂车'],
  },
  communications: {
    word: '应急通信保障',
    en: 'communications',
    hazards: ['utilities', 'earthquake'],
    equipment: ['卫星便携站', '系留无人机'],
  },
};

const UNITS = ['蓝天', '雪豹', '长城', '昆仑', '河湟', '先锋', '曙光'] as const;

const teamOf = (city: CityReference, kind: KindOfTeam, index: number): RegistryEntry => {
  const { word, en, hazards, equipment } = TEAM_KINDS[kind];
  const unit = pick(UNITS, index);
  const level = ((index % 3) + 1) as CapabilityLevel;
  return entryOf({
    kind: 'team',
    city: city.code,
    name: `${city.name.zh}${unit}${word}队`,
    nameEn: `${city.name.en} ${en} team`,
    words: [...equipment],
    capabilities: [{ kind, level }],
    hazards: [...hazards],
    position: placeNear(city, index),
    readinessMinutes: 15 + ((index * 15) % 60),
    headcount: 10 + (index % 30),
  });
};

/** Made up; the same each time. */
export const teams = (): readonly RegistryEntry[] =>
  CITIES.flatMap((city, cityIndex) =>
    (Object.keys(TEAM_KINDS) as KindOfTeam[]).flatMap((kind, kindIndex) =>
      Array.from({ length: 3 }, (_, index) => teamOf(city, kind, cityIndex * 5 + kindIndex + index)),
    ),
  );
