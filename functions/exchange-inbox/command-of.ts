import * as z from 'zod';
import type { Refusal } from '../../shared/domain/kernel/refusal.ts';
import { UnreadableBody } from '../../shared/exchange/codecs/common.ts';
import type { AnyConversation, Incoming } from '../../shared/exchange/conversation.ts';
import { QUARANTINE } from '../../shared/exchange/quarantine-reasons.ts';
import { bodyNotValid, firstProblems } from './read-envelope.ts';

/**
 * @returns the command a message stands for, or why it stands for none. A body that cannot be read is refused, however that
 * shows: trying it again would not help.
 */
export const commandOf = (
  conversation: AnyConversation,
  incoming: Incoming,
): { readonly command: unknown } | { readonly refusal: Refusal } => {
  const { type } = incoming;
  try {
    const command = conversation.incoming(incoming);
    return command === undefined
      ? { refusal: { reason: QUARANTINE.notForThisAggregate, parameters: { type } } }
      : { command };
  } catch (error) {
    if (error instanceof UnreadableBody) return { refusal: bodyNotValid(type, error.message) };
    if (error instanceof z.ZodError) return { refusal: bodyNotValid(type, firstProblems(error)) };
    throw error;
  }
};
