import type { RegistryEntry } from '../../../shared/domain/registry/registry-entry.ts';
import type { Hazard } from '../../../shared/domain/vocabulary/hazards.ts';
import type { CapabilityLevel, TeamKind as KindOfTeam } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { CITIES, type CityReference } from '../../../shared/reference/cities.ts';
import { entryOf, placeNear } from './entry-of.ts';

const AGENCIES: readonly (readonly [
  name: string,
  services: string,
  kinds: readonly KindOfTeam[],
  hazards: readonly Hazard[],
  pledges: readonly string[],
])[] = [
  [
    '西宁虚构矿山救护大队',
    '矿山透水、冒顶、瓦斯事故救援；大功率排水',
    ['mine-rescue'],
    ['mine', 'flood'],
    ['大功率排水车'],
  ],
  [
    '虚构盐湖化工应急队',
    '盐酸、液氯泄漏处置，化工装置带压堵漏',
    ['chemical-rescue', 'firefighting'],
    ['chemical', 'fire'],
    ['化学侦检车', '防化服'],
  ],
  [
    '青海蓝色天空救援协会',
    '山野搜救、水域救援、赛事保障',
    ['mountain-rescue', 'water-rescue'],
    ['flood', 'geological'],
    ['无人机', '皮划艇'],
  ],
  [
    '西宁虚构第一人民医院',
    '重症救治、移动医院、紧急医学救援',
    ['medical-rescue'],
    ['epidemic', 'transport', 'earthquake'],
    ['负压救护车', '移动CT'],
  ],
  ['国网虚构供电公司', '电网抢修、应急供电、大面积停电恢复', ['power-restoration'], ['utilities'], ['应急发电车']],
  [
    '虚构通信西宁分公司',
    '基站抢通、卫星通信、应急指挥车',
    ['communications'],
    ['utilities', 'earthquake'],
    ['应急通信车'],
  ],
  [
    '虚构路桥集团抢险队',
    '公路抢通、桥梁加固、隧道塌方救援',
    ['engineering-rescue'],
    ['geological', 'flood', 'transport'],
    ['钢桥', '旋挖钻机'],
  ],
  [
    '虚构燃气公司抢修队',
    '燃气泄漏抢修、管网停气恢复',
    ['engineering-rescue', 'chemical-rescue'],
    ['utilities', 'chemical'],
    ['带压封堵设备'],
  ],
  ['虚构水务集团', '供水管网抢修、城市内涝排水', ['engineering-rescue'], ['utilities', 'flood'], ['龙吸水排水车']],
  ['虚构机场消防支队', '航空器火灾扑救、机上人员救援', ['firefighting'], ['fire', 'transport'], ['机场快调消防车']],
  ['虚构铁路局救援列车', '列车脱轨起复、铁路抢修', ['engineering-rescue'], ['transport'], ['铁路救援起重机']],
  ['虚构环境监测站', '突发环境事件监测、水质大气应急监测', ['chemical-rescue'], ['chemical'], ['走航监测车']],
  ['虚构测绘院', '无人机航测、灾区影像、三维建模', ['communications'], ['geological', 'earthquake'], ['固定翼无人机']],
  ['虚构粮食物资储备中心', '救灾物资调运、仓储', ['general-rescue'], ['earthquake', 'flood'], ['救灾帐篷']],
  ['虚构民兵应急连', '转移群众、搬运物资、堤防抢险', ['general-rescue'], ['flood', 'earthquake'], ['冲锋舟']],
];

/** Made up; the same each time. */
export const agencies = (): readonly RegistryEntry[] =>
  AGENCIES.map(([name, services, kinds, hazards, pledges], index) =>
    entryOf({
      kind: 'agency',
      city: '630100',
      name,
      words: [services, ...pledges],
      capabilities: kinds.map((kind, at) => ({ kind, level: (((index + at) % 3) + 1) as CapabilityLevel })),
      hazards: [...hazards],
      position: placeNear(CITIES[0] as CityReference, index * 5),
      readinessMinutes: 20 + (index % 5) * 10,
      reachKilometres: 200,
      serviceCities: ['630100'],
      headcount: 20 + index,
    }),
  );
