import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { wordsSchema } from '../kernel/words.ts';
import { ResponseLevelSchema } from '../vocabulary/hazards.ts';

/** Who commands at the scene: an office-holder, by name. */
export const CommanderSchema = z
  .strictObject({
    name: wordsSchema(100),
    /** e.g. 副市长, 支队长. */
    position: wordsSchema(100),
    organisation: wordsSchema(200),
  })
  .meta({ id: 'Commander' });
export type Commander = z.infer<typeof CommanderSchema>;

/** A commander, since when, and who said so. */
export const CommandPeriodSchema = z
  .strictObject({ ...CommanderSchema.shape, since: InstantSchema, by: PersonReferenceSchema })
  .meta({ id: 'CommandPeriod' });

/** What setting a level did to the one before: `resumed` after the response had ended. */
export const LevelStepSchema = z.enum(['set', 'raised', 'lowered', 'resumed']).meta({ id: 'LevelStep' });
export type LevelStep = z.infer<typeof LevelStepSchema>;

/** A response level, why and on whose word, and when it was announced. */
export const LevelPeriodSchema = z
  .strictObject({
    responseLevel: ResponseLevelSchema,
    step: LevelStepSchema,
    reason: z.string(),
    by: PersonReferenceSchema,
    announcedAt: InstantSchema,
    at: InstantSchema,
  })
  .meta({ id: 'LevelPeriod' });
