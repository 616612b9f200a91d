import * as z from 'zod';
import { DAY_MS, type Instant, plus } from './instant.ts';

/** What the duty room has been told of the end of something that must be renewed. */
export const ExpiryNoticeSchema = z.enum(['none', 'expiring', 'expired']);
export type ExpiryNotice = z.infer<typeof ExpiryNoticeSchema>;

/** How long before it ends the duty room is told, milliseconds. */
const NOTICE_MS = 60 * DAY_MS;

/** @returns when the duty room must next be told that something ends at `expiresAt`, if ever; `told` is what it has been told. */
export const expiryNoticeDueAt = (told: ExpiryNotice, expiresAt: Instant): Instant | undefined => {
  if (told === 'expired') return undefined;
  return told === 'none' ? plus(expiresAt, -NOTICE_MS) : expiresAt;
};
