import * as z from 'zod';
import { wordsSchema } from '../kernel/words.ts';

/** Coordinate reference systems positions are stored in; GCJ-02 appears only at the edges and is converted there. */
export const CrsSchema = z.enum(['CGCS2000', 'WGS-84']);

/** A point on the ground, degrees, with the reference system it was measured in, and what people call the place. */
export const PositionSchema = z
  .strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    crs: CrsSchema,
    place: wordsSchema(200),
  })
  .meta({ id: 'Position' });
export type Position = z.infer<typeof PositionSchema>;
