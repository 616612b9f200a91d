import type { Hazard } from '../vocabulary/hazards.ts';
import type { CapabilityLevel, ResourceKind } from '../vocabulary/resource-kinds.ts';
import type { Facts } from './facts.ts';
import { fromPlaceKey, middleOf } from './place-key.ts';

const FIELD = ';';
const ELEMENT = ',';
const LEVEL = ':';

/**
 * @returns the facts as a posting row holds them beside its key: short, because a lookup reads hundreds of rows and is charged by
 * their size. e.g. `630100;water-rescue:1,diving-rescue:2;flood;;15;`
 */
export const toSummary = (facts: Facts): string =>
  [
    facts.city,
    facts.capabilities.map(({ kind, level }) => `${kind}${LEVEL}${level}`).join(ELEMENT),
    facts.hazards.join(ELEMENT),
    facts.languages.join(ELEMENT),
    facts.readinessMinutes,
    facts.supplyCode ?? '',
  ].join(FIELD);

const elements = (field: string): readonly string[] => (field === '' ? [] : field.split(ELEMENT));

/** @returns the facts that a posting row tells; the point to some hundred metres. */
export const fromSummary = (summary: string, placeKey: string): Facts => {
  const [city = '', capabilities = '', hazards = '', languages = '', readiness = '', supplyCode = ''] =
    summary.split(FIELD);
  const { kind, place } = fromPlaceKey(placeKey);
  return {
    kind,
    city,
    capabilities: elements(capabilities).map((each) => {
      const [of = '', level = ''] = each.split(LEVEL);
      return { kind: of as ResourceKind, level: Number(level) as CapabilityLevel };
    }),
    hazards: elements(hazards) as Hazard[],
    languages: elements(languages),
    point: middleOf(place),
    readinessMinutes: Number(readiness),
    supplyCode: supplyCode === '' ? undefined : supplyCode,
  };
};
