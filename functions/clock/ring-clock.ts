import { execute } from '../../shared/data/execute.ts';
import { StateRowSchema } from '../../shared/data/rows.ts';
import type { Item, Key } from '../../shared/data/store.ts';
import { ENTITY } from '../../shared/data/table.ts';
import { AGGREGATE_KINDS } from '../../shared/domain/kernel/aggregate.ts';
import type { Conversations } from '../../shared/exchange/conversation.ts';
import { WOKEN } from '../../shared/notify/wake.ts';
import { followUp } from '../follow-ups.ts';
import { continueSharing } from '../listing-share/continue-sharing.ts';
import type { ClockCell } from './clock-cell.ts';
import { clockCommand } from './clock-command.ts';
import { resend } from './resend.ts';
import { wakeNotifier } from './wake-notifier.ts';

/**
 * Settles one row whose time the due index says has come. The index may lag: what counts is the row itself.
 * @throws what the store or the bus throws; the row stays due.
 */
export const ringClock = async (cell: ClockCell, conversations: Conversations, key: Key): Promise<void> => {
  const item = await cell.store.get(key);
  if (!item || typeof item.dueAt !== 'string' || item.dueAt > cell.clock.now()) return;
  if (item.entity === ENTITY.outgoingMessage) await resend(cell, conversations, item);
  else if (WOKEN.includes(item.entity)) await wakeNotifier(cell, item);
  else await ringAggregate(cell, conversations, item);
};

const ringAggregate = async (cell: ClockCell, conversations: Conversations, item: Item): Promise<void> => {
  const { kind: name, id } = StateRowSchema.parse(item);
  const kind = AGGREGATE_KINDS.find((known) => known === name);
  if (!kind) throw new Error(`no aggregate of kind ${name}`);
  await followUp(cell, conversations, { kind, id });
  if (kind === 'listing-share') await continueSharing(cell, id);
  const command = await clockCommand(cell, conversations[kind], item);
  const executed = await execute(cell, conversations, {
    target: { kind, id },
    actor: { kind: 'clock', city: cell.city },
    command: () => command,
  });
  if (executed.outcome === 'refused')
    cell.log.warn('the clock was refused', { kind, id, code: executed.refusal.reason.code });
};
