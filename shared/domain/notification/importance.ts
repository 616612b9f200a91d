import * as z from 'zod';
import { TextSchema } from '../kernel/text.ts';

/** How important a notice is: what is urgent cannot wait for the morning. */
export const UrgencySchema = z.enum(['urgent', 'routine']).meta({ id: 'Urgency' });
export type Urgency = z.infer<typeof UrgencySchema>;

/** What a notice is about: a kind of aggregate, or something else by a name of its own, and which. */
export const SubjectSchema = z.strictObject({ kind: z.string(), id: z.string() });

/** What is brought to people of a notice, by whatever way. */
export const NoticeContentSchema = z.strictObject({
  noticeId: z.uuid(),
  at: z.string(),
  urgency: UrgencySchema,
  text: TextSchema,
  subject: SubjectSchema,
  exercise: z.boolean(),
});
export type NoticeContent = z.infer<typeof NoticeContentSchema>;
