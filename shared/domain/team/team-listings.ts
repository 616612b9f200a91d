import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { naturalKeyListing } from '../registry/natural-key.ts';
import { upkeepListings } from '../registry/upkeep.ts';
import type { Hazard } from '../vocabulary/hazards.ts';
import { type CapabilityLevel, CapabilityLevelSchema, type ResourceKind } from '../vocabulary/resource-kinds.ts';
import { TeamDetailsSchema, type TeamState } from './team-state.ts';

const { name, nameEn, kind, hazards, headcount, base, readinessMinutes } = TeamDetailsSchema.shape;

/**
 * What lists hold of a team: nothing that a commitment changes, so that promising a team writes few rows. Whether it is
 * available is read from the team itself.
 */
export const TeamCardSchema = z
  .strictObject({
    teamId: z.uuid(),
    name,
    nameEn,
    kind,
    level: CapabilityLevelSchema,
    hazards,
    headcount,
    base,
    readinessMinutes,
  })
  .meta({ id: 'TeamCard' });
export type TeamCard = z.infer<typeof TeamCardSchema>;

/** What teams are looked up by. */
export interface TeamFilter {
  readonly kind?: ResourceKind | undefined;
  readonly hazard?: Hazard | undefined;
  /** Only teams that are in service and promised to no mission; certification and periods are to be looked at. */
  readonly free?: boolean | undefined;
}

/**
 * @returns the name of the most selective list that holds every team of the filter: by kind, by hazard, or both; of free teams
 * by kind or all. Within each, the highest capability level comes first, then the name.
 */
export const teamList = ({ kind: ofKind, hazard, free }: TeamFilter = {}): string =>
  [
    'team',
    ...(ofKind === undefined ? [] : ['kind', ofKind]),
    ...(hazard === undefined ? (free ? ['free'] : []) : ['hazard', hazard]),
  ].join('/');

/** @returns the bounds of a list's sort key for teams of this level or a higher one (1 is the highest). */
export const levelRange = (lowest: CapabilityLevel): readonly [from: string, to: string] => ['1', `${lowest}$`];

/** What teams in service are found and kept up by. */
const keptListings = ({ id, details, confirmedAt }: TeamState): readonly Listing[] => {
  const endings = [{ what: 'certification', at: details.certification.expiresAt }] as const;
  return [
    naturalKeyListing('team', id, details.name),
    ...upkeepListings({ kind: 'team', id, name: details.name, confirmedAt, endings }),
  ];
};

/** Retired teams are in the list of all only. */
export const teamListings = (team: TeamState): readonly Listing[] => {
  const { id, details } = team;
  const sort = `${details.level}#${details.name}#${id}`;
  const { equipment: _, certification: _certification, leader: _leader, ...shown } = details;
  const card: TeamCard = { teamId: id, ...shown };
  const { kind: ofKind } = details;
  const lists =
    team.status === 'retired'
      ? [teamList()]
      : [
          teamList(),
          teamList({ kind: ofKind }),
          ...details.hazards.flatMap((hazard) => [teamList({ hazard }), teamList({ kind: ofKind, hazard })]),
          ...(team.commitment ? [] : [teamList({ free: true }), teamList({ kind: ofKind, free: true })]),
        ];
  const kept = team.status === 'retired' ? [] : keptListings(team);
  return [...lists.map((list) => ({ list, sort, card })), ...kept];
};
