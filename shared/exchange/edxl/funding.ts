import * as z from 'zod';
import { ElementTextSchema } from './element-text.ts';
import { carriesOneOf, ruled } from './rules.ts';

/** Who pays: a code of the payer's books, words, or both. */
export const FundingSchema = ruled(
  z.strictObject({ FundCode: ElementTextSchema.optional(), FundingInfo: ElementTextSchema.optional() }),
  'funding-is-named',
  carriesOneOf('FundCode', 'FundingInfo'),
);
