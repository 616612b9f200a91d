import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import {
  FootingSchema,
  type ListingShareState,
  ListingShareStateSchema,
} from '../../domain/listing-share/listing-share-state.ts';

const { ours, theirs } = ListingShareStateSchema.shape;
const statusOf = <T extends string>(
  options: readonly { readonly shape: { readonly status: { readonly value: T } } }[],
) => z.enum(options.map(({ shape }) => shape.status.value) as [T, ...T[]]);

/** Where the sharing under one agreement stands, in both directions. */
export const ListingShareViewSchema = z
  .strictObject({
    agreementId: z.uuid(),
    partner: CityCodeSchema,
    standing: FootingSchema.shape.standing,
    exercise: z.boolean(),
    /** What this city shares; `since`: when it last came further, or was last found to be complete. */
    ours: z
      .strictObject({ status: statusOf(ours.options), since: InstantSchema.optional() })
      .meta({ id: 'OwnListings' }),
    /** What this city holds of the partner's; `since`: when it was asked for, when something last came. */
    theirs: z
      .strictObject({ status: statusOf(theirs.options), since: InstantSchema.optional() })
      .meta({ id: 'PartnerListings' }),
  })
  .meta({ id: 'ListingShare' });
export type ListingShareView = z.infer<typeof ListingShareViewSchema>;

const standing = <T extends string>(part: { readonly status: T; readonly since?: string }) => ({
  status: part.status,
  ...(part.since === undefined ? {} : { since: part.since }),
});

/** @returns what people see of the sharing under an agreement. */
export const listingShareView = (share: ListingShareState): ListingShareView => ({
  agreementId: share.agreementId,
  partner: share.partner,
  standing: share.footing.standing,
  exercise: share.exercise,
  ours: standing(share.ours),
  theirs: standing(share.theirs),
});
