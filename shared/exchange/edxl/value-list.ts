import * as z from 'zod';
import { ElementTextSchema } from './element-text.ts';

/** Values from a managed list that a community keeps: the name of the list, and at least one of its values. */
export const ValueListSchema = z.strictObject({
  ValueListURN: ElementTextSchema,
  Value: z.array(ElementTextSchema).min(1),
});
export type ValueList = z.infer<typeof ValueListSchema>;
