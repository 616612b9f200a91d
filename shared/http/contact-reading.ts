import * as z from 'zod';
import { wordsSchema } from '../domain/kernel/words.ts';

/** Why somebody reads personal data, and whether they do so although the roster has others on duty. */
export const ContactReadingSchema = z.strictObject({
  reason: wordsSchema(500),
  /** Said expressly by somebody of the duty room who is not on duty: the duty room is told. */
  evenIfOffDuty: z.boolean().default(false),
});
