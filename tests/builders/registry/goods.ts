import type { RegistryEntry } from '../../../shared/domain/registry/registry-entry.ts';
import { CITIES } from '../../../shared/reference/cities.ts';
import { entryOf, placeNear } from './entry-of.ts';

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

/** Made up; the same each time. */
export const stock = (): readonly RegistryEntry[] =>
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
