import { createHmac } from 'node:crypto';
import type { NotifiedOf } from './notified-of.ts';
import type { OutboundRequest } from './outbound.ts';
import type { WebhookSecret } from './way-secrets.ts';

/** Headers of what is POSTed to other systems. */
export const WEBHOOK_HEADERS = {
  /** The same however often it is sent: a receiver that has seen it has nothing to do. */
  delivery: 'shouwang-delivery',
  /** When it was sent, whole seconds since 1970: what is older than five minutes is to be refused. */
  timestamp: 'shouwang-timestamp',
  /** `v1=` and the HMAC-SHA256, hexadecimal, of the timestamp, a full stop and the body as it came, with the way's key. */
  signature: 'shouwang-signature',
} as const;

/** @returns the signature of a body that is sent at a moment. */
export const webhookSignature = (key: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`;

/** @returns a signed POST of JSON. */
export const signedPost = (
  { url, key }: WebhookSecret,
  deliveryId: string,
  now: string,
  content: object,
): OutboundRequest => {
  const body = JSON.stringify(content);
  const timestamp = String(Math.floor(Date.parse(now) / 1000));
  return {
    url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      [WEBHOOK_HEADERS.delivery]: deliveryId,
      [WEBHOOK_HEADERS.timestamp]: timestamp,
      [WEBHOOK_HEADERS.signature]: webhookSignature(key, timestamp, body),
    },
    body,
  };
};

/** @returns a notice as another system gets it: whole, in both languages. */
export const webhookPost = (secret: WebhookSecret, { deliveryId, city, now, notice }: NotifiedOf): OutboundRequest =>
  signedPost(secret, deliveryId, now, { type: 'notice', deliveryId, city, notice });
