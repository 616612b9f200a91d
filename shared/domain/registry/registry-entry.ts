import * as z from 'zod';
import { ExpertClassSchema } from '../expert/expert-class.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { FenSchema } from '../vocabulary/costs.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { CapabilityLevelSchema, ResourceKindSchema } from '../vocabulary/resource-kinds.ts';

/** What can be looked up, and shared with partners. */
export const REGISTRY_ENTRY_KINDS = ['team', 'agency', 'expert', 'stock', 'package'] as const;
export const RegistryEntryKindSchema = z.enum(REGISTRY_ENTRY_KINDS).meta({ id: 'RegistryEntryKind' });
export type RegistryEntryKind = z.infer<typeof RegistryEntryKindSchema>;

/** A kind of team that the entry can send, at this level or, for agencies, of this grade; 1 is the highest. */
const CapabilitySchema = z.strictObject({ kind: ResourceKindSchema, level: CapabilityLevelSchema });

/** What an expert advises on; the average grade of the call-outs so far, 5 best. */
const ExpertiseSchema = z.strictObject({
  class: ExpertClassSchema,
  subgroup: wordsSchema(60),
  title: wordsSchema(100),
  /** Also among the words it is found by; partners are not told. */
  employer: wordsSchema(200).optional(),
  groupLead: z.boolean(),
  averageGrade: z.number().min(1).max(5).optional(),
});

/** Goods by GB/T 38565-2020 code; `free` is neither reserved nor committed. */
const SupplySchema = z.strictObject({
  code: z.string().regex(/^\d{7}$/),
  unit: wordsSchema(20),
  free: z.number().min(0),
});

/** A time in which the entry cannot be had: a period that was arranged, or a mission. */
const BlockedSchema = z.strictObject({ from: InstantSchema, until: InstantSchema });

/**
 * What anybody may know of something that a city can send or ask: the one form in which entries of every kind are looked up, shared
 * with partners, and chosen from. No telephone, no address of a person.
 */
export const RegistryEntrySchema = z
  .strictObject({
    kind: RegistryEntryKindSchema,
    /** Of the team, agency, expert, stock line or package. */
    id: z.uuid(),
    /** The city whose registry it stands in. */
    city: CityCodeSchema,
    name: wordsSchema(200),
    nameEn: wordsSchema(200).optional(),
    /** What else it is found by, in people's own words: specialities, services, equipment, employer, mission. */
    words: z.array(wordsSchema(2000)).max(100),
    capabilities: z.array(CapabilitySchema).max(10),
    hazards: z.array(HazardSchema),
    /** BCP 47. */
    languages: z.array(z.string()).max(20),
    position: PositionSchema,
    /** Minutes from the call to moving off. */
    readinessMinutes: z.int().min(0),
    /** How far it is willing to go, km; anywhere when left out. */
    reachKilometres: z.number().min(0).optional(),
    /** Cities it turns out in wherever they are; only with `reachKilometres`. */
    serviceCities: z.array(CityCodeSchema).max(50).optional(),
    headcount: z.int().min(0).optional(),
    expertise: ExpertiseSchema.optional(),
    supply: SupplySchema.optional(),
    /** Teams that a package brings, and what a fortnight of it costs, CNY fen. */
    package: z.strictObject({ teams: z.int().min(0), fortnightCost: FenSchema }).optional(),
    /** Certification, agreement, term or shelf life: the earliest end, the latest beginning. */
    validFrom: InstantSchema.optional(),
    validUntil: InstantSchema.optional(),
    blocked: z.array(BlockedSchema).max(200),
    /** Missions, tasks or call-outs it has now. */
    load: z.int().min(0),
  })
  .meta({ id: 'RegistryEntry' });
export type RegistryEntry = z.infer<typeof RegistryEntrySchema>;
