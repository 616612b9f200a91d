import * as z from 'zod';
import { conditionOf, TeamConditionSchema } from '../../domain/team/team-availability.ts';
import { TeamCardSchema } from '../../domain/team/team-listings.ts';
import {
  DrillCommitmentSchema,
  type DutyContact,
  TeamCommitmentSchema,
  TeamDetailsSchema,
  TeamStandbySchema,
  type TeamState,
  TeamStateSchema,
} from '../../domain/team/team-state.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import { type Freshness, upkeepShown, upkeepView } from './upkeep.ts';

/** A duty contact of whom only so much is shown that it can be recognised. */
export const MaskedContactSchema = z.strictObject({ name: z.string(), telephone: z.string() }).meta({
  id: 'MaskedContact',
  description: 'e.g. 张*, 138****0001',
});

/** Digits of a telephone number that stay, at its beginning and its end, if twice as many are left to hide. */
const SHOWN = { first: 3, last: 4 };

/** @returns the number with its middle hidden, e.g. 138****0001; all of it when it is short. */
export const maskedTelephone = (telephone: string): string => {
  const digits = telephone.replace(/\D/g, '');
  const shown = digits.length > SHOWN.first + SHOWN.last;
  return shown ? `${digits.slice(0, SHOWN.first)}****${digits.slice(-SHOWN.last)}` : '****';
};

/** @returns the contact as everybody who may see the team may see it. */
export const maskedContact = ({ name, telephone }: DutyContact): z.infer<typeof MaskedContactSchema> => ({
  name: `${[...name].slice(0, 1).join('')}*`,
  telephone: maskedTelephone(telephone),
});

/** A team as a list shows it, with its condition for the period asked about. */
export const TeamListEntrySchema = TeamCardSchema.extend({ condition: TeamConditionSchema, ...upkeepShown }).meta({
  id: 'TeamListEntry',
});
export type TeamListEntry = z.infer<typeof TeamListEntrySchema>;

/** A team with everything but its personal data. */
export const TeamViewSchema = TeamDetailsSchema.extend({
  teamId: z.uuid(),
  status: z.enum(TeamStateSchema.options.map(({ shape }) => shape.status.value)),
  /** As of now. */
  condition: TeamConditionSchema,
  dutyContact: MaskedContactSchema,
  periods: z.array(AvailabilityPeriodSchema),
  commitment: TeamCommitmentSchema.optional(),
  /** The mission of a drill it plays in; real missions have it all the same. */
  drillCommitment: DrillCommitmentSchema.optional(),
  /** For which warnings it stands by. */
  standbys: z.array(TeamStandbySchema).optional(),
  retirement: z.strictObject({ reason: z.string(), at: z.string() }).optional(),
  ...upkeepShown,
}).meta({ id: 'Team' });
export type TeamView = z.infer<typeof TeamViewSchema>;

/** @returns the team as it is shown: its condition now, its duty contact masked. */
export const teamView = (team: TeamState, at: Freshness): TeamView => ({
  teamId: team.id,
  status: team.status,
  condition: conditionOf(team, { from: at.now, until: at.now }),
  ...team.details,
  dutyContact: maskedContact(team.dutyContact),
  periods: team.periods,
  ...(team.status === 'active' && team.commitment ? { commitment: team.commitment } : {}),
  ...(team.status === 'active' && team.drillCommitment ? { drillCommitment: team.drillCommitment } : {}),
  ...(team.status === 'active' && team.standbys ? { standbys: team.standbys } : {}),
  ...(team.status === 'retired' ? { retirement: { reason: team.reason, at: team.retiredAt } } : {}),
  ...upkeepView(team, at, team.status !== 'retired'),
});
