import * as z from 'zod';
import { assetDetails, codesOf } from '../asset/asset-details.ts';
import type { Text } from '../kernel/text.ts';
import { wordsSchema } from '../kernel/words.ts';

/** What equipment is for. */
export const EQUIPMENT_CATEGORIES = {
  search: { zh: '侦检搜索', en: 'Search and detection' },
  rescue: { zh: '破拆救援', en: 'Breaking and extrication' },
  lifting: { zh: '起重吊装', en: 'Lifting' },
  pumping: { zh: '排水供水', en: 'Pumping and water supply' },
  power: { zh: '发电供电', en: 'Power supply' },
  lighting: { zh: '照明', en: 'Lighting' },
  communications: { zh: '通信指挥', en: 'Communications and command' },
  'water-craft': { zh: '舟艇水域', en: 'Boats and water rescue' },
  firefighting: { zh: '灭火', en: 'Firefighting' },
  chemical: { zh: '堵漏洗消', en: 'Leak control and decontamination' },
  medical: { zh: '医疗急救', en: 'Medical' },
  protection: { zh: '个人防护', en: 'Personal protection' },
  shelter: { zh: '宿营保障', en: 'Shelter and field support' },
  unmanned: { zh: '无人机与机器人', en: 'Drones and robots' },
  monitoring: { zh: '监测预警', en: 'Monitoring' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>;

/** What the registry holds of equipment, as people enter it. */
export const EquipmentDetailsSchema = z
  .strictObject({
    /** What it is told apart by: the number on it or in the office's books. */
    number: wordsSchema(60),
    category: codesOf(EQUIPMENT_CATEGORIES).meta({ id: 'EquipmentCategory' }),
    ...assetDetails,
    quantity: z.number().positive().max(1_000_000),
    /** What is counted or measured, e.g. 台, 套, m. */
    unit: wordsSchema(20),
  })
  .meta({ id: 'EquipmentDetails' });
export type EquipmentDetails = z.infer<typeof EquipmentDetailsSchema>;
