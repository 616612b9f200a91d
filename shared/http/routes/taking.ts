import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { NAMES_SOMETHING } from '../../domain/request/answer.ts';
import { FundingSchema, MAXIMUM_TEAMS_REQUISITIONED } from '../../domain/request/requisition.ts';
import { CostsSchema } from '../../domain/vocabulary/costs.ts';

/** What is taken of a promise. */
export const taking = {
  /** For all that is taken; in no category above what was quoted. */
  costs: CostsSchema,
  funding: FundingSchema,
  /** Why this promise is taken; stays in the city's own ledger. */
  reason: wordsSchema(2000),
  evenIfMoreThanNeeded: z.boolean().default(false),
  evenIfOverCeiling: z.boolean().default(false),
};

/** Teams by their ids, or lots by those of their stock lines. */
export const namedSchema = z.array(z.uuid()).max(MAXIMUM_TEAMS_REQUISITIONED);

/** What is requisitioned of one partner's answer to one item: teams; or lots, by their stock lines, each as a whole. */
export const TakingSchema = z
  .strictObject({
    city: CityCodeSchema,
    itemId: z.uuid(),
    teamIds: namedSchema.default([]),
    stockIds: namedSchema.default([]),
    ...taking,
  })
  .refine(({ teamIds, stockIds }) => teamIds.length + stockIds.length > 0, { path: ['teamIds'], ...NAMES_SOMETHING })
  .meta({ id: 'Taking' });
