import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { EquipmentSchema } from '../team/team-state.ts';
import { COST_CATEGORIES } from '../vocabulary/costs.ts';
import { SupplyCodeSchema } from '../vocabulary/supplies.ts';

/** As many teams as one requisition can take. */
export const MAXIMUM_PACKAGE_TEAMS = 6;

/**
 * Equipment and vehicles kept for one package, and those that one change of it may take up or give back: each brings four rows
 * into its transaction, which holds a hundred. What is not kept for it alone is described in words.
 */
export const MAXIMUM_PACKAGE_ASSETS = 8;

/** Highest cost of a fortnight in one category, CNY fen: what it comes to over the longest mission is still an amount that travels. */
const MAXIMUM_FORTNIGHT_FEN = 10_000_000_000;

/** People by what they are needed as; persons are not named. */
const PersonnelSchema = z
  .strictObject({
    role: wordsSchema(100),
    /** The certificate or qualification each of them has. */
    credential: wordsSchema(200).optional(),
    number: z.int().min(1).max(10_000),
  })
  .meta({ id: 'PackagePersonnel' });

/** Goods it uses up; the code of GB/T 38565-2020 where they are kept in stock. */
const CommoditySchema = EquipmentSchema.extend({ code: SupplyCodeSchema.optional() }).meta({ id: 'PackageCommodity' });

const ids = (maximum: number) =>
  z
    .array(z.uuid())
    .max(maximum)
    .refine((named) => new Set(named).size === named.length, {
      ...refinement({ zh: '同一项只列一次', en: 'name each once' }),
    });

/** What costs are asked for, CNY fen. */
const FortnightCostsSchema = z
  .partialRecord(z.enum(COST_CATEGORIES), z.int().min(0).max(MAXIMUM_FORTNIGHT_FEN))
  .meta({ id: 'FortnightCosts', description: 'Cost of 14 days by category, CNY, 1/100 yuan' });

/** A mission-ready package as people define it, under the headings that EMAC gives such packages. */
export const PackageDetailsSchema = z
  .strictObject({
    name: wordsSchema(200),
    nameEn: wordsSchema(200).optional(),
    mission: wordsSchema(2000),
    capability: wordsSchema(2000),
    limitations: wordsSchema(2000).optional(),
    /** What whoever receives it must provide. */
    logisticsNeeded: wordsSchema(2000).optional(),
    /** The ground, water and power it takes up. */
    footprint: wordsSchema(1000).optional(),
    personnel: z.array(PersonnelSchema).max(50),
    /** The teams it consists of; the first leads, and where it is based the package is. */
    teamIds: ids(MAXIMUM_PACKAGE_TEAMS).min(1),
    equipmentIds: ids(MAXIMUM_PACKAGE_ASSETS),
    vehicleIds: ids(MAXIMUM_PACKAGE_ASSETS),
    /** Whatever else it takes along, in words. */
    equipment: z.array(EquipmentSchema).max(100),
    commodities: z.array(CommoditySchema).max(100),
    travel: wordsSchema(1000).optional(),
    lodging: wordsSchema(1000).optional(),
    meals: wordsSchema(1000).optional(),
    other: wordsSchema(1000).optional(),
    fortnightCosts: FortnightCostsSchema,
    validFrom: InstantSchema,
    validUntil: InstantSchema,
  })
  .refine(({ validFrom, validUntil }) => validFrom < validUntil, {
    path: ['validUntil'],
    ...refinement({ zh: '失效时间须晚于生效时间', en: 'the package must end after it begins' }),
  })
  .refine(({ equipmentIds, vehicleIds }) => equipmentIds.length + vehicleIds.length <= MAXIMUM_PACKAGE_ASSETS, {
    path: ['vehicleIds'],
    ...refinement({
      zh: `一个任务包最多编入${MAXIMUM_PACKAGE_ASSETS}件登记的装备和车辆，其余以文字说明`,
      en: `a package keeps at most ${MAXIMUM_PACKAGE_ASSETS} pieces of equipment and vehicles; describe the rest in words`,
    }),
  })
  .meta({ id: 'PackageDetails' });
export type PackageDetails = z.infer<typeof PackageDetailsSchema>;
