import * as z from 'zod';
import { ElementTextSchema } from './element-text.ts';
import { carriesOneOf, ruled } from './rules.ts';

/** Whose a resource is, and from where it is sent out. */
export const OwnershipInformationSchema = ruled(
  z.strictObject({
    Owner: ElementTextSchema.optional(),
    OwningJurisdiction: ElementTextSchema.optional(),
    HomeDispatch: ElementTextSchema.optional(),
    HomeUnit: ElementTextSchema.optional(),
  }),
  'owner-is-named',
  carriesOneOf('Owner', 'OwningJurisdiction'),
);
