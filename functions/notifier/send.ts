import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { DeliveryRow } from '../../shared/notify/delivery-row.ts';
import { noticeMail } from '../../shared/notify/email.ts';
import type { NotifiedOf } from '../../shared/notify/notified-of.ts';
import { dingtalkPost, type RobotMessage, verdictOfRobot, wecomPost } from '../../shared/notify/robots.ts';
import { smsPost } from '../../shared/notify/sms.ts';
import { DELIVERED, type Verdict, verdictOfError, verdictOfStatus } from '../../shared/notify/verdict.ts';
import {
  EmailSecretSchema,
  MailPasswordSchema,
  SmsSecretSchema,
  WebhookSecretSchema,
} from '../../shared/notify/way-secrets.ts';
import { webhookPost } from '../../shared/notify/webhook-signature.ts';
import { cityName } from '../../shared/reference/cities.ts';
import type { NotifierCell } from './notifier-cell.ts';
import { citySettings } from './settings.ts';

/** Something that every delivery on this way needs is not set, or has been taken away. */
const missing = (what: string): Verdict => ({ kind: 'refused', reason: `${what} is not set` });

type Send = (cell: NotifierCell, rows: readonly [DeliveryRow, ...DeliveryRow[]], secret: string) => Promise<Verdict>;

const notified = ({ city }: NotifierCell, row: DeliveryRow, now: Instant): NotifiedOf => ({
  deliveryId: row.id,
  ...{ city, now, language: row.language, notice: row.notice },
});

const robotMessage = ({ city }: NotifierCell, rows: readonly [DeliveryRow, ...DeliveryRow[]]): RobotMessage => {
  const [{ language }] = rows;
  return { notices: rows.map(({ notice }) => notice), language, city: cityName(city)?.[language] ?? city };
};

const parsed = <T>(schema: { parse(value: unknown): T }, secret: string): T => schema.parse(JSON.parse(secret));

/** How each way is gone. */
const SENDERS: Readonly<Record<DeliveryRow['channel'], Send>> = {
  webhook: async (cell, [row], secret) => {
    const request = webhookPost(parsed(WebhookSecretSchema, secret), notified(cell, row, cell.clock.now()));
    return verdictOfStatus(await cell.outbound.post(request));
  },
  sms: async (cell, [row], secret) => {
    const { sms } = await citySettings(cell);
    const gateway = sms && (await cell.secrets.get(sms.secretId));
    if (gateway === undefined) return missing('the gateway for short messages');
    const { telephone } = parsed(SmsSecretSchema, secret);
    const now = cell.clock.now();
    const request = smsPost(parsed(WebhookSecretSchema, gateway), telephone, notified(cell, row, now));
    return verdictOfStatus(await cell.outbound.post(request));
  },
  email: async (cell, [row], secret) => {
    const { mail } = await citySettings(cell);
    if (!mail) return missing('the mail server');
    const { secretId, ...server } = mail;
    const password = secretId && (await cell.secrets.get(secretId));
    const { address } = parsed(EmailSecretSchema, secret);
    const known = password ? parsed(MailPasswordSchema, password).password : undefined;
    await cell.outbound.mail(noticeMail(server, known, address, notified(cell, row, cell.clock.now())));
    return DELIVERED;
  },
  wecom: async (cell, rows, secret) =>
    verdictOfRobot(await cell.outbound.post(wecomPost(secret, robotMessage(cell, rows)))),
  dingtalk: async (cell, rows, secret) =>
    verdictOfRobot(await cell.outbound.post(dingtalkPost(secret, robotMessage(cell, rows), cell.clock.now()))),
};

/** Sends deliveries of one way as one message: several for robots only. @returns what came of it; it never rejects for what others do. */
export const send = async (cell: NotifierCell, rows: readonly [DeliveryRow, ...DeliveryRow[]]): Promise<Verdict> => {
  const [{ channel, secretId }] = rows;
  const secret = await cell.secrets.get(secretId);
  if (secret === undefined) return missing('the address');
  try {
    return await SENDERS[channel](cell, rows, secret);
  } catch (error) {
    return verdictOfError(error);
  }
};
