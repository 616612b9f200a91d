import type { RegistryEntry } from '../../shared/domain/registry/registry-entry.ts';
import type { Hazard } from '../../shared/domain/vocabulary/hazards.ts';
import type { CapabilityLevel, ResourceKind } from '../../shared/domain/vocabulary/resource-kinds.ts';
import { entryOf } from '../builders/registry/entry-of.ts';

/** A registry of any size in one city: most of it like all the rest, a few entries like no other whatever the size. */

const at = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

/** Numbers that look like chance, the same for the same index. */
const scatter = (index: number, salt: number): number => {
  const mixed = Math.imul(index + 1, 2_654_435_761) ^ Math.imul(salt + 7, 40_503);
  return (Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519) >>> 0) / 2 ** 32;
};
const chosen = <T>(values: readonly T[], index: number, salt: number): T =>
  at(values, Math.floor(scatter(index, salt) * values.length));

const FIRST = '祁青昆河湟日月金银雪云龙凤长永安宁和平兴盛东西南北中';
const SECOND = '连海仑源水山川峰岭谷原野湖泉林石沙滩城关乡镇桥塔';

const TEAMS: readonly (readonly [ResourceKind, string, readonly Hazard[]])[] = [
  ['water-rescue', '水上救援', ['flood']],
  ['mountain-rescue', '山地救援', ['geological']],
  ['medical-rescue', '医疗救护', ['earthquake', 'epidemic']],
  ['engineering-rescue', '工程抢险', ['geological', 'flood']],
  ['firefighting', '消防灭火', ['fire']],
];
const SPECIALITIES: readonly (readonly [readonly Hazard[], string])[] = [
  [['geological'], '滑坡监测'],
  [['flood'], '山洪预警'],
  [['earthquake'], '抗震鉴定'],
  [['chemical'], '泄漏处置'],
];
const GOODS: readonly (readonly [string, string])[] = [
  ['1010101', '单帐篷'],
  ['1010102', '棉帐篷'],
  ['2010101', '排水泵'],
  ['1010201', '棉大衣'],
];

/** What only these few are found by, in a registry of any size. */
const RARE: readonly (Pick<RegistryEntry, 'kind' | 'name'> & Partial<RegistryEntry>)[] = [
  { kind: 'expert', name: '冰川客', words: ['冰湖溃决预警'], languages: ['zh', 'ug'], hazards: ['flood'] },
  { kind: 'expert', name: '盐湖生', words: ['盐渍土路基病害'], languages: ['zh'], hazards: ['geological'] },
  {
    kind: 'team',
    name: '羊皮筏子救援队',
    words: ['羊皮筏'],
    capabilities: [{ kind: 'diving-rescue', level: 1 }],
    hazards: ['flood'],
  },
  { kind: 'stock', name: '极地帐篷', words: [], supply: { code: '3990101', unit: '顶', free: 10 } },
];
/** So many of the first entries are rare ones. */
export const RARE_ENTRIES = RARE.length * 10;

const place = (index: number, { latitude, longitude }: { latitude: number; longitude: number }) => ({
  latitude: latitude + scatter(index, 1) * 0.8 - 0.4,
  longitude: longitude + scatter(index, 2) * 0.8 - 0.4,
  crs: 'CGCS2000' as const,
  place: '某处',
});

const usual = (index: number, city: string): Pick<RegistryEntry, 'kind' | 'city' | 'name'> & Partial<RegistryEntry> => {
  const called = `${chosen([...FIRST], index, 3)}${chosen([...SECOND], index, 4)}`;
  const level = (1 + Math.floor(scatter(index, 5) * 3)) as CapabilityLevel;
  const share = scatter(index, 6);
  if (share < 0.4) {
    const [kind, word, hazards] = chosen(TEAMS, index, 7);
    return {
      kind: 'team',
      city,
      name: `${called}${word}队`,
      capabilities: [{ kind, level }],
      hazards: [...hazards],
    };
  }
  if (share < 0.7) {
    const [hazards, speciality] = chosen(SPECIALITIES, index, 8);
    return {
      kind: 'expert',
      city,
      name: `${called}${chosen([...SECOND], index, 9)}`,
      words: [speciality],
      languages: ['zh'],
      hazards: [...hazards],
    };
  }
  const [code, name] = chosen(GOODS, index, 10);
  return { kind: 'stock', city, name, supply: { code, unit: '件', free: 5 } };
};

/** @returns so many entries of a city around a point. */
export const registryOf = (
  size: number,
  { code, seat }: { readonly code: string; readonly seat: { latitude: number; longitude: number } },
): readonly RegistryEntry[] =>
  Array.from({ length: size }, (_, index) => {
    const rare = index < RARE_ENTRIES ? { city: code, ...at(RARE, index) } : usual(index, code);
    return entryOf({ ...rare, position: place(index, seat), readinessMinutes: 10 + (index % 60) });
  });
