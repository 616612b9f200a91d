import * as z from 'zod';
import { CityCodeSchema } from './city-code.ts';

/** Who did a thing: a signed-in person, a partner city by a signed message, or the city's own clock. */
export const ActorSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    id: z.string(),
    name: z.string(),
    roles: z.array(z.string()),
    city: CityCodeSchema,
  }),
  z.strictObject({ kind: z.literal('city'), city: CityCodeSchema, messageId: z.string() }),
  z.strictObject({ kind: z.literal('clock'), city: CityCodeSchema }),
]);
export type Actor = z.infer<typeof ActorSchema>;
