import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { FenSchema } from '../vocabulary/costs.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { ExpertClassSchema } from './expert-class.ts';

const once = (zh: string, en: string) => ({
  check: (values: readonly string[]): boolean => new Set(values).size === values.length,
  ...refinement({ zh, en }),
});
const hazardsOnce = once('同一灾种只写一次', 'name each hazard once');
const languagesOnce = once('同一语言只写一次', 'name each language once');

/** An employer or another party about whose affairs the expert must not advise. */
const RecusalSchema = z.strictObject({ party: wordsSchema(200), reason: wordsSchema(500) }).meta({ id: 'Recusal' });

/** How far, and how fast, an expert comes. */
const TravelReadinessSchema = z
  .strictObject({
    /** Minutes from the call to setting out. */
    readinessMinutes: z
      .int()
      .min(0)
      .max(7 * 24 * 60),
    /** How far the expert is willing to travel, km; 0: advises from where they are. */
    willingKilometres: z.int().min(0).max(10_000),
  })
  .meta({ id: 'TravelReadiness' });

/** What the pool holds of an expert, as people enter it; how to reach them is kept apart. */
export const ExpertDetailsSchema = z
  .strictObject({
    name: wordsSchema(60),
    nameEn: wordsSchema(100).optional(),
    /** The person as whom the expert signs in: `sub` of the token. */
    personId: wordsSchema(200),
    class: ExpertClassSchema,
    /** The group within the class, e.g. 地质灾害防治组. */
    subgroup: wordsSchema(60),
    groupLead: z.boolean(),
    /** In the expert's own words, e.g. 滑坡监测预警. */
    specialities: z.array(wordsSchema(200)).min(1).max(30),
    hazards: z.array(HazardSchema).refine(hazardsOnce.check, hazardsOnce),
    /** Professional title, e.g. 正高级工程师. */
    title: wordsSchema(100),
    employer: wordsSchema(200),
    /** BCP 47, e.g. zh, bo, en. */
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
      .min(1)
      .max(20)
      .refine(languagesOnce.check, languagesOnce),
    position: PositionSchema,
    travel: TravelReadinessSchema,
    recusals: z.array(RecusalSchema).max(50),
    /** For a day of advice, CNY fen; at most 100,000 yuan. */
    feePerDay: FenSchema.max(10_000_000),
  })
  .meta({ id: 'ExpertDetails' });
export type ExpertDetails = z.infer<typeof ExpertDetailsSchema>;

/** For how long an expert is appointed. */
export const TermSchema = z
  .strictObject({ from: InstantSchema, until: InstantSchema })
  .refine(({ from, until }) => from < until, {
    path: ['until'],
    ...refinement({ zh: '聘期结束须晚于开始', en: 'the term must end after it begins' }),
  })
  .meta({ id: 'ExpertTerm' });
export type Term = z.infer<typeof TermSchema>;

/** How to reach an expert: personal data, which no list and no message to a partner carries. */
export const ExpertContactSchema = z
  .strictObject({
    telephone: z.string().regex(/^\+?[\d -]{5,24}$/),
    email: z.email().max(200).optional(),
  })
  .meta({ id: 'ExpertContact' });
export type ExpertContact = z.infer<typeof ExpertContactSchema>;
