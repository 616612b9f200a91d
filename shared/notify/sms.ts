import { fitting, noticeLine } from './notice-words.ts';
import type { NotifiedOf } from './notified-of.ts';
import type { OutboundRequest } from './outbound.ts';
import type { WebhookSecret } from './way-secrets.ts';
import { signedPost } from './webhook-signature.ts';

/** What a gateway turns into at most three short messages of Chinese. */
const MOST_BYTES = 600;

/**
 * Hands a short message to the city's gateway. There is one adapter, a signed webhook: carriers and their resellers have each an
 * interface of their own, and a gateway of a few lines speaks to the one that the city has a contract with.
 */
export const smsPost = (
  gateway: WebhookSecret,
  telephone: string,
  { deliveryId, city, now, language, notice }: NotifiedOf,
): OutboundRequest =>
  signedPost(gateway, deliveryId, now, {
    type: 'sms',
    deliveryId,
    city,
    to: telephone,
    text: fitting(noticeLine(notice, language), MOST_BYTES),
  });
