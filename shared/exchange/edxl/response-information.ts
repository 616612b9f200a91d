import * as z from 'zod';
import { ElementTextSchema } from './element-text.ts';
import { carriesOneOf, ruled } from './rules.ts';
import { ValueListSchema } from './value-list.ts';

const ResponseTypeSchema = z.enum(['Accept', 'Decline', 'Provisional']);
export type ResponseType = z.infer<typeof ResponseTypeSchema>;

const hasReason = carriesOneOf('ReasonCode', 'ResponseReason');

/** The answer to one ResourceInformation of the preceding message. The standard asks a reason of Provisional only, not of Decline. */
export const ResponseInformationSchema = ruled(
  z.strictObject({
    PrecedingResourceInfoElementID: ElementTextSchema,
    ResponseType: ResponseTypeSchema,
    ReasonCode: ValueListSchema.optional(),
    ResponseReason: ElementTextSchema.optional(),
  }),
  'provisional-needs-reason',
  (response) => response.ResponseType !== 'Provisional' || hasReason(response),
);
export type ResponseInformation = z.infer<typeof ResponseInformationSchema>;
