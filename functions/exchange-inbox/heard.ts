import { heardWrite } from '../../shared/data/partner-links.ts';
import type { Item } from '../../shared/data/store.ts';
import type { Incoming } from '../../shared/exchange/conversation.ts';
import type { InboxCell } from './inbox-cell.ts';

/**
 * Remembers when the sender of a proven message was last heard of. Apart from the message's own transaction: a row that all of a
 * partner's messages write to would have them wait for one another. Nothing is lost with it that the next message does not tell.
 */
export const heard = async (
  { store, newId, clock, log }: InboxCell,
  row: Item | undefined,
  { type, envelope: { from } }: Incoming,
): Promise<void> => {
  const confirms = type === 'Receipt' || type === 'Refusal';
  const write = heardWrite(row, { city: from, at: clock.now(), confirms });
  if (!write) return;
  try {
    await store.transact([write], newId());
  } catch (error) {
    log.warn('when the partner was heard of is not noted', { from, error: error as Error });
  }
};
