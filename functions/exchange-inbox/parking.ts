import type { Setting } from '../../shared/data/change.ts';
import { type ParkedMessageRow, ParkedMessageRowSchema } from '../../shared/data/rows.ts';
import { ENTITY, keys } from '../../shared/data/table.ts';
import type { Envelope } from '../../shared/exchange/envelope.ts';
import type { InboxCell } from './inbox-cell.ts';

/** Parked messages are only a head start: the sender repeats what has no receipt. They go with the time they were good for. */
export const park = async (
  cell: Pick<InboxCell, 'store' | 'log'>,
  envelope: Envelope,
  place: number,
  { circumstances }: Setting,
): Promise<void> => {
  const item: ParkedMessageRow = {
    ...keys.parked(envelope.conversation, envelope.from, place),
    entity: ENTITY.parkedMessage,
    envelope,
    parkedAt: circumstances.now,
    expiresAtEpochSeconds: Math.floor(Date.parse(envelope.expiresAt) / 1000),
  };
  cell.log.info('parked', { messageId: envelope.id, conversation: envelope.conversation, place });
  await cell.store.transact([{ kind: 'put', item }], circumstances.newId());
};

/** @returns the message of that number of a conversation, if it came too early and waits; it is waiting no longer. */
export const takeParked = async (
  { store, newId }: Pick<InboxCell, 'store' | 'newId'>,
  { conversation, from }: Pick<Envelope, 'conversation' | 'from'>,
  place: number,
): Promise<Envelope | undefined> => {
  const key = keys.parked(conversation, from, place);
  const item = await store.get(key);
  if (!item) return undefined;
  await store.transact([{ kind: 'delete', key }], newId());
  return ParkedMessageRowSchema.parse(item).envelope;
};
