import * as z from 'zod';
import type { CityCode } from '../kernel/city-code.ts';
import { HOUR_MS, type Instant, InstantSchema, millisecondsBetween } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { wordsSchema } from '../kernel/words.ts';
import { DutyContactSchema } from '../team/team-state.ts';

const { telephone } = DutyContactSchema.shape;

/** Somebody who can be rung: the telephone is personal data, which no list carries and every reading of which is in the ledger. */
export const DutyPersonSchema = z
  .strictObject({
    name: wordsSchema(60),
    /** e.g. 副局长, 值班员. */
    position: wordsSchema(100).optional(),
    telephone,
    /** As whom the person signs in: `sub` of the token. Without it the service cannot tell that they are on duty. */
    personId: PersonReferenceSchema.shape.id.optional(),
  })
  .meta({ id: 'DutyPerson' });
export type DutyPerson = z.infer<typeof DutyPersonSchema>;

/** The longest shift, hours. */
const MAXIMUM_SHIFT_HOURS = 48;

const shift = {
  from: InstantSchema,
  until: InstantSchema,
  /** 带班领导: who leads the shift, and is rung when nobody on duty answers. */
  lead: DutyPersonSchema.optional(),
  /** Who is on duty, in the order in which they are rung; nobody while it is still to be settled. */
  onDuty: z.array(DutyPersonSchema).max(10),
};

/** @returns the schema, which from now on also refuses shifts that end before they begin or last too long. */
const ofSensibleLength = <S extends z.ZodType<{ readonly from: Instant; readonly until: Instant }>>(schema: S): S =>
  schema
    .refine(({ from, until }) => from < until, {
      path: ['until'],
      ...refinement({ zh: '班次结束须晚于开始', en: 'the shift must end after it begins' }),
    })
    .refine(({ from, until }) => millisecondsBetween(from, until) <= MAXIMUM_SHIFT_HOURS * HOUR_MS, {
      path: ['until'],
      ...refinement({
        zh: `班次不得超过${MAXIMUM_SHIFT_HOURS}小时`,
        en: `a shift lasts at most ${MAXIMUM_SHIFT_HOURS} hours`,
      }),
    });

/** A shift as people plan it. Within an office shifts are told apart by when they begin. */
export const RosterShiftSchema = ofSensibleLength(z.strictObject(shift)).meta({ id: 'RosterShift' });
export type RosterShift = z.infer<typeof RosterShiftSchema>;

/** 交接班: who handed the duty over to whom, and what there was to say. */
export const HandoverSchema = z
  .strictObject({
    at: InstantSchema,
    handedOverBy: wordsSchema(60),
    takenOverBy: wordsSchema(60),
    notes: z.union([wordsSchema(4000), z.literal('')]),
  })
  .meta({ id: 'Handover' });

const KeptShiftSchema = ofSensibleLength(
  z.strictObject({
    ...shift,
    /** How the duty came from the shift before to this one. */
    handover: HandoverSchema.optional(),
  }),
);
export type KeptShift = z.infer<typeof KeptShiftSchema>;
export const KeptShiftsSchema = z.array(KeptShiftSchema);

/** An office that has somebody on duty, as people enter it. */
export const OfficeDetailsSchema = z
  .strictObject({
    name: wordsSchema(200),
    /** The office's own telephone (值班电话): no personal data. */
    line: telephone,
    /** Whom to ring, in this order, when neither those on duty nor their lead answer. */
    escalation: z.array(DutyPersonSchema).max(10),
  })
  .meta({ id: 'DutyOffice' });
export type OfficeDetails = z.infer<typeof OfficeDetailsSchema>;

/** Whose office it is: the city's duty room, or a partner agency. */
export const OfficeKindSchema = z.enum(['city', 'agency']).meta({ id: 'DutyOfficeKind' });

/**
 * Shifts a roster holds: four months of shifts of a day, two of half-days. Those that are over leave it after a month, or when
 * there is no room; the ledger keeps them for ever.
 */
export const MAXIMUM_SHIFTS = 150;

const base = {
  /** The agency's id; for the city's duty room {@link dutyRoomOffice}. */
  id: z.uuid(),
  kind: OfficeKindSchema,
  office: OfficeDetailsSchema,
  /** In order of time; none overlaps another. */
  shifts: KeptShiftsSchema,
  /** Everything up to this moment has been looked at by the clock. */
  watchedUntil: InstantSchema,
  /** Beginnings of gaps to come that the duty room has been told of. */
  gapsToldOf: z.array(InstantSchema),
};

/** Who is on duty when, in one office. */
export const RosterStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('kept'), ...base }),
  /** The office has nobody on duty any more; it can be kept again. */
  z.strictObject({ status: z.literal('discontinued'), ...base, reason: z.string(), discontinuedAt: InstantSchema }),
]);
export type RosterState = z.infer<typeof RosterStateSchema>;
export type KeptRoster = Extract<RosterState, { status: 'kept' }>;

export const RosterStatusSchema = z
  .enum(RosterStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'RosterStatus' });

/** @returns the id of the roster of a city's own duty room: the same for ever, so that it is found without looking for it. */
export const dutyRoomOffice = (city: CityCode): string => `00000000-0000-8000-8000-000000${city}`;
