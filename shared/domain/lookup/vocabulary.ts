import { folded } from '../kernel/folded.ts';
import type { RegistryEntry, RegistryEntryKind } from '../registry/registry-entry.ts';
import { HAZARDS, type Hazard } from '../vocabulary/hazards.ts';
import { TEAM_KINDS, type TeamKind } from '../vocabulary/resource-kinds.ts';
import { TOKENS } from './tokens.ts';

/** Something the service has a code for, which people name in words of their own. */
export interface Concept {
  /** The index's list of those it is true of, where it tells enough to be read. */
  readonly token?: string;
  /** Its names, folded. */
  readonly names: readonly string[];
  readonly isTrueOf: (entry: RegistryEntry) => boolean;
}

/** What people call the kinds of entry. */
const ENTRY_KIND_WORDS: Readonly<Record<RegistryEntryKind, readonly string[]>> = {
  team: ['队', '队伍', '救援队', 'team'],
  agency: ['单位', '联动单位', 'agency'],
  expert: ['专家', 'expert'],
  stock: ['物资', '应急物资', '库存', 'stock', 'supply'],
  package: ['任务包', 'package'],
};

/** What people call hazards, besides their names. */
const HAZARD_WORDS: Partial<Record<Hazard, readonly string[]>> = {
  flood: ['洪水', '山洪', '内涝', '防汛', '抗洪', 'flooding'],
  earthquake: ['抗震', 'seismic', 'quake'],
  geological: ['滑坡', '泥石流', '崩塌', '地灾', 'landslide', 'debris flow', 'mudslide', 'rockfall'],
  'snow-and-ice': ['雪灾', '冰冻', '暴雪', '除雪', 'snow', 'blizzard'],
  drought: ['抗旱', '旱灾'],
  'grassland-fire': ['森林火灾', '草原火灾', '森林草原', 'wildfire', 'forest fire', 'grassland fire'],
  fire: ['灭火'],
  chemical: ['危化', '危化品', '危险化学品', '化学品', '泄漏', 'hazmat', 'chemical'],
  mine: ['矿难', '煤矿', '矿山', 'mine', 'coal'],
  'building-collapse': ['坍塌', '倒塌', 'collapse', 'collapsed building'],
  transport: ['交通事故', 'traffic accident'],
  utilities: ['停电', '停水', '停气', 'power cut', 'blackout'],
  epidemic: ['疫情', '防疫', '传染病'],
};

/** What people call kinds of team, besides their names. */
const TEAM_KIND_WORDS: Partial<Record<TeamKind, readonly string[]>> = {
  'collapsed-building-rescue': ['破拆', '废墟', '建筑物倒塌', 'search and rescue', 'usar'],
  'mountain-rescue': ['山地', '山岳', 'mountain'],
  'water-rescue': ['水域', '水上', '水域救援', 'swift water'],
  'diving-rescue': ['潜水', 'diving', 'diver'],
  'medical-rescue': ['医疗', '救护', '急救', 'medical', 'ambulance'],
  firefighting: ['消防', 'firefighter', 'fire brigade'],
  'chemical-rescue': ['危化', '危化品', 'hazmat'],
  'mine-rescue': ['矿山', '矿山救护', 'mine rescue'],
  'engineering-rescue': ['抢险', '工程机械', 'heavy plant', 'engineering'],
  'power-restoration': ['电力', '供电', 'power restoration', 'electricity'],
  communications: ['通信', '卫星', 'communications', 'satellite'],
};

const namesOf = ({ zh, en }: { zh: string; en: string }, more: readonly string[] = []): readonly string[] =>
  [zh, en, ...more].map(folded);

/** Every hazard, kind of team and kind of entry, with the words it is named by. */
export const CONCEPTS: readonly Concept[] = [
  ...(Object.keys(ENTRY_KIND_WORDS) as RegistryEntryKind[]).map((kind) => ({
    names: ENTRY_KIND_WORDS[kind],
    isTrueOf: (entry: RegistryEntry) => entry.kind === kind,
  })),
  ...(Object.keys(TEAM_KINDS) as TeamKind[]).map((kind) => ({
    token: TOKENS.resourceKind(kind),
    names: namesOf(TEAM_KINDS[kind], TEAM_KIND_WORDS[kind]),
    isTrueOf: ({ capabilities }: RegistryEntry) => capabilities.some((capability) => capability.kind === kind),
  })),
  ...(Object.keys(HAZARDS) as Hazard[]).map((hazard) => ({
    token: TOKENS.hazard(hazard),
    names: namesOf(HAZARDS[hazard], HAZARD_WORDS[hazard]),
    isTrueOf: ({ hazards }: RegistryEntry) => hazards.includes(hazard),
  })),
];
