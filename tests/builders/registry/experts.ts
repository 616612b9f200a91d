import type { RegistryEntry } from '../../../shared/domain/registry/registry-entry.ts';
import type { Hazard } from '../../../shared/domain/vocabulary/hazards.ts';
import { CITIES, type CityReference } from '../../../shared/reference/cities.ts';
import { entryOf, pick, placeNear } from './entry-of.ts';

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

/** Made up; the same each time. */
export const experts = (): readonly RegistryEntry[] =>
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
