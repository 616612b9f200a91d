import { execute } from '../../shared/data/execute.ts';
import { messageBoardWrites } from '../../shared/data/message-deadline.ts';
import { UNCONFIRMED_LIST, unconfirmedListing } from '../../shared/data/outgoing-messages.ts';
import { type OutgoingMessageRow, OutgoingMessageRowSchema } from '../../shared/data/rows.ts';
import { TransactionCancelled, type Write } from '../../shared/data/store.ts';
import { keys } from '../../shared/data/table.ts';
import type { Actor } from '../../shared/domain/kernel/actor.ts';
import type { AggregateKind, MessageFailed } from '../../shared/domain/kernel/aggregate.ts';
import type { Refusal } from '../../shared/domain/kernel/refusal.ts';
import type { Incoming, SomeConversations } from '../../shared/exchange/conversation.ts';
import type { Envelope } from '../../shared/exchange/envelope.ts';
import { isMessageType, MESSAGE_CONTRACTS } from '../../shared/exchange/message-contracts.ts';
import { QUARANTINE } from '../../shared/exchange/quarantine-reasons.ts';
import { messageDigest } from '../../shared/exchange/signature.ts';
import { cityRulesOf } from '../../shared/reference/city-rules.ts';
import type { InboxCell } from './inbox-cell.ts';

/** A receipt or refusal of a message of ours. */
export type AnswerToMessage = Extract<Incoming, { type: 'Receipt' | 'Refusal' }>;

/**
 * Takes a partner's signed receipt or refusal of a message of ours: it is kept beside the message as evidence, and the
 * message is not sent to that partner again. A refusal is also told to the aggregate that sent the message.
 * @returns why the answer itself cannot be right, if so.
 */
export const settleAnswer = async (
  cell: InboxCell,
  conversations: SomeConversations,
  answer: AnswerToMessage,
  actor: Actor,
): Promise<Refusal | undefined> => {
  const { envelope, body } = answer;
  const unknown: Refusal = {
    reason: QUARANTINE.unknownMessageAnswered,
    parameters: { messageId: body.messageId, from: envelope.from },
  };
  if (!isMessageType(body.messageType)) return unknown;
  const kind = MESSAGE_CONTRACTS[body.messageType].sender;
  const item = await cell.store.get(keys.message(kind, envelope.conversation, body.messageId));
  const row = OutgoingMessageRowSchema.safeParse(item);
  if (kind === 'exchange' || !row.success || !row.data.envelope.to.includes(envelope.from)) return unknown;
  if (body.digest !== messageDigest(row.data.envelope)) return { reason: QUARANTINE.digestMismatch, parameters: {} };
  if (!row.data.pending.includes(envelope.from)) return undefined;
  if (answer.type === 'Refusal') await tellSender(cell, conversations, kind, answer, actor);
  return confirm(cell, row.data, envelope);
};

const tellSender = async (
  cell: InboxCell,
  conversations: SomeConversations,
  kind: AggregateKind,
  { envelope, body }: Extract<AnswerToMessage, { type: 'Refusal' }>,
  actor: Actor,
): Promise<void> => {
  const command: MessageFailed = {
    type: 'message-failed',
    messageId: body.messageId,
    city: envelope.from,
    code: body.code,
    reason: body.reason,
  };
  const executed = await execute(cell, conversations, {
    target: { kind, id: envelope.conversation },
    actor,
    command: () => command,
  });
  if (executed.outcome === 'refused')
    cell.log.warn('the sender does not mind the refusal', {
      messageId: body.messageId,
      code: executed.refusal.reason.code,
    });
};

/** Notes the answer on the message; tried again when another partner's answer was noted at the same moment. */
const confirm = async (cell: InboxCell, row: OutgoingMessageRow, answer: Envelope): Promise<undefined> => {
  const pending = row.pending.filter((city) => city !== answer.from);
  const { duePartition, dueAt, ...rest } = row;
  const confirmed: OutgoingMessageRow = {
    ...rest,
    ...(pending.length > 0 && dueAt !== undefined ? { duePartition, dueAt } : {}),
    version: row.version + 1,
    pending,
    answers: { ...row.answers, [answer.from]: answer },
  };
  const listing = unconfirmedListing(confirmed);
  const writes: Write[] = [
    { kind: 'put', item: confirmed, condition: { kind: 'equals', attribute: 'version', value: row.version } },
    pending.length > 0
      ? { kind: 'put', item: listing }
      : { kind: 'delete', key: keys.listing(UNCONFIRMED_LIST, listing.sk) },
    ...messageBoardWrites(confirmed, cityRulesOf(cell.city)),
  ];
  try {
    await cell.store.transact(writes, cell.newId());
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
    const now = OutgoingMessageRowSchema.parse(await cell.store.get({ pk: row.pk, sk: row.sk }));
    if (now.pending.includes(answer.from)) return confirm(cell, now, answer);
  }
};
