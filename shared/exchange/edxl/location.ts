import * as z from 'zod';
import { AddressSchema } from './address.ts';
import { ElementTextSchema } from './element-text.ts';
import { carriesOneOf, ruled } from './rules.ts';

/**
 * A point, reduced from the GML geometries of the standard. `srsName` names the coordinate reference system, e.g.
 * `urn:ogc:def:crs:EPSG::4490` for CGCS2000; `pos` has the coordinates in that system's order of axes (EPSG geographic
 * systems: latitude, longitude, degrees).
 */
const TargetAreaSchema = z.strictObject({
  srsName: ElementTextSchema,
  pos: z.tuple([z.number(), z.number()]),
});

export const LocationSchema = ruled(
  z.strictObject({
    LocationDescription: ElementTextSchema.optional(),
    Address: AddressSchema.optional(),
    TargetArea: TargetAreaSchema.optional(),
  }),
  'location-is-given',
  carriesOneOf('LocationDescription', 'Address', 'TargetArea'),
);
export type Location = z.infer<typeof LocationSchema>;
