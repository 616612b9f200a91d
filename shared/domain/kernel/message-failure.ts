import * as z from 'zod';
import type { NoticeDraft } from './aggregate.ts';
import { CityCodeSchema } from './city-code.ts';
import { InstantSchema } from './instant.ts';
import { named } from './named.ts';
import { urgent } from './notice.ts';
import { type Text, TextSchema } from './text.ts';

/** A message of this city that a partner refused, or that could not be delivered, as the aggregate it came from remembers it. */
export const MessageFailureSchema = z
  .strictObject({
    messageId: z.uuid(),
    city: CityCodeSchema,
    code: z.string(),
    reason: TextSchema,
    at: InstantSchema,
  })
  .meta({ id: 'MessageFailure' });
export type MessageFailure = z.infer<typeof MessageFailureSchema>;

/** @returns what the duty room is told when a message was not taken; `about` says what it was about. */
export const failureNotice = ({ city, reason }: MessageFailure, about: Text): NoticeDraft =>
  urgent(
    `发往${named('city', city)}的${about.zh}消息未被接受：${reason.zh} 请电话联系。`,
    `A message to ${named('city', city)} about ${about.en} was not accepted: ${reason.en} Telephone them.`,
  );
