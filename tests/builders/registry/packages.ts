import type { RegistryEntry } from '../../../shared/domain/registry/registry-entry.ts';
import type { Hazard } from '../../../shared/domain/vocabulary/hazards.ts';
import type { CapabilityLevel, TeamKind as KindOfTeam } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { CITIES, type CityReference } from '../../../shared/reference/cities.ts';
import { entryOf, placeNear } from './entry-of.ts';

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

/** Made up; the same each time. */
export const packages = (): readonly RegistryEntry[] =>
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
