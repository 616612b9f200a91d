import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { ExpiryNoticeSchema } from '../kernel/expiry-notice.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { upkept } from '../registry/upkeep.ts';
import { CertificationSchema, DutyContactSchema, EquipmentSchema } from '../team/team-state.ts';
import { AvailabilityPeriodSchema } from '../vocabulary/availability.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { CapabilityLevelSchema, TeamKindSchema } from '../vocabulary/resource-kinds.ts';

/** What an agency can do, and how well: its grade by YJ/T 1.1–1.6-2022, 1 highest, for each kind. */
const CapabilitySchema = z
  .strictObject({ kind: TeamKindSchema, grade: CapabilityLevelSchema })
  .meta({ id: 'AgencyCapability' });

/** Where an agency turns out: in cities, around a point, or both. */
const ServiceAreaSchema = z
  .strictObject({
    cities: z.array(CityCodeSchema).max(50),
    around: z.strictObject({ centre: PositionSchema, radiusKilometres: z.number().positive().max(5000) }).optional(),
  })
  .refine(({ cities, around }) => cities.length > 0 || around !== undefined, {
    path: ['cities'],
    ...refinement({
      zh: '服务范围须写明城市，或中心点与半径',
      en: 'name the cities, or a point and a radius',
    }),
  })
  .meta({ id: 'ServiceArea' });

/** What the city and the agency agreed in peace time. */
const StrategicAgreementSchema = z
  .strictObject({
    title: wordsSchema(200),
    terms: wordsSchema(4000),
    validFrom: InstantSchema,
    validUntil: InstantSchema,
    /** Who signs for either side: offices, not persons. */
    signatories: z.strictObject({ city: wordsSchema(200), agency: wordsSchema(200) }),
    /** Within how many minutes the agency answers a task. */
    replyMinutes: z
      .int()
      .min(1)
      .max(7 * 24 * 60),
  })
  .refine(({ validFrom, validUntil }) => validFrom < validUntil, {
    path: ['validUntil'],
    ...refinement({ zh: '协议失效时间须晚于生效时间', en: 'the agreement must end after it begins' }),
  })
  .meta({ id: 'StrategicAgreement' });

const distinct = <T>(values: readonly T[]): boolean => new Set(values).size === values.length;

/**
 * What the registry holds of a partner agency, as people enter it. Kinds and hazards are few, because an agency stands in the
 * list of every pair of them and all of that is written in one transaction.
 */
export const AgencyDetailsSchema = z
  .strictObject({
    name: wordsSchema(200),
    nameEn: wordsSchema(200).optional(),
    /** What it does, in its own words. */
    services: wordsSchema(2000),
    capabilities: z
      .array(CapabilitySchema)
      .min(1)
      .max(4)
      .refine((capabilities) => distinct(capabilities.map(({ kind }) => kind)), {
        ...refinement({ zh: '同一类别只写一次', en: 'name each kind once' }),
      }),
    hazards: z
      .array(HazardSchema)
      .min(1)
      .max(7)
      .refine(distinct, { ...refinement({ zh: '同一灾种只写一次', en: 'name each hazard once' }) }),
    /** Resources it pledges. */
    pledges: z.array(EquipmentSchema).max(100),
    /** People it pledges. */
    headcount: z.int().min(1).max(100_000),
    base: PositionSchema,
    serviceArea: ServiceAreaSchema,
    /** Minutes from the call to moving off. */
    responseMinutes: z
      .int()
      .min(0)
      .max(7 * 24 * 60),
    agreement: StrategicAgreementSchema,
    certification: CertificationSchema,
  })
  .meta({ id: 'AgencyDetails' });
export type AgencyDetails = z.infer<typeof AgencyDetailsSchema>;

/** Whom to telephone, by turn: personal data, which no list and no task carries. */
export const DutyContactsSchema = z.array(DutyContactSchema).min(1).max(10);

/** What of an agency ends and must be renewed. */
export const RENEWABLES = ['certification', 'agreement'] as const;
export type Renewable = (typeof RENEWABLES)[number];

const base = {
  id: z.uuid(),
  details: AgencyDetailsSchema,
  dutyContacts: DutyContactsSchema,
  /** In order of time; none overlaps another. */
  periods: z.array(AvailabilityPeriodSchema),
  /** What the duty room has been told of what ends. */
  expiryNotices: z.strictObject({ certification: ExpiryNoticeSchema, agreement: ExpiryNoticeSchema }),
  ...upkept,
};

/** A partner agency of this city. */
export const AgencyStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('active'), ...base }),
  z.strictObject({ status: z.literal('suspended'), ...base, reason: z.string(), suspendedAt: InstantSchema }),
  z.strictObject({ status: z.literal('retired'), ...base, reason: z.string(), retiredAt: InstantSchema }),
]);
export type AgencyState = z.infer<typeof AgencyStateSchema>;

export const AgencyStatusSchema = z
  .enum(AgencyStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'AgencyStatus' });
