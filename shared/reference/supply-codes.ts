import type { Text } from '../domain/kernel/text.ts';
import { supplyCodePrefixes } from '../domain/vocabulary/supplies.ts';

/** A code of GB/T 38565-2020, or the beginning of codes, and what it is called. */
export interface SupplyCodeName {
  readonly code: string;
  readonly name: Text;
}

const named = (code: string, zh: string, en: string): SupplyCodeName => ({ code, name: { zh, en } });

/** The codes that the reference deployment uses, in order of the code. A deployer's own table takes the place of this one. */
export const SUPPLY_CODES: readonly SupplyCodeName[] = [
  named('1', '基本生活保障物资', 'Life support'),
  named('101', '食品', 'Food'),
  named('10101', '方便食品', 'Ready-to-eat food'),
  named('1010101', '压缩饼干', 'Compressed biscuits'),
  named('1010102', '自热米饭', 'Self-heating rice'),
  named('102', '饮用水', 'Drinking water'),
  named('10201', '瓶装水', 'Bottled water'),
  named('1020101', '瓶装饮用水', 'Bottled drinking water'),
  named('103', '被服', 'Bedding and clothing'),
  named('10301', '被褥', 'Bedding'),
  named('1030101', '棉被', 'Quilts'),
  named('1030102', '毛毯', 'Blankets'),
  named('10302', '衣物', 'Clothing'),
  named('1030201', '棉大衣', 'Padded coats'),
  named('104', '临时住宿', 'Shelter'),
  named('10401', '帐篷', 'Tents'),
  named('1040101', '单帐篷', 'Summer tents'),
  named('1040102', '棉帐篷', 'Padded tents'),
  named('10402', '床具', 'Beds'),
  named('1040201', '折叠床', 'Folding beds'),
  named('105', '取暖', 'Heating'),
  named('10501', '取暖器具', 'Heaters'),
  named('1050101', '取暖炉', 'Stoves'),
  named('2', '应急装备', 'Equipment'),
  named('201', '排水装备', 'Pumping'),
  named('20101', '水泵', 'Pumps'),
  named('2010101', '大功率潜水泵', 'High-capacity submersible pumps'),
  named('202', '照明装备', 'Lighting'),
  named('20201', '移动照明', 'Mobile lighting'),
  named('2020101', '移动照明灯塔', 'Lighting towers'),
  named('203', '通信装备', 'Communications'),
  named('20301', '卫星通信', 'Satellite communications'),
  named('2030101', '卫星电话', 'Satellite telephones'),
  named('204', '个体防护', 'Personal protection'),
  named('20401', '防护服', 'Protective clothing'),
  named('2040101', '化学防护服', 'Chemical protective suits'),
  named('20402', '水域防护', 'Water safety'),
  named('2040201', '救生衣', 'Life jackets'),
  named('205', '发电装备', 'Power'),
  named('20501', '发电机组', 'Generators'),
  named('2050101', '柴油发电机组', 'Diesel generators'),
  named('206', '水上装备', 'Boats'),
  named('20601', '舟艇', 'Craft'),
  named('2060101', '冲锋舟', 'Assault boats'),
  named('3', '工程材料', 'Engineering materials'),
  named('301', '防汛材料', 'Flood protection'),
  named('30101', '袋类', 'Bags'),
  named('3010101', '编织袋', 'Woven bags'),
  named('30102', '土工材料', 'Geotextiles'),
  named('3010201', '土工布', 'Geotextile'),
  named('302', '道路桥梁', 'Roads and bridges'),
  named('30201', '装配式桥梁', 'Prefabricated bridges'),
  named('3020101', '装配式钢桥', 'Prefabricated steel bridges'),
  named('303', '污染处置材料', 'Spill control'),
  named('30301', '吸附材料', 'Sorbents'),
  named('3030101', '吸油毡', 'Oil sorbent mats'),
  named('304', '除雪材料', 'Snow clearance'),
  named('30401', '融雪材料', 'De-icing materials'),
  named('3040101', '融雪剂', 'De-icing agent'),
];

/** @returns what the class, the groups and the code itself are called, from the class down, as far as the table knows them. */
export const supplyClassification = (
  code: string,
  table: readonly SupplyCodeName[] = SUPPLY_CODES,
): readonly SupplyCodeName[] => {
  const prefixes = supplyCodePrefixes(code);
  return table.filter((entry) => prefixes.includes(entry.code));
};
