import type * as z from 'zod';
import type { QuarantineRow } from '../../data/rows.ts';
import type { QuarantinedMessageSchema } from '../routes/duty-room.ts';

/**
 * @returns a quarantined message as it is shown.
 * @param isTakenIn whether a message that was tried again is in by now.
 */
export const quarantinedMessageView = (
  { id, at, code, reason, from, type, messageId, verified, excerpt, retried }: QuarantineRow,
  isTakenIn: boolean,
): z.infer<typeof QuarantinedMessageSchema> => ({
  quarantineId: id,
  at,
  code,
  reason,
  ...(from === undefined ? {} : { from }),
  ...(type === undefined ? {} : { type }),
  ...(messageId === undefined ? {} : { messageId }),
  verified,
  excerpt,
  ...(retried === undefined ? {} : { retried: { by: retried.by, at: retried.at, takenIn: isTakenIn } }),
});
