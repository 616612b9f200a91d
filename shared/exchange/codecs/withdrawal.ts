import type { Instant } from '../../domain/kernel/instant.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { present, UnreadableBody } from './common.ts';

/** What takes back an offer or a question. */
export interface Withdrawal {
  readonly messageId: string;
  readonly recalledMessageId: string;
  readonly reason: string;
  readonly at: Instant;
}

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
  return {
    messageId: message.MessageID,
    recalledMessageId: recall.RecallMessageID,
    reason: present(message.MessageDescription, 'MessageDescription'),
    at: message.SentDateTime,
  };
};
