import * as z from 'zod';
import { ElementTextSchema } from './element-text.ts';

/** A postal address, reduced from CIQ xAL to the lines of its FreeTextAddress. */
export const AddressSchema = z.strictObject({ AddressLine: z.array(ElementTextSchema).min(1) });
