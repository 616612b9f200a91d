import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { ReasonSchema, readAs, UnreadableBody } from './common.ts';

const WithdrawalSchema = z.strictObject({
  messageId: z.uuid(),
  recalledMessageId: z.uuid(),
  reason: ReasonSchema,
  at: InstantSchema,
});

/** What takes back an offer or a question. */
export type Withdrawal = z.infer<typeof WithdrawalSchema>;

/** @returns the elements that make of a message one that takes the earlier message of its type back. */
export const recallElements = ({ recalledMessageId, reason }: Withdrawal) => ({
  MessageDescription: reason,
  MessageRecall: { RecallMessageID: recalledMessageId, RecallType: 'Cancel' as const },
});

/**
 * @returns the withdrawal if the message is one.
 * @throws UnreadableBody for a recall of type Update: such things are withdrawn and said anew
 */
export const readWithdrawal = (
  message: Pick<
    EdxlMessage<'OfferUnsolicitedResource'>,
    'MessageID' | 'SentDateTime' | 'MessageDescription' | 'MessageRecall'
  >,
): Withdrawal | undefined => {
  const { MessageRecall: recall } = message;
  if (!recall) return undefined;
  if (recall.RecallType !== 'Cancel') throw new UnreadableBody('RecallType Cancel');
  return readAs(
    WithdrawalSchema,
    {
      messageId: message.MessageID,
      recalledMessageId: recall.RecallMessageID,
      reason: message.MessageDescription,
      at: message.SentDateTime,
    },
    'withdrawal',
  );
};
