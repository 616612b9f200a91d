import * as z from 'zod';
import { ExpiryNoticeSchema } from '../kernel/expiry-notice.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { upkept } from '../registry/upkeep.ts';
import type { NamedTeam } from '../request/answer.ts';
import { AvailabilityPeriodSchema } from '../vocabulary/availability.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { CapabilityLevelSchema, TeamKindSchema } from '../vocabulary/resource-kinds.ts';

/** Something a team brings along. */
export const EquipmentSchema = z
  .strictObject({
    name: wordsSchema(200),
    quantity: z.number().positive().max(1_000_000),
    /** What is counted or measured, e.g. 台, 艘, m³/h. */
    unit: wordsSchema(20),
  })
  .meta({ id: 'Equipment' });

/** Who certified a team or an agency, and until when. */
export const CertificationSchema = z
  .strictObject({ authority: wordsSchema(200), number: wordsSchema(100), expiresAt: InstantSchema })
  .meta({ id: 'Certification' });

/** Whom to telephone to call the team out: personal data, which no list and no message to a partner carries. */
export const DutyContactSchema = z
  .strictObject({
    name: wordsSchema(60),
    telephone: z.string().regex(/^\+?[\d -]{5,24}$/),
  })
  .meta({ id: 'DutyContact' });
export type DutyContact = z.infer<typeof DutyContactSchema>;

/** What the registry holds of a team, as people enter it. */
export const TeamDetailsSchema = z
  .strictObject({
    name: wordsSchema(200),
    nameEn: wordsSchema(200).optional(),
    kind: TeamKindSchema,
    level: CapabilityLevelSchema,
    hazards: z
      .array(HazardSchema)
      .min(1)
      .refine((hazards) => new Set(hazards).size === hazards.length, {
        ...refinement({ zh: '同一灾种只写一次', en: 'name each hazard once' }),
      }),
    headcount: z.int().min(1).max(10_000),
    equipment: z.array(EquipmentSchema).max(200),
    base: PositionSchema,
    /** Minutes from the call to moving off. */
    readinessMinutes: z
      .int()
      .min(0)
      .max(7 * 24 * 60),
    certification: CertificationSchema,
    /** The person who leads the team and reports for it: `sub` of their sign-in. */
    leader: z.strictObject({ personId: z.string().min(1).max(200), name: wordsSchema(60) }),
  })
  .meta({ id: 'TeamDetails' });
export type TeamDetails = z.infer<typeof TeamDetailsSchema>;

/** The mission a team is promised to. */
export const TeamCommitmentSchema = z
  .strictObject({ deploymentId: z.uuid(), requestId: z.uuid(), since: InstantSchema, until: InstantSchema })
  .meta({ id: 'TeamCommitment' });

/** The mission of a drill; `calledAwayAt`: since when the team has a real one, of which the drill is yet to be told. */
export const DrillCommitmentSchema = TeamCommitmentSchema.extend({ calledAwayAt: InstantSchema.optional() }).meta({
  id: 'TeamDrillCommitment',
});

/** That a warning has a team ready to move at once. It can be promised as before. */
export const TeamStandbySchema = z
  .strictObject({ warningId: z.uuid(), since: InstantSchema, until: InstantSchema, reason: z.string() })
  .meta({ id: 'TeamStandby' });

const base = {
  id: z.uuid(),
  details: TeamDetailsSchema,
  dutyContact: DutyContactSchema,
  /** In order of time; none overlaps another. */
  periods: z.array(AvailabilityPeriodSchema),
  /** What the duty room has been told of the certification's expiry. */
  certificationNotice: ExpiryNoticeSchema,
  ...upkept,
};

/** A rescue team of this city. */
export const TeamStateSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('active'),
    ...base,
    commitment: TeamCommitmentSchema.optional(),
    /** The mission of a drill that it plays in. It keeps nobody from promising the team to a real one. */
    drillCommitment: DrillCommitmentSchema.optional(),
    /** One for each warning. */
    standbys: z.array(TeamStandbySchema).optional(),
  }),
  z.strictObject({ status: z.literal('retired'), ...base, reason: z.string(), retiredAt: InstantSchema }),
]);
export type TeamState = z.infer<typeof TeamStateSchema>;

/** @returns the team as partners may know it. */
export const namedTeam = ({ id, details: { name, level, headcount } }: TeamState): NamedTeam => ({
  teamId: id,
  name,
  level,
  headcount,
});
