import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { folded } from '../../domain/kernel/folded.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { LookupFacetsSchema, LookupHitSchema, type Point } from '../../domain/lookup/lookup-query.ts';
import { RegistryEntryKindSchema } from '../../domain/registry/registry-entry.ts';
import { HazardSchema } from '../../domain/vocabulary/hazards.ts';
import { ResourceKindSchema } from '../../domain/vocabulary/resource-kinds.ts';
import { CITIES } from '../../reference/cities.ts';
import { READERS } from '../roles.ts';
import { route } from '../route.ts';

const POINT = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/;

const seatOf = (place: string): Point | undefined =>
  CITIES.find(({ code, name }) =>
    [code, name.zh, name.zh.replace(/市$/, ''), name.en].map(folded).includes(folded(place)),
  )?.seat;

/** @returns the point that somebody names, by degrees or by a city; `undefined` when it is none. */
const pointOf = (near: string): Point | undefined => {
  const [, latitude, longitude] = POINT.exec(near.replaceAll(/\s/g, '')) ?? [];
  if (latitude === undefined || longitude === undefined) return seatOf(near);
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : undefined;
};

const NearSchema = z
  .string()
  .max(60)
  .refine((near) => pointOf(near) !== undefined, {
    ...refinement({
      zh: '须为“纬度,经度”或已知城市的代码、名称',
      en: 'write latitude,longitude, or the code or name of a city known here',
    }),
  })
  .transform((near) => pointOf(near) ?? z.NEVER);

const KindsSchema = z
  .string()
  .max(100)
  .transform((kinds) => kinds.split(','))
  .pipe(z.array(RegistryEntryKindSchema).min(1));

const NEAR_MISSING = refinement({ zh: '须同时写明地点（near）', en: 'name the point, too: near' });
const HALF_PERIOD = refinement({ zh: '起止时间须同时写明，且起不晚于止', en: 'name both ends, the earlier one first' });

/** What a lookup may ask for. All that is named must hold of a hit; `q` orders hits, and drops what it does not fit at all. */
const LookupParametersSchema = z
  .strictObject({
    /** Words in Chinese or English, names, pinyin or its initials. */
    q: wordsSchema(100).optional(),
    /** Kinds of entry, separated by commas. */
    kind: KindsSchema.optional(),
    resourceKind: ResourceKindSchema.optional(),
    /** This level or a higher one. */
    level: z.coerce
      .number()
      .pipe(z.union([z.literal(1), z.literal(2), z.literal(3)]))
      .optional(),
    hazard: HazardSchema.optional(),
    /** `latitude,longitude`, or a city's code or name. */
    near: NearSchema.optional(),
    /** From the call to the arrival at `near`. */
    withinMinutes: z.coerce.number().positive().max(100_000).optional(),
    withinKilometres: z.coerce.number().positive().max(20_000).optional(),
    availableFrom: InstantSchema.optional(),
    availableUntil: InstantSchema.optional(),
    city: CityCodeSchema.optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .optional(),
    /** GB/T 38565-2020: seven digits, or the first one, three or five of them. */
    supplyCode: z
      .string()
      .regex(/^\d(\d\d){0,3}$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
    /** Opaque; where the page before ended. Of the same query only. */
    cursor: z.string().max(1000).optional(),
  })
  .refine(({ near, withinKilometres }) => withinKilometres === undefined || near, {
    path: ['withinKilometres'],
    ...NEAR_MISSING,
  })
  .refine(({ near, withinMinutes }) => withinMinutes === undefined || near, {
    path: ['withinMinutes'],
    ...NEAR_MISSING,
  })
  .refine(
    ({ availableFrom: from, availableUntil: until }) =>
      from === undefined ? until === undefined : until !== undefined && from <= until,
    { path: ['availableUntil'], ...HALF_PERIOD },
  );
export type LookupParameters = z.infer<typeof LookupParametersSchema>;

const LookupResultSchema = z
  .strictObject({
    items: z.array(LookupHitSchema),
    nextCursor: z.string().optional(),
    facets: LookupFacetsSchema,
    found: z.int(),
    exact: z.boolean(),
    /** The moment by which all pages of the query are judged. */
    askedAt: InstantSchema,
  })
  .meta({ id: 'LookupResult' });
export type LookupResult = z.infer<typeof LookupResultSchema>;

/** The one lookup over all that the city or its partners can send or ask. */
export const lookupRoutes = {
  lookUp: route({
    operationId: 'lookUp',
    method: 'GET',
    path: '/v1/lookup',
    tag: 'lookup',
    summary: {
      zh: '统一检索本市及协议伙伴的队伍、联动单位、专家、物资与任务包，最合适者在前，并说明理由',
      en: 'Look up teams, agencies, experts, stock and packages of the city and its partners, the most suitable first, with reasons',
    },
    access: READERS,
    query: LookupParametersSchema,
    success: { status: 200, body: LookupResultSchema },
  }),
} as const;
