import * as z from 'zod';
import type { Text } from '../kernel/text.ts';
import type { OfferStatus } from './offer-state.ts';

/** Every status of an offer, with what people read. */
export const OFFER_STATUSES = {
  offered: { zh: '待答复', en: 'offered' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  declined: { zh: '已谢绝', en: 'declined' },
  'taken-up': { zh: '已采用', en: 'taken up' },
  lapsed: { zh: '已失效', en: 'lapsed' },
  undelivered: { zh: '未送达', en: 'not delivered' },
} as const satisfies Record<OfferStatus, Text>;
export const OfferStatusSchema = z
  .enum(Object.keys(OFFER_STATUSES) as [OfferStatus, ...OfferStatus[]])
  .meta({ id: 'OfferStatus' });
