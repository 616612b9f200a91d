import * as z from 'zod';
import { ElementTextSchema } from './element-text.ts';
import { ValueListSchema } from './value-list.ts';

/** An amount with its unit: UCUM for goods, ISO 4217 for money (in the currency's main unit), persons or sets without a unit. */
const MeasuredQuantitySchema = z.strictObject({
  Amount: z.number().min(0),
  UnitOfMeasure: ValueListSchema.optional(),
});

/** A quantity or a price: in words, one or several lines, or measured. The standard prefers the latter. */
export const QuantitySchema = z.union([
  z.strictObject({ QuantityText: z.array(ElementTextSchema).min(1) }),
  z.strictObject({ MeasuredQuantity: MeasuredQuantitySchema }),
]);
export type Quantity = z.infer<typeof QuantitySchema>;
