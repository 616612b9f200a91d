import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { HeldEntryCardSchema, SharedEntryCardSchema } from '../../domain/listing-share/listing-share-listings.ts';
import { RegistryEntryKindSchema } from '../../domain/registry/registry-entry.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, STEERING } from '../roles.ts';
import { route } from '../route.ts';
import { ListingShareViewSchema } from '../views/listing-share.ts';

const params = z.strictObject({ agreementId: z.uuid() });
const query = z.strictObject({ kind: RegistryEntryKindSchema.optional(), ...pageQuery });

/** An entry as it came from the partner, and when. */
export const PartnerListingSchema = HeldEntryCardSchema.omit({ version: true }).meta({ id: 'PartnerListing' });

/** What cities share of their registries under their agreements, and hold of one another's. */
export const partnerListingRoutes = {
  listListingShares: route({
    operationId: 'listListingShares',
    method: 'GET',
    path: '/v1/partner-listings',
    tag: 'partner-listings',
    summary: {
      zh: '按伙伴城市查询各协议下名录共享的进展',
      en: 'How the sharing of listings stands, agreement by agreement, by partner city',
    },
    access: READERS,
    query: z.strictObject({ city: CityCodeSchema.optional(), ...pageQuery }),
    success: { status: 200, body: pageOf(ListingShareViewSchema) },
  }),
  listSharedListings: route({
    operationId: 'listSharedListings',
    method: 'GET',
    path: '/v1/agreements/{agreementId}/listings',
    tag: 'partner-listings',
    summary: {
      zh: '查询本市据协议共享给对方的名录条目',
      en: 'What this city shares with the partner under an agreement',
    },
    access: READERS,
    params,
    query,
    success: { status: 200, body: pageOf(SharedEntryCardSchema).extend({ share: ListingShareViewSchema }) },
  }),
  listPartnerListings: route({
    operationId: 'listPartnerListings',
    method: 'GET',
    path: '/v1/agreements/{agreementId}/partner-listings',
    tag: 'partner-listings',
    summary: {
      zh: '查询本市据协议持有的对方名录条目，及其收到时间',
      en: "What this city holds of the partner's listings under an agreement, and since when",
    },
    access: READERS,
    params,
    query,
    success: { status: 200, body: pageOf(PartnerListingSchema).extend({ share: ListingShareViewSchema }) },
  }),
  renewPartnerListings: route({
    operationId: 'renewPartnerListings',
    method: 'POST',
    path: '/v1/agreements/{agreementId}/partner-listings/renewal',
    tag: 'partner-listings',
    summary: {
      zh: '弃置所持的对方名录并重新索取全部条目',
      en: "Drop what is held of the partner's listings and ask for all of them again",
    },
    access: [...STEERING, 'administrator'],
    params,
    body: z.strictObject({}),
    ifMatch: 'optional',
    success: { status: 200, body: ListingShareViewSchema },
  }),
} as const;
