import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { listName } from '../kernel/list-name.ts';
import { naturalKeyListing } from '../registry/natural-key.ts';
import { upkeepListings } from '../registry/upkeep.ts';
import { FenSchema, totalCost } from '../vocabulary/costs.ts';
import type { Hazard } from '../vocabulary/hazards.ts';
import type { ResourceKind } from '../vocabulary/resource-kinds.ts';
import { PackageDetailsSchema } from './package-details.ts';
import { BroughtSchema, type PackageState } from './package-state.ts';

const { shape } = PackageDetailsSchema;
const { capabilities, hazards, base, readinessMinutes, headcount } = BroughtSchema.shape;

/** What lists show of a package; of what it is made, so that its condition can be read. */
export const PackageCardSchema = z
  .strictObject({
    packageId: z.uuid(),
    ...{ name: shape.name, nameEn: shape.nameEn, validFrom: shape.validFrom, validUntil: shape.validUntil },
    ...{ teamIds: shape.teamIds, equipmentIds: shape.equipmentIds, vehicleIds: shape.vehicleIds },
    ...{ capabilities, hazards, base, readinessMinutes, headcount },
    /** All categories together, CNY fen for 14 days. */
    fortnightCost: FenSchema,
  })
  .meta({ id: 'PackageCard' });
type PackageCard = z.infer<typeof PackageCardSchema>;

/** What packages are looked up by: one of these. */
export interface PackageFilter {
  readonly kind?: ResourceKind | undefined;
  readonly hazard?: Hazard | undefined;
  readonly team?: string | undefined;
}

/** @returns the name of the list that holds exactly what the filter asks for. */
export const packageList = ({ kind, hazard, team }: PackageFilter = {}): string =>
  listName('package', { kind, hazard, team });

const cardOf = ({ id, details, brought }: PackageState): PackageCard => ({
  packageId: id,
  name: details.name,
  nameEn: details.nameEn,
  teamIds: details.teamIds,
  equipmentIds: details.equipmentIds,
  vehicleIds: details.vehicleIds,
  validFrom: details.validFrom,
  validUntil: details.validUntil,
  capabilities: brought.capabilities,
  hazards: brought.hazards,
  base: brought.base,
  readinessMinutes: brought.readinessMinutes,
  headcount: brought.headcount,
  fortnightCost: totalCost(details.fortnightCosts),
});

/** What packages in use are found and kept up by. */
const keptListings = ({ id, details: { name, validUntil }, confirmedAt }: PackageState): readonly Listing[] => [
  naturalKeyListing('package', id, name),
  ...upkeepListings({ kind: 'package', id, name, confirmedAt, endings: [{ what: 'validity', at: validUntil }] }),
];

/** By name. Retired packages are in the list of all only. */
export const packageListings = (state: PackageState): readonly Listing[] => {
  const { id, status, details, brought } = state;
  const card = cardOf(state);
  const filters: readonly PackageFilter[] =
    status === 'retired'
      ? [{}]
      : [
          {},
          ...brought.capabilities.map(({ kind }) => ({ kind })),
          ...brought.hazards.map((hazard) => ({ hazard })),
          ...details.teamIds.map((team) => ({ team })),
        ];
  return [
    ...filters.map((filter) => ({ list: packageList(filter), sort: `${details.name}#${id}`, card })),
    ...(status === 'retired' ? [] : keptListings(state)),
  ];
};
