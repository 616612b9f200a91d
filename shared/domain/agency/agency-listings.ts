import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { naturalKeyListing } from '../registry/natural-key.ts';
import { upkeepListings } from '../registry/upkeep.ts';
import type { Hazard } from '../vocabulary/hazards.ts';
import type { ResourceKind } from '../vocabulary/resource-kinds.ts';
import { expiryOf } from './agency-renewals.ts';
import { AgencyDetailsSchema, type AgencyState, AgencyStatusSchema, RENEWABLES } from './agency-state.ts';

const { name, nameEn, capabilities, hazards, headcount, base, serviceArea, responseMinutes } =
  AgencyDetailsSchema.shape;

/** What lists show of an agency. */
export const AgencyCardSchema = z
  .strictObject({
    agencyId: z.uuid(),
    status: AgencyStatusSchema,
    ...{ name, nameEn, capabilities, hazards, headcount, base, serviceArea, responseMinutes },
  })
  .meta({ id: 'AgencyCard' });
type AgencyCard = z.infer<typeof AgencyCardSchema>;

/** What agencies are looked up by. */
export interface AgencyFilter {
  readonly kind?: ResourceKind | undefined;
  readonly hazard?: Hazard | undefined;
}

/** @returns the name of the list of agencies of a kind, for a hazard, both, or all. Of a kind, the best grade comes first. */
export const agencyList = ({ kind, hazard }: AgencyFilter = {}): string =>
  ['agency', ...(kind === undefined ? [] : ['kind', kind]), ...(hazard === undefined ? [] : ['hazard', hazard])].join(
    '/',
  );

const cardOf = ({ id, status, details }: AgencyState): AgencyCard => {
  const { agreement: _agreement, certification: _certification, services: _services, pledges: _, ...shown } = details;
  return { agencyId: id, status, ...shown };
};

/** What agencies are found and kept up by until they are retired. */
const keptListings = ({ id, details, confirmedAt }: AgencyState): readonly Listing[] => {
  const endings = RENEWABLES.map((what) => ({ what, at: expiryOf(details, what) }));
  return [
    naturalKeyListing('agency', id, details.name),
    ...upkeepListings({ kind: 'agency', id, name: details.name, confirmedAt, endings }),
  ];
};

/** By kind and hazard, agencies that are neither suspended nor retired are found only. */
export const agencyListings = (agency: AgencyState): readonly Listing[] => {
  const { id, status, details } = agency;
  const card = cardOf(agency);
  const sort = `${details.name}#${id}`;
  const everywhere: Listing = { list: agencyList(), sort, card };
  if (status === 'retired') return [everywhere];
  const kept = keptListings(agency);
  if (status === 'suspended') return [everywhere, ...kept];
  return [
    everywhere,
    ...kept,
    ...details.hazards.map((hazard) => ({ list: agencyList({ hazard }), sort, card })),
    ...details.capabilities.flatMap(({ kind, grade }) =>
      [agencyList({ kind }), ...details.hazards.map((hazard) => agencyList({ kind, hazard }))].map((list) => ({
        list,
        sort: `${grade}#${sort}`,
        card,
      })),
    ),
  ];
};
