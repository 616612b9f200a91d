import type { Dispatch } from '../exchange/ports.ts';
import { OutgoingMessageRowSchema, ReceiptRowSchema } from './rows.ts';
import { ENTITY } from './table.ts';

/**
 * @param row a row of the table, as the stream shows it.
 * @returns what is to be put on the bus for it: a message for those who have not confirmed it, a receipt for its one recipient;
 * `undefined` for every other kind of row.
 */
export const dispatchOf = (row: Readonly<Record<string, unknown>>): Dispatch | undefined => {
  if (row.entity === ENTITY.outgoingMessage) {
    const { pending, envelope } = OutgoingMessageRowSchema.parse(row);
    return pending.length === 0 ? undefined : { to: pending, envelope };
  }
  if (row.entity === ENTITY.receipt) {
    const { envelope } = ReceiptRowSchema.parse(row);
    return { to: envelope.to, envelope };
  }
  return undefined;
};
