import { dispatchOf } from '../../shared/data/dispatch.ts';
import type { IncomingMessageRow } from '../../shared/data/rows.ts';
import { RANGE } from '../../shared/data/table.ts';
import type { InboxCell } from './inbox-cell.ts';

/** Sends our receipt of a message again: that the message came again says that the first receipt was lost or is late. */
export const repeatReceipt = async (
  { store, publisher }: Pick<InboxCell, 'store' | 'publisher'>,
  { pk, sk }: IncomingMessageRow,
): Promise<void> => {
  const [receipts] = RANGE.receipts;
  const [messages] = RANGE.messages;
  const receipt = await store.get({ pk, sk: sk.replace(messages, receipts) });
  const dispatch = receipt && dispatchOf(receipt);
  if (dispatch) await publisher.publish([dispatch]);
};
