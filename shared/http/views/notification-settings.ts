import * as z from 'zod';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { UrgencySchema } from '../../domain/notification/importance.ts';
import {
  type CitySettings,
  CitySettingsSchema,
  ESCALATION_MINUTES,
  type PersonSettings,
  PersonSettingsSchema,
} from '../../domain/notification-settings/notification-settings-state.ts';
import { CityWaySchema, MailServerSchema, PersonWaySchema } from '../../domain/notification-settings/way.ts';
import {
  DingtalkSecretSchema,
  EmailSecretSchema,
  MailPasswordSchema,
  SmsSecretSchema,
  WebhookSecretSchema,
  WecomSecretSchema,
} from '../../notify/way-secrets.ts';

const urgencies = z.array(UrgencySchema).min(1).max(2);
const { language, quietHours, savedAt } = PersonSettingsSchema.shape;

/** Each way at most once: `address` sets where it leads, and is left out to keep what is set. */
const PersonWayBodySchema = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('webhook'), urgencies, address: WebhookSecretSchema.optional() }),
  z.strictObject({ channel: z.literal('email'), urgencies, address: EmailSecretSchema.optional() }),
  z.strictObject({ channel: z.literal('sms'), urgencies, address: SmsSecretSchema.optional() }),
]);

/** How a person wants to be told: ways in the order in which they are tried. */
export const PersonSettingsBodySchema = z
  .strictObject({ language, quietHours, ways: z.array(PersonWayBodySchema).max(3) })
  .refine(({ ways }) => new Set(ways.map(({ channel }) => channel)).size === ways.length, {
    path: ['ways'],
    ...refinement({ zh: '每种通知方式只能设置一次', en: 'each way may be set once' }),
  })
  .meta({ id: 'NotificationSettingsInput' });
export type PersonSettingsBody = z.infer<typeof PersonSettingsBodySchema>;

/** Settings as they are shown: where a way leads to only as much as tells it from another. */
export const PersonSettingsViewSchema = z
  .strictObject({
    language,
    quietHours,
    ways: z.array(PersonWaySchema.pick({ channel: true, urgencies: true, shown: true })),
    savedAt: savedAt.optional(),
  })
  .meta({ id: 'NotificationSettings' });

/** @returns settings as they are shown; nothing set yet is Chinese, and the service alone. */
export const personSettingsView = (settings: PersonSettings | undefined): z.infer<typeof PersonSettingsViewSchema> =>
  settings === undefined
    ? { language: 'zh', ways: [] }
    : {
        language: settings.language,
        ...(settings.quietHours === undefined ? {} : { quietHours: settings.quietHours }),
        ways: settings.ways.map(({ channel, urgencies, shown }) => ({ channel, urgencies, shown })),
        savedAt: settings.savedAt,
      };

const cityWay = { wayId: z.uuid().optional(), name: wordsSchema(60), urgencies };

/** `wayId` names one that is there; `address` sets where it leads, and is left out to keep what is set. */
const CityWayBodySchema = z.discriminatedUnion('channel', [
  z.strictObject({ ...cityWay, channel: z.literal('wecom'), address: WecomSecretSchema.optional() }),
  z.strictObject({ ...cityWay, channel: z.literal('dingtalk'), address: DingtalkSecretSchema.optional() }),
  z.strictObject({ ...cityWay, channel: z.literal('webhook'), address: WebhookSecretSchema.optional() }),
]);

const escalateAfterMinutes = CitySettingsSchema.shape.escalateAfterMinutes;

/** How the duty room is told. What is left out is taken away; of what stays, keys that are left out are kept. */
export const CitySettingsBodySchema = z
  .strictObject({
    language,
    ways: z.array(CityWayBodySchema).max(10),
    mail: MailServerSchema.extend({ password: MailPasswordSchema.shape.password.optional() }).optional(),
    sms: z.strictObject({ address: WebhookSecretSchema.optional() }).optional(),
    escalateAfterMinutes: escalateAfterMinutes.default(ESCALATION_MINUTES),
  })
  .meta({ id: 'NotificationChannelsInput' });
export type CitySettingsBody = z.infer<typeof CitySettingsBodySchema>;

export const CitySettingsViewSchema = z
  .strictObject({
    language,
    ways: z.array(CityWaySchema.omit({ secretId: true })),
    mail: MailServerSchema.extend({ passwordSet: z.boolean() }).optional(),
    sms: z.strictObject({ shown: z.string() }).optional(),
    escalateAfterMinutes,
    savedAt: savedAt.optional(),
  })
  .meta({ id: 'NotificationChannels' });

const mailView = ({ secretId, ...server }: NonNullable<CitySettings['mail']>) => ({
  ...server,
  passwordSet: secretId !== undefined,
});

/** @returns how the duty room is told, as it is shown. */
export const citySettingsView = (settings: CitySettings | undefined): z.infer<typeof CitySettingsViewSchema> =>
  settings === undefined
    ? { language: 'zh', ways: [], escalateAfterMinutes: ESCALATION_MINUTES }
    : {
        language: settings.language,
        ways: settings.ways.map(({ secretId: _, ...way }) => way),
        ...(settings.mail === undefined ? {} : { mail: mailView(settings.mail) }),
        ...(settings.sms === undefined ? {} : { sms: { shown: settings.sms.shown } }),
        escalateAfterMinutes: settings.escalateAfterMinutes,
        savedAt: settings.savedAt,
      };
