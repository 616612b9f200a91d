import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { naturalKeyListing } from '../registry/natural-key.ts';
import { upkeepListings } from '../registry/upkeep.ts';
import type { Hazard } from '../vocabulary/hazards.ts';
import type { ExpertClass } from './expert-class.ts';
import { ExpertDetailsSchema } from './expert-details.ts';
import type { ExpertState } from './expert-state.ts';

const shown = ExpertDetailsSchema.pick({
  name: true,
  nameEn: true,
  class: true,
  subgroup: true,
  groupLead: true,
  specialities: true,
  hazards: true,
  title: true,
  employer: true,
  languages: true,
  position: true,
  travel: true,
});

/**
 * What lists hold of an expert: nothing personal, and nothing that a call-out changes. Whether they are available is read from
 * the expert.
 */
export const ExpertCardSchema = shown.extend({ expertId: z.uuid() }).meta({ id: 'ExpertCard' });
type ExpertCard = z.infer<typeof ExpertCardSchema>;

/** What experts are looked up by: class, hazard or both; or the person they sign in as. */
export interface ExpertFilter {
  readonly class?: ExpertClass | undefined;
  readonly hazard?: Hazard | undefined;
  readonly person?: string | undefined;
}

/** @returns the name of the list that holds exactly the experts of the filter, group leads first, then by name. */
export const expertList = ({ class: ofClass, hazard, person }: ExpertFilter = {}): string => {
  const parts = Object.entries({ class: ofClass, hazard, person }).filter(([, value]) => value !== undefined);
  return ['expert', ...parts.flat()].join('/');
};

/** What experts in the pool are found and kept up by. */
const keptListings = ({ id, details, term, confirmedAt }: ExpertState): readonly Listing[] => [
  naturalKeyListing('expert', id, details.name, details.employer),
  ...upkeepListings({
    ...{ kind: 'expert', id, name: details.name, confirmedAt },
    endings: [{ what: 'term', at: term.until }],
  }),
];

/** Those who have left are in the list of all, and in their own. */
export const expertListings = (expert: ExpertState): readonly Listing[] => {
  const { id, details } = expert;
  const { personId, recusals: _, feePerDay: _fee, ...rest } = details;
  const card: ExpertCard = { expertId: id, ...rest };
  const everywhere: readonly ExpertFilter[] = [{}, { person: personId }];
  const ofClass = details.class;
  const current: readonly ExpertFilter[] = [
    { class: ofClass },
    ...details.hazards.flatMap((hazard) => [{ hazard }, { class: ofClass, hazard }]),
  ];
  const filters = expert.status === 'left' ? everywhere : [...everywhere, ...current];
  const sort = `${details.groupLead ? 0 : 1}#${details.name}#${id}`;
  const kept = expert.status === 'left' ? [] : keptListings(expert);
  return [...filters.map((filter) => ({ list: expertList(filter), sort, card })), ...kept];
};
