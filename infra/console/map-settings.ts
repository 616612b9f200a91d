import * as z from 'zod';
import { TextSchema } from '../../shared/domain/kernel/text.ts';

/** Where tiles or an overlay are: an address, or one relative to the page. A token of the map service is part of it, and public with it. */
const AddressSchema = z
  .string()
  .regex(/^(https:\/\/|\.?\/|[\w-]+[./])/, 'an https address, or one relative to the page');

/** What the console's map draws beneath what the city knows; its hosts are named among the placement's `maps`. */
export const MapSettingsSchema = z.strictObject({
  /** Square tiles in Web Mercator whose positions are WGS-84 or CGCS2000; tiles shifted as GCJ-02 is would put everything in the wrong place. */
  tiles: z
    .array(
      z.strictObject({
        url: AddressSchema.refine(
          (url) => ['{z}', '{x}', '{y}'].every((part) => url.includes(part)),
          'with {z}, {x}, {y}',
        ),
        subdomains: z.string().min(1).optional(),
        maxZoom: z.int().min(1).max(24).optional(),
        attribution: z.string().min(1),
      }),
    )
    .optional(),
  /** GeoJSON (RFC 7946). */
  overlays: z.array(z.strictObject({ name: TextSchema, url: AddressSchema })).optional(),
});
export type MapSettings = z.infer<typeof MapSettingsSchema>;
