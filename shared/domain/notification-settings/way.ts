import * as z from 'zod';
import { wordsSchema } from '../kernel/words.ts';
import { UrgencySchema } from '../notification/importance.ts';

/** Ways to a person besides the notices that the service itself shows. */
export const PersonChannelSchema = z.enum(['webhook', 'email', 'sms']).meta({ id: 'PersonChannel' });

/** Ways to the duty room as a whole. */
export const CityChannelSchema = z.enum(['wecom', 'dingtalk', 'webhook']).meta({ id: 'CityChannel' });

const urgencies = z.array(UrgencySchema).min(1).max(2);

/**
 * A way as the table knows it. Where it leads to, and the keys that go with it, are secrets, kept elsewhere under `secretId`; `shown`
 * is as much of the address as may be seen.
 */
const base = { secretId: z.uuid(), shown: z.string().max(200), urgencies };

/** A way to a person; the first that takes urgent notices is the first that is tried when one may not be left lying. */
export const PersonWaySchema = z.strictObject({ channel: PersonChannelSchema, ...base });
export type PersonWay = z.infer<typeof PersonWaySchema>;

/** A way to the duty room: a group's robot, or another system. */
export const CityWaySchema = z.strictObject({
  wayId: z.uuid(),
  name: wordsSchema(60),
  channel: CityChannelSchema,
  ...base,
});

/** By which mail server the city writes; the password is a secret. */
export const MailServerSchema = z
  .strictObject({
    host: z.hostname().max(253),
    port: z.int().min(1).max(65_535),
    /** `tls` from the first byte, or `starttls`; a server that offers neither is not used. */
    security: z.enum(['tls', 'starttls']),
    user: z.string().min(1).max(200).optional(),
    from: z.email().max(254),
  })
  .meta({ id: 'MailServer' });
export type MailServer = z.infer<typeof MailServerSchema>;

/** A mail server as the table knows it. */
export const KeptMailServerSchema = MailServerSchema.extend({ secretId: z.uuid().optional() });

/** The gateway to which short messages are handed, as the table knows it. */
export const SmsGatewaySchema = z.strictObject({ secretId: z.uuid(), shown: z.string().max(200) });
