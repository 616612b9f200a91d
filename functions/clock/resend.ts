import { Contended, execute } from '../../shared/data/execute.ts';
import type { Reference } from '../../shared/data/loaded.ts';
import { messageBoardWrites } from '../../shared/data/message-deadline.ts';
import { type OutgoingMessageRow, OutgoingMessageRowSchema } from '../../shared/data/rows.ts';
import type { Item, Write } from '../../shared/data/store.ts';
import { DUE_PARTITION } from '../../shared/data/table.ts';
import { written } from '../../shared/data/written.ts';
import type { MessageFailed } from '../../shared/domain/kernel/aggregate.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import type { Conversations } from '../../shared/exchange/conversation.ts';
import { isMessageType, MESSAGE_CONTRACTS } from '../../shared/exchange/message-contracts.ts';
import { nextResend } from '../../shared/exchange/resend.ts';
import { SIGNALS } from '../../shared/lambda/signals.ts';
import { cityRulesOf } from '../../shared/reference/city-rules.ts';
import type { ClockCell } from './clock-cell.ts';
import { receiptActs } from './receipt-acts.ts';

/**
 * Sends a message again to those who have not confirmed it, or, after a fortnight, gives up, so that the duty room picks up the
 * telephone. The next time is written before it is sent: a clock that dies in between costs one repeat, not the message.
 */
export const resend = async (cell: ClockCell, conversations: Conversations, item: Item): Promise<void> => {
  const row = OutgoingMessageRowSchema.parse(item);
  const { duePartition: _partition, dueAt: _due, ...rest } = row;
  const dueAt = nextResend(row.envelope.issuedAt, cell.clock.now(), row.attempts + 1);
  if (dueAt === undefined) return giveUp(cell, conversations, rest);
  const next: OutgoingMessageRow = {
    ...rest,
    version: row.version + 1,
    attempts: row.attempts + 1,
    duePartition: DUE_PARTITION,
    dueAt,
  };
  if (!(await noted(cell, conversations, row, next))) return;
  cell.log.warn(SIGNALS.unconfirmed, { messageId: row.envelope.id, pending: row.pending, attempts: next.attempts });
  await cell.publisher.publish([{ to: row.pending, envelope: row.envelope }]);
};

/** Writes when the message is sent next; once it is late, with what the clock does about that, in the ledger of what sent it. */
const noted = async (
  cell: ClockCell,
  conversations: Conversations,
  row: OutgoingMessageRow,
  next: OutgoingMessageRow,
): Promise<boolean> => {
  const acts = await receiptActs(cell, row);
  if (!acts) return written(cell, [replacing(row, next)]);
  const late = { ...next, deadlines: acts.deadlines };
  try {
    const executed = await execute(cell, conversations, {
      target: senderOf(row),
      actor: { kind: 'clock', city: cell.city },
      command: () => acts.command,
      besides: [replacing(row, late), ...messageBoardWrites(late, cityRulesOf(cell.city))],
    });
    return executed.outcome === 'done' || written(cell, [replacing(row, next)]);
  } catch (error) {
    // A receipt came in at the same moment, or what sent it is busy: in a minute it is looked at again.
    if (error instanceof Contended) return false;
    throw error;
  }
};

/** @throws Error for an answer of the exchange itself, which is not kept. */
const senderOf = ({ envelope: { type, conversation } }: Pick<OutgoingMessageRow, 'envelope'>): Reference => {
  const kind = isMessageType(type) ? MESSAGE_CONTRACTS[type].sender : 'exchange';
  if (kind === 'exchange') throw new Error(`a ${type} is not kept for resending`);
  return { kind, id: conversation };
};

const replacing = ({ version }: OutgoingMessageRow, next: OutgoingMessageRow): Write => ({
  kind: 'put',
  item: next,
  condition: { kind: 'equals', attribute: 'version', value: version },
});

const UNDELIVERABLE: Text = {
  zh: '连续两周未能送达，请改用电话联系。',
  en: 'It could not be delivered for a fortnight; use the telephone.',
};

/** What sent the message tells the duty room; the message stays on the list of those unconfirmed, and a late receipt still counts. */
const giveUp = async (cell: ClockCell, conversations: Conversations, row: OutgoingMessageRow): Promise<void> => {
  const target = senderOf(row);
  for (const city of row.pending) {
    const command: MessageFailed = {
      type: 'message-failed',
      messageId: row.envelope.id,
      city,
      code: 'undeliverable',
      reason: UNDELIVERABLE,
    };
    await execute(cell, conversations, {
      target,
      actor: { kind: 'clock', city: cell.city },
      command: () => command,
    });
  }
  await written(cell, [replacing(row, { ...row, version: row.version + 1 })]);
};
