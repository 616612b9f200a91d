import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { TextSchema } from '../kernel/text.ts';
import { wordsSchema } from '../kernel/words.ts';
import { RegistryEntryKindSchema, RegistryEntrySchema } from '../registry/registry-entry.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { CapabilityLevelSchema, ResourceKindSchema } from '../vocabulary/resource-kinds.ts';

/** A point on the ground, degrees. */
export const PointSchema = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
export type Point = z.infer<typeof PointSchema>;

/** What is looked for. All that is named must hold of a hit, but `q`, which orders hits and drops what it does not fit at all. */
export const LookupQuerySchema = z.strictObject({
  /** Words, names, specialities in Chinese or English; full pinyin or initials of either. */
  q: wordsSchema(100).optional(),
  /** Any of these; all kinds when left out. */
  kinds: z.array(RegistryEntryKindSchema).optional(),
  /** What it can send: a kind of team, or goods. */
  resourceKind: ResourceKindSchema.optional(),
  /** This level or a higher one (1 is the highest), of the resource kind if that is named. */
  level: CapabilityLevelSchema.optional(),
  hazard: HazardSchema.optional(),
  near: PointSchema.optional(),
  /** From the call to the arrival at `near`: readiness and travel. */
  withinMinutes: z.number().positive().optional(),
  /** From `near`, as the crow flies. */
  withinKilometres: z.number().positive().optional(),
  /** When it is wanted; now when left out. What is not free then comes after all that is. */
  availableAt: z.strictObject({ from: InstantSchema, until: InstantSchema }).optional(),
  city: CityCodeSchema.optional(),
  /** BCP 47. */
  language: z.string().optional(),
  /** GB/T 38565-2020: seven digits, or the first one, three or five of them. */
  supplyCode: z.string().optional(),
  limit: z.int().min(1).max(100),
  /** Only hits that rank after this one. */
  after: z.strictObject({ score: z.number(), name: z.string() }).optional(),
});
export type LookupQuery = z.infer<typeof LookupQuerySchema>;

/** What speaks for a hit: `share` is what it adds to the score, 0 to 1. */
export const LookupReasonSchema = z
  .strictObject({
    code: z.enum(['fit', 'distance', 'readiness', 'grade', 'term', 'load', 'giver-under-warning']),
    share: z.number(),
    text: TextSchema,
  })
  .meta({ id: 'LookupReason' });
export type LookupReason = z.infer<typeof LookupReasonSchema>;

/** Whether it is free when it is wanted, or why not. */
export const LookupAvailabilitySchema = z
  .discriminatedUnion('free', [
    z.strictObject({ free: z.literal(true) }),
    z.strictObject({
      free: z.literal(false),
      code: z.enum(['blocked', 'not-yet-valid', 'no-longer-valid', 'nothing-left']),
      text: TextSchema,
    }),
  ])
  .meta({ id: 'LookupAvailability' });
export type LookupAvailability = z.infer<typeof LookupAvailabilitySchema>;

/** One entry found. */
export const LookupHitSchema = z
  .strictObject({
    entry: RegistryEntrySchema,
    /** Under which agreements a partner shares it; none: the city's own. */
    agreements: z.array(z.uuid()),
    /** 0 to 1. */
    score: z.number(),
    reasons: z.array(LookupReasonSchema),
    /** From `near`. */
    distanceKilometres: z.number().optional(),
    /** By road to `near`, estimated. */
    travelMinutes: z.number().optional(),
    availability: LookupAvailabilitySchema,
  })
  .meta({ id: 'LookupHit' });
export type LookupHit = z.infer<typeof LookupHitSchema>;

/** How many of the entries found have each value. */
const countsSchema = z.record(z.string(), z.int());

export const LookupFacetsSchema = z
  .strictObject({
    kind: countsSchema,
    city: countsSchema,
    resourceKind: countsSchema,
    level: countsSchema,
    hazard: countsSchema,
    language: countsSchema,
  })
  .meta({ id: 'LookupFacets' });
export type LookupFacets = z.infer<typeof LookupFacetsSchema>;

/** A page of hits, best first, and what all of those found are. */
export const LookupAnswerSchema = z.strictObject({
  hits: z.array(LookupHitSchema),
  /** Whether hits follow that rank lower. */
  more: z.boolean(),
  facets: LookupFacetsSchema,
  found: z.int(),
  /** Whether `found` and `facets` count all there are; else only those nearest, from which the best were taken. */
  exact: z.boolean(),
});
export type LookupAnswer = z.infer<typeof LookupAnswerSchema>;
