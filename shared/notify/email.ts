import type { MailServer } from '../domain/notification-settings/way.ts';
import { noticeLine } from './notice-words.ts';
import type { NotifiedOf } from './notified-of.ts';
import type { OutboundMail } from './outbound.ts';

const SUBJECT_CHARACTERS = 80;

/** @returns a notice as a mail; the id of the message is that of the delivery, by which mailboxes know a repeat. */
export const noticeMail = (
  server: MailServer,
  password: string | undefined,
  to: string,
  { deliveryId, city, language, notice }: NotifiedOf,
): OutboundMail => {
  const line = noticeLine(notice, language);
  return {
    server,
    ...(password === undefined ? {} : { password }),
    to,
    subject: [...line].slice(0, SUBJECT_CHARACTERS).join(''),
    text: `${line}\n\n${notice.at}\n${notice.subject.kind} ${notice.subject.id}\n`,
    messageId: `${deliveryId}@${city}.shouwang`,
  };
};
