import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { PositionSchema } from '../vocabulary/position.ts';

/** Who called the hotline: personal data, which no list shows. Nobody where the caller gave no name and no number. */
export const CallerSchema = z
  .strictObject({ name: wordsSchema(60).optional(), telephone: z.string().regex(/^\+?[\d -]{5,24}$/) })
  .meta({ id: 'Caller' });
export type Caller = z.infer<typeof CallerSchema>;

/** A work order of the 12345 hotline as it comes in. */
export const WorkOrderEntrySchema = z
  .strictObject({
    /** The hotline's own, by which it knows the order. */
    number: wordsSchema(64),
    hazard: HazardSchema,
    description: wordsSchema(4000),
    /** When what it reports happened, or was seen. */
    occurredAt: InstantSchema,
    /** The place in words and as a point. */
    position: PositionSchema,
    caller: CallerSchema.optional(),
    /** By when the hotline wants an answer for the caller; else the city's table says. */
    answerBy: InstantSchema.optional(),
    exercise: z.boolean().default(false),
  })
  .meta({ id: 'WorkOrderEntry' });
export type WorkOrderEntry = z.infer<typeof WorkOrderEntrySchema>;

/** What was found to be like it: another order by its number, an incident by its title. */
export const LikeSchema = z
  .strictObject({
    kind: z.enum(['work-order', 'incident']),
    id: z.uuid(),
    name: z.string(),
    /** 0 to 100; see `likeness`. */
    score: z.int().min(0).max(100),
  })
  .meta({ id: 'Like' });
export type Like = z.infer<typeof LikeSchema>;

/** A run of digits as long as a telephone number, with what people write between digits. */
const NUMBER = /\+?\d(?:[ -]?\d){6,}/g;

/** @returns the text without numbers that may be somebody's telephone: what callers say is not all meant for everybody. */
export const withoutNumbers = (text: string): string => text.replace(NUMBER, '****');
