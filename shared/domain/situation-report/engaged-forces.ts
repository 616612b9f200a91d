import type { CityCode } from '../kernel/city-code.ts';
import { RESOURCE_KINDS, type ResourceKind } from '../vocabulary/resource-kinds.ts';
import type { EngagedForce } from './report-content.ts';

/** One team at work; its people where they are known. */
export interface Engagement {
  readonly city: CityCode;
  readonly kind: ResourceKind | undefined;
  readonly people?: number;
}

/** @returns the teams at work by city and kind, in order; goods, and what has no kind, are no forces. */
export const countForces = (engagements: readonly Engagement[]): EngagedForce[] => {
  const kinds = (Object.keys(RESOURCE_KINDS) as ResourceKind[]).filter((kind) => kind !== 'supplies');
  const cities = [...new Set(engagements.map(({ city }) => city))].sort();
  return cities.flatMap((city) =>
    kinds.flatMap((kind) => {
      const ofKind = engagements.filter((each) => each.city === city && each.kind === kind);
      const people = ofKind.reduce((sum, each) => sum + (each.people ?? 0), 0);
      return ofKind.length === 0 ? [] : [{ city, kind, teams: ofKind.length, ...(people > 0 ? { people } : {}) }];
    }),
  );
};
