import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';

/** A partner takes back an answer before anything of it was requisitioned: its items are unanswered again. */
export const AnswerWithdrawalSchema = z.strictObject({
  /** The ResponseToRequestResource that says so. */
  messageId: z.uuid(),
  /** The ResponseToRequestResource taken back. */
  recalledMessageId: z.uuid(),
  /** The items that answer was about. */
  itemIds: z.array(z.uuid()).min(1),
  reason: z.string().min(1).max(2000),
  withdrawnAt: InstantSchema,
});
export type AnswerWithdrawal = z.infer<typeof AnswerWithdrawalSchema>;
