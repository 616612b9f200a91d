import type * as z from 'zod';
import type { NoticeRow } from '../../data/rows.ts';
import type { NoticeSchema } from '../routes/duty-room.ts';

/** @returns a notice as it is shown. */
export const noticeView = ({
  id,
  at,
  urgency,
  text,
  subject,
  exercise,
  acknowledgedBy,
}: NoticeRow): z.infer<typeof NoticeSchema> => ({
  noticeId: id,
  at,
  urgency,
  text,
  subject,
  ...(exercise ? { exercise } : {}),
  ...(acknowledgedBy === undefined ? {} : { acknowledgedBy }),
});
