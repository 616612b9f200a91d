import * as z from 'zod';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { OfferDetailsSchema } from '../../domain/offer/offer-commands.ts';
import { OfferCardSchema } from '../../domain/offer/offer-listings.ts';
import { OfferSideSchema } from '../../domain/offer/offer-state.ts';
import { OfferStatusSchema } from '../../domain/offer/offer-status.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, STEERING } from '../roles.ts';
import { route } from '../route.ts';
import { OfferViewSchema } from '../views/offer.ts';

const params = z.strictObject({ offerId: z.uuid() });
const reasoned = z.strictObject({ reason: wordsSchema(2000) });

/** Unsolicited offers, made by this city and made to it. */
export const offerRoutes = {
  listOffers: route({
    operationId: 'listOffers',
    method: 'GET',
    path: '/v1/offers',
    tag: 'offers',
    summary: { zh: '按方向、状态查询主动支援，新的在前', en: 'Offers by side and status, latest first' },
    access: READERS,
    query: z.strictObject({
      side: OfferSideSchema.optional(),
      status: OfferStatusSchema.optional(),
      ...pageQuery,
    }),
    success: { status: 200, body: pageOf(OfferCardSchema) },
  }),
  makeOffer: route({
    operationId: 'makeOffer',
    method: 'POST',
    path: '/v1/offers',
    tag: 'offers',
    summary: { zh: '依协议向伙伴主动提供支援', en: 'Offer help unasked to the partner of an agreement' },
    access: STEERING,
    body: OfferDetailsSchema,
    success: { status: 201, body: OfferViewSchema },
  }),
  readOffer: route({
    operationId: 'readOffer',
    method: 'GET',
    path: '/v1/offers/{offerId}',
    tag: 'offers',
    summary: { zh: '查看主动支援', en: 'Read an offer' },
    access: READERS,
    params,
    success: { status: 200, body: OfferViewSchema },
  }),
  withdrawOffer: route({
    operationId: 'withdrawOffer',
    method: 'POST',
    path: '/v1/offers/{offerId}/withdrawal',
    tag: 'offers',
    summary: { zh: '提供方：撤回主动支援', en: 'Provider: withdraw an offer' },
    access: STEERING,
    params,
    body: reasoned,
    ifMatch: 'optional',
    success: { status: 200, body: OfferViewSchema },
  }),
  declineOffer: route({
    operationId: 'declineOffer',
    method: 'POST',
    path: '/v1/offers/{offerId}/decline',
    tag: 'offers',
    summary: { zh: '接收方：谢绝主动支援', en: 'Receiver: decline an offer' },
    access: STEERING,
    params,
    body: reasoned,
    ifMatch: 'optional',
    success: { status: 200, body: OfferViewSchema },
  }),
} as const;
