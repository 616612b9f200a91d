import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Hazard } from '../../shared/domain/vocabulary/hazards.ts';
import type { CapabilityLevel, ResourceKind } from '../../shared/domain/vocabulary/resource-kinds.ts';

/** A made-up team in as many words as tell it from the others. */
export interface DemoTeam {
  readonly name: string;
  readonly nameEn: string;
  readonly kind: ResourceKind;
  readonly level: CapabilityLevel;
  readonly hazards: readonly Hazard[];
  readonly headcount: number;
  readonly readinessMinutes: number;
  readonly equipment: readonly (readonly [name: string, quantity: number, unit: string])[];
}

const water: DemoTeam = {
  name: '水域救援队（演示）',
  nameEn: 'Water rescue team (demo)',
  kind: 'water-rescue',
  level: 1,
  hazards: ['flood'],
  headcount: 18,
  readinessMinutes: 20,
  equipment: [
    ['冲锋舟', 4, '艘'],
    ['干式救援服', 20, '套'],
  ],
};

const collapse: DemoTeam = {
  name: '建筑坍塌搜救队（演示）',
  nameEn: 'Collapsed-building search and rescue team (demo)',
  kind: 'collapsed-building-rescue',
  level: 2,
  hazards: ['earthquake', 'geological', 'building-collapse'],
  headcount: 24,
  readinessMinutes: 45,
  equipment: [
    ['生命探测仪', 2, '台'],
    ['液压破拆工具', 3, '套'],
    ['搜救犬', 4, '头'],
  ],
};

const mountain: DemoTeam = {
  name: '山地救援队（演示）',
  nameEn: 'Mountain rescue team (demo)',
  kind: 'mountain-rescue',
  level: 2,
  hazards: ['geological', 'snow-and-ice', 'grassland-fire'],
  headcount: 15,
  readinessMinutes: 40,
  equipment: [
    ['救援绳索', 1200, 'm'],
    ['高原救护担架', 6, '副'],
  ],
};

const medical: DemoTeam = {
  name: '应急医疗队（演示）',
  nameEn: 'Emergency medical team (demo)',
  kind: 'medical-rescue',
  level: 1,
  hazards: ['earthquake', 'flood', 'epidemic', 'transport'],
  headcount: 12,
  readinessMinutes: 30,
  equipment: [
    ['救护车', 3, '辆'],
    ['帐篷医院模块', 1, '套'],
  ],
};

const chemical: DemoTeam = {
  name: '危化品救援队（演示）',
  nameEn: 'Hazardous-chemicals rescue team (demo)',
  kind: 'chemical-rescue',
  level: 1,
  hazards: ['chemical', 'fire'],
  headcount: 20,
  readinessMinutes: 25,
  equipment: [
    ['重型防化服', 16, '套'],
    ['泡沫消防车', 2, '辆'],
  ],
};

const engineering: DemoTeam = {
  name: '工程抢险队（演示）',
  nameEn: 'Engineering team (demo)',
  kind: 'engineering-rescue',
  level: 2,
  hazards: ['flood', 'geological', 'earthquake', 'snow-and-ice'],
  headcount: 30,
  readinessMinutes: 60,
  equipment: [
    ['挖掘机', 4, '台'],
    ['装载机', 3, '台'],
    ['大流量排水车', 2, '辆'],
  ],
};

const communications: DemoTeam = {
  name: '应急通信队（演示）',
  nameEn: 'Emergency communications team (demo)',
  kind: 'communications',
  level: 2,
  hazards: ['earthquake', 'flood', 'geological', 'utilities'],
  headcount: 8,
  readinessMinutes: 15,
  equipment: [
    ['卫星便携站', 2, '套'],
    ['系留无人机', 1, '架'],
  ],
};

const power: DemoTeam = {
  name: '电力抢修队（演示）',
  nameEn: 'Power restoration team (demo)',
  kind: 'power-restoration',
  level: 2,
  hazards: ['utilities', 'snow-and-ice', 'flood'],
  headcount: 16,
  readinessMinutes: 35,
  equipment: [
    ['应急发电车', 2, '辆'],
    ['绝缘斗臂车', 1, '辆'],
  ],
};

/** What each demo city has: enough of everything to help one another, and nobody has it all. */
export const DEMO_TEAMS: Readonly<Record<CityCode, readonly DemoTeam[]>> = {
  '630100': [collapse, medical, communications, power],
  '620100': [water, chemical, engineering, communications, medical],
  '630200': [water, engineering, mountain],
  '632500': [mountain, medical, power],
  '632800': [chemical, mountain, engineering],
};
