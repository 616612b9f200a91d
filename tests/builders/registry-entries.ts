import type { RegistryEntry } from '../../shared/domain/registry/registry-entry.ts';
import type { Hazard } from '../../shared/domain/vocabulary/hazards.ts';
import type { CapabilityLevel, TeamKind as KindOfTeam } from '../../shared/domain/vocabulary/resource-kinds.ts';
import { CITIES, type CityReference } from '../../shared/reference/cities.ts';

/** A registry as five cities might keep it: made up, the same each time. */

const pick = <T>(values: readonly [T, ...T[]], index: number): T => values[index % values.length] ?? values[0];

let count = 0;
const nextId = (): string => {
  count += 1;
  return `0190e100-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
};

const VALID = { validFrom: '2025-12-31T16:00:00.000Z', validUntil: '2027-12-31T16:00:00.000Z' } as const;
const NO_RESOURCES = { capabilities: [], hazards: [], languages: [], blocked: [], load: 0 } as const;

/** @returns a place some kilometres from the seat of a city; the same index gives the same place. */
const placeNear = ({ seat, name }: CityReference, index: number): RegistryEntry['position'] => ({
  latitude: seat.latitude + ((index * 37) % 21) / 100 - 0.1,
  longitude: seat.longitude + ((index * 53) % 25) / 100 - 0.12,
  crs: 'CGCS2000',
  place: `${name.zh}${pick(['城东', '城西', '城北', '新区'], index)}`,
});

/** @returns an entry of that kind, with only what is needed said of it. */
export const entryOf = (
  entry: Pick<RegistryEntry, 'kind' | 'city' | 'name'> & Partial<RegistryEntry>,
): RegistryEntry => ({
  id: nextId(),
  words: [],
  ...NO_RESOURCES,
  capabilities: [],
  hazards: [],
  languages: [],
  blocked: [],
  position: placeNear(CITIES.find(({ code }) => code === entry.city) ?? (CITIES[0] as CityReference), 0),
  readinessMinutes: 30,
  ...VALID,
  ...entry,
});

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

const teams = (): readonly RegistryEntry[] =>
  CITIES.flatMap((city, cityIndex) =>
    (Object.keys(TEAM_KINDS) as KindOfTeam[]).flatMap((kind, kindIndex) =>
      Array.from({ length: 3 }, (_, index) => teamOf(city, kind, cityIndex * 5 + kindIndex + index)),
    ),
  );

interface Field {
  readonly subgroup: string;
  readonly hazards: readonly Hazard[];
  readonly class: NonNullable<RegistryEntry['expertise']>['class'];
  readonly specialities: readonly (readonly string[])[];
}

/** What experts know; each list of specialities is one expert's. */
const FIELDS: readonly Field[] = [
  {
    subgroup: '地质灾害防治组',
    hazards: ['geological'],
    class: 'natural-disaster',
    specialities: [
      ['滑坡监测预警', '泥石流防治'],
      ['岩土工程', '边坡稳定性分析'],
      ['滑坡治理', '地质灾害危险性评估'],
      ['冻土工程', '路基病害'],
      ['地面塌陷探测', '物探'],
    ],
  },
  {
    subgroup: '水利防汛组',
    hazards: ['flood', 'drought'],
    class: 'natural-disaster',
    specialities: [
      ['水文预报', '山洪预警'],
      ['堤防抢险', '管涌处置'],
      ['水库大坝安全', '溃坝分析'],
      ['冰凌监测', '黄河防凌'],
      ['抗旱调水', '人工增雨'],
    ],
  },
  {
    subgroup: '地震组',
    hazards: ['earthquake', 'building-collapse'],
    class: 'natural-disaster',
    specialities: [['地震监测', '震情会商'], ['建筑抗震鉴定', '结构安全评估'], ['活动断层探测'], ['地震应急救援训练']],
  },
  {
    subgroup: '气象组',
    hazards: ['snow-and-ice', 'drought'],
    class: 'natural-disaster',
    specialities: [
      ['暴雪预报', '低温冰冻'],
      ['强对流天气', '雷电防护'],
      ['短临预报', '数值预报'],
    ],
  },
  {
    subgroup: '森林草原防灭火组',
    hazards: ['grassland-fire'],
    class: 'natural-disaster',
    specialities: [
      ['森林火险监测', '火场态势研判'],
      ['草原火扑救', '以水灭火'],
    ],
  },
  {
    subgroup: '危险化学品组',
    hazards: ['chemical', 'fire'],
    class: 'accident',
    specialities: [
      ['危险化学品泄漏处置', '液氯'],
      ['化工工艺安全', '爆炸风险'],
      ['油气管道抢维修'],
      ['液氨制冷', '涉氨企业安全'],
    ],
  },
  {
    subgroup: '矿山安全组',
    hazards: ['mine'],
    class: 'accident',
    specialities: [
      ['煤矿瓦斯防治', '一通三防'],
      ['透水事故救援', '矿井水文地质'],
      ['尾矿库安全'],
      ['盐湖采掘', '露天矿边坡'],
    ],
  },
  {
    subgroup: '建筑与消防组',
    hazards: ['fire', 'building-collapse'],
    class: 'accident',
    specialities: [['高层建筑火灾扑救', '消防设施'], ['隧道火灾', '大型综合体消防'], ['自建房安全排查']],
  },
  {
    subgroup: '交通组',
    hazards: ['transport'],
    class: 'accident',
    specialities: [['高速公路事故救援', '隧道交通'], ['铁路行车安全'], ['航空应急救援', '通用航空']],
  },
  {
    subgroup: '公共卫生组',
    hazards: ['epidemic'],
    class: 'public-health',
    specialities: [
      ['鼠疫防控', '流行病学调查'],
      ['高原病救治', '重症医学'],
      ['核生化医学救援', '创伤急救'],
      ['心理危机干预'],
    ],
  },
  {
    subgroup: '特种设备组',
    hazards: ['utilities'],
    class: 'accident',
    specialities: [
      ['压力容器', '锅炉'],
      ['电梯困人救援', '起重机械'],
      ['电网安全', '黑启动'],
    ],
  },
  {
    subgroup: '应急管理组',
    hazards: [],
    class: 'general-management',
    specialities: [
      ['应急预案编制', '演练评估'],
      ['舆情应对', '信息发布'],
      ['应急通信规划', '卫星遥感'],
      ['无人机航测', '三维建模'],
    ],
  },
];

const PEOPLE = [
  '李志山',
  '王海燕',
  '扎西顿珠',
  '马福祥',
  '赵国栋',
  '孙丽华',
  '周文博',
  '吴建设',
  '郑小兰',
  '冯玉梅',
  '陈永贵',
  '褚卫东',
  '卫星河',
  '蒋大为',
  '沈秀英',
  '韩冰',
  '杨生福',
  '朱红旗',
  '秦岭',
  '尤加利',
  '许光明',
  '何雪峰',
  '吕长江',
  '施耐德',
  '张掖',
  '孔令学',
  '曹操作',
  '严冬梅',
  '华山松',
  '金银滩',
  '魏青草',
  '陶然亭',
  '姜子涵',
  '才让卓玛',
  '谢天谢',
  '邹平川',
  '喻家山',
  '柏林森',
  '水清浅',
  '窦燕山',
  '章鱼池',
  '云中鹤',
  '苏武牧',
  '潘阳湖',
  '葛洲坝',
] as const;

const EMPLOYERS = [
  '青海虚构地质调查院',
  '甘肃虚构水利科学研究院',
  '虚构高原医学中心',
  '虚构大学土木工程学院',
  '虚构气象台',
  '虚构应急技术中心',
] as const;
const TITLES = ['正高级工程师', '教授', '高级工程师', '主任医师', '研究员'] as const;

const experts = (): readonly RegistryEntry[] =>
  FIELDS.flatMap(({ specialities, ...field }) => specialities.map((each) => ({ ...field, each }))).map(
    ({ each, hazards, ...field }, index) => {
      const city = CITIES[index % 3] ?? (CITIES[0] as CityReference);
      const { class: ofClass, subgroup } = field;
      return entryOf({
        kind: 'expert',
        city: city.code,
        name: pick(PEOPLE, index),
        words: [...each, pick(EMPLOYERS, index)],
        hazards: [...hazards],
        languages: index % 7 === 2 ? ['zh', 'bo'] : index % 11 === 5 ? ['zh', 'en'] : ['zh'],
        position: placeNear(city, index * 3),
        readinessMinutes: 30 + (index % 4) * 30,
        reachKilometres: 100 + (index % 5) * 100,
        expertise: { class: ofClass, subgroup, title: pick(TITLES, index), groupLead: index % 6 === 0 },
      });
    },
  );

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

const agencies = (): readonly RegistryEntry[] =>
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

/** Goods by code, as depots call them. */
const GOODS: readonly (readonly [code: string, name: string, unit: string])[] = [
  ['1010101', '12平方米单帐篷', '顶'],
  ['1010102', '36平方米棉帐篷', '顶'],
  ['1010201', '棉大衣', '件'],
  ['1010202', '羽绒睡袋', '条'],
  ['1020101', '瓶装饮用水', '箱'],
  ['1020201', '自热米饭', '份'],
  ['1030101', '便携制氧机', '台'],
  ['1030102', '急救药箱', '只'],
  ['2010101', '大流量排水泵', '台'],
  ['2010102', '潜水泵', '台'],
  ['2020101', '柴油发电机组', '台'],
  ['2030101', '防洪沙袋', '条'],
  ['2030102', '救生衣', '件'],
  ['2040101', '卫星电话', '部'],
  ['3010101', '编织袋', '条'],
  ['3010201', '钢管', '吨'],
  ['3020101', '融雪剂', '吨'],
];

const stock = (): readonly RegistryEntry[] =>
  CITIES.flatMap((city, cityIndex) =>
    GOODS.flatMap(([code, name, unit], index) =>
      (index + cityIndex) % 3 === 2
        ? []
        : [
            entryOf({
              kind: 'stock',
              city: city.code,
              name,
              words: [`${city.name.zh}中心库`],
              position: placeNear(city, 7),
              readinessMinutes: 60,
              supply: { code, unit, free: 100 * (index + 1) },
            }),
          ],
    ),
  );

const PACKAGES: readonly (readonly [name: string, mission: string, kind: KindOfTeam, hazards: readonly Hazard[]])[] = [
  ['城市内涝排水任务包', '城区内涝强排，日排水十万立方米', 'engineering-rescue', ['flood']],
  ['高原地震搜救任务包', '海拔四千米以下废墟搜索营救，自持七天', 'collapsed-building-rescue', ['earthquake']],
  ['山洪水域救援任务包', '激流水域搜救与群众转移', 'water-rescue', ['flood']],
  ['危化品泄漏处置任务包', '侦检、堵漏、洗消', 'chemical-rescue', ['chemical']],
  ['移动医院任务包', '五十张床位的帐篷医院', 'medical-rescue', ['earthquake', 'epidemic']],
  ['应急通信保障任务包', '三断情况下现场通信', 'communications', ['earthquake', 'utilities']],
  ['大面积停电供电任务包', '重点单位保电', 'power-restoration', ['utilities']],
  ['草原灭火任务包', '以风力灭火机为主的扑火队', 'firefighting', ['grassland-fire']],
];

const packages = (): readonly RegistryEntry[] =>
  PACKAGES.map(([name, mission, kind, hazards], index) => {
    const city = CITIES[index % 2] as CityReference;
    return entryOf({
      kind: 'package',
      city: city.code,
      name,
      words: [mission],
      capabilities: [{ kind, level: ((index % 3) + 1) as CapabilityLevel }],
      hazards: [...hazards],
      position: placeNear(city, 11),
      readinessMinutes: 120,
      package: { teams: 1 + (index % 3), fortnightCost: 10_000_000 },
    });
  });

/** @returns all of it: some three hundred entries. */
export const aRegistry = (): readonly RegistryEntry[] => {
  count = 0;
  return [...teams(), ...experts(), ...agencies(), ...stock(), ...packages()];
};
