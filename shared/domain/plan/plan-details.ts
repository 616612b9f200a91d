import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { wordsSchema } from '../kernel/words.ts';
import { SupplyItemSchema, TeamItemSchema } from '../request/request-item.ts';
import { EventClassSchema, HazardSchema, ResponseLevelSchema } from '../vocabulary/hazards.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { PlanTypeSchema } from './plan-type.ts';

/** Where the words of a plan are: a link or, with the SHA-256 of its bytes and its size, a file that nobody can exchange. */
export const PlanDocumentSchema = z
  .strictObject({
    name: wordsSchema(200),
    url: z.url({ protocol: /^https$/ }).max(1000),
    /** Hexadecimal. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    /** Bytes. */
    size: z.int().min(1).optional(),
  })
  .refine(({ sha256, size }) => (sha256 === undefined) === (size === undefined), {
    path: ['sha256'],
    ...refinement({ zh: '附件须同时写明SHA-256和大小', en: 'a file needs both its SHA-256 and its size' }),
  })
  .meta({ id: 'PlanDocument' });

/** The longest time that a template looks ahead, minutes: 60 days. */
const MAXIMUM_MINUTES = 60 * 24 * 60;
const minutes = z.int().min(0).max(MAXIMUM_MINUTES);

/** What an item has once it is drafted. */
const DRAFTED = { itemId: true, neededBy: true, neededUntil: true, reportingPoint: true } as const;

const fromTheIncident = {
  /** Minutes from the incident. */
  neededByMinutes: minutes,
  neededUntilMinutes: minutes,
  /** Where the incident is, unless it is given. */
  reportingPoint: PositionSchema.optional(),
};

/** An item of a request that is still to be drafted: its times count from the incident. */
export const TemplateItemSchema = z
  .discriminatedUnion('kind', [
    TeamItemSchema.omit(DRAFTED).extend(fromTheIncident),
    SupplyItemSchema.omit(DRAFTED).extend(fromTheIncident),
  ])
  .refine((item) => item.neededByMinutes < item.neededUntilMinutes, {
    path: ['neededUntilMinutes'],
    ...refinement({ zh: '任务结束时间须晚于开始时间', en: 'the mission must end after it begins' }),
  })
  .meta({ id: 'TemplateItem' });
export type TemplateItem = z.infer<typeof TemplateItemSchema>;

/** Items a template may have. */
const MAXIMUM_TEMPLATE_ITEMS = 20;

const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;
const once = refinement({ zh: '同一项只写一次', en: 'name each once' });

/** A plan as people enter it. Hazards are few, because a plan stands in the list of each and all of that is written in one transaction. */
export const PlanDetailsSchema = z
  .strictObject({
    title: wordsSchema(200),
    type: PlanTypeSchema,
    /** What it is for; with neither hazards nor classes, for whatever happens. */
    hazards: z.array(HazardSchema).max(7).refine(distinct, once),
    eventClasses: z.array(EventClassSchema).max(4).refine(distinct, once),
    /** Response levels it is for; all of them when none is named. */
    levels: z.array(ResponseLevelSchema).max(4).refine(distinct, once),
    /** The office, department or enterprise whose plan it is. */
    owner: wordsSchema(200),
    /** The partner agency that keeps it, if it is one's. */
    agencyId: z.uuid().optional(),
    /** As its owner counts, e.g. 2025年修订. */
    version: wordsSchema(50),
    validFrom: InstantSchema,
    validUntil: InstantSchema.optional(),
    document: PlanDocumentSchema.optional(),
    /** What to ask for at once when the plan is put into effect. */
    requestTemplate: z
      .strictObject({ items: z.array(TemplateItemSchema).min(1).max(MAXIMUM_TEMPLATE_ITEMS) })
      .optional(),
  })
  .refine(({ validFrom, validUntil }) => validUntil === undefined || validFrom < validUntil, {
    path: ['validUntil'],
    ...refinement({ zh: '失效时间须晚于生效时间', en: 'the plan must cease to be valid after it begins to' }),
  })
  .meta({ id: 'PlanDetails' });
export type PlanDetails = z.infer<typeof PlanDetailsSchema>;
