import * as z from 'zod';
import { CityCodeSchema } from './city-code.ts';
import { InstantSchema } from './instant.ts';
import { TextSchema } from './text.ts';

/** A message of this city that a partner refused, or that could not be delivered, as the aggregate it came from remembers it. */
export const MessageFailureSchema = z
  .strictObject({
    messageId: z.uuid(),
    city: CityCodeSchema,
    code: z.string(),
    reason: TextSchema,
    at: InstantSchema,
  })
  .meta({ id: 'MessageFailure' });
export type MessageFailure = z.infer<typeof MessageFailureSchema>;
