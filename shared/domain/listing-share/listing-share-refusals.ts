import { reason } from '../kernel/refusal.ts';

/** Why commands on what two cities share are refused. */
export const LISTING_SHARE_REFUSALS = {
  notFound: reason('listing-share-not-found', 'missing', {
    zh: '该协议尚未签署，没有共享的名录。',
    en: 'The agreement is not signed yet; no listings are shared under it.',
  }),
  notParty: reason('not-party-to-listing-share', 'forbidden', {
    zh: '{city}不是该协议的对方。',
    en: '{city} is not the other party of this agreement.',
  }),
  foreignEntry: reason('foreign-registry-entry', 'invalid', {
    zh: '{from}共享的条目{id}不属于该市的名录。',
    en: 'The entry {id}, shared by {from}, is not of its own registry.',
  }),
  nothingHeld: reason('no-listings-held', 'conflict', {
    zh: '目前没有据该协议持有的名录可以重新索取。',
    en: 'No listings are held under the agreement now that could be asked for again.',
  }),
} as const;
