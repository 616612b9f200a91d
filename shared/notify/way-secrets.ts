import * as z from 'zod';

/** Another system that takes notices: its address, and the key with which they are signed. */
export const WebhookSecretSchema = z.strictObject({ url: z.url().max(1000), key: z.string().min(16).max(200) });
export type WebhookSecret = z.infer<typeof WebhookSecretSchema>;

/** A group's robot of WeCom: the address it was given, with the key in it. */
export const WecomSecretSchema = z.strictObject({ url: z.url().max(1000) });

/** A group's robot of DingTalk: the address with the access token in it, and what its calls are signed with (加签), if anything. */
export const DingtalkSecretSchema = z.strictObject({
  url: z.url().max(1000),
  signingSecret: z.string().min(1).max(200).optional(),
});

export const EmailSecretSchema = z.strictObject({ address: z.email().max(254) });

/** With country code or without; what the gateway understands. */
export const SmsSecretSchema = z.strictObject({ telephone: z.string().regex(/^\+?\d[\d -]{4,22}\d$/) });

export const MailPasswordSchema = z.strictObject({ password: z.string().min(1).max(500) });
