import * as z from 'zod';
import { ElementTextSchema } from './element-text.ts';
import { QuantitySchema } from './quantity.ts';

/** How the resource is to come and where to report. */
export const AssignmentInstructionsSchema = z.strictObject({
  ModeOfTransportation: ElementTextSchema.optional(),
  NavigationInstructions: ElementTextSchema.optional(),
  ReportingInstructions: ElementTextSchema.optional(),
});

/** What may stand in an AssignmentInformation; which of it a message has is in the structure table. */
export const ASSIGNMENT_ELEMENTS = {
  Quantity: QuantitySchema,
  Restrictions: ElementTextSchema,
  AnticipatedFunction: ElementTextSchema,
  PriceQuote: QuantitySchema,
  OrderID: ElementTextSchema,
  AssignmentInstructions: AssignmentInstructionsSchema,
} as const;
