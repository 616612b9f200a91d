import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { wordsSchema } from '../kernel/words.ts';

/** What is done about an order: by the city itself, as (part of) an incident, by a task of agencies, or by an item of a request to partners. */
export const HandlingSchema = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('own'), words: z.string() }),
    z.strictObject({ by: z.literal('incident'), incidentId: z.uuid() }),
    z.strictObject({ by: z.literal('task'), taskId: z.uuid(), incidentId: z.uuid() }),
    z.strictObject({ by: z.literal('request-item'), requestId: z.uuid(), itemId: z.uuid(), incidentId: z.uuid() }),
  ])
  .meta({ id: 'Handling' });
export type Handling = z.infer<typeof HandlingSchema>;

/** As people choose it. */
export const HandlingChoiceSchema = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('own'), words: wordsSchema(2000) }),
    /** Opens an incident, to be verified; called by its place and hazard unless it is given a title. */
    z.strictObject({ by: z.literal('new-incident'), title: wordsSchema(200).optional() }),
    z.strictObject({ by: z.literal('incident'), incidentId: z.uuid() }),
    z.strictObject({ by: z.literal('task'), taskId: z.uuid() }),
    z.strictObject({ by: z.literal('request-item'), requestId: z.uuid(), itemId: z.uuid() }),
  ])
  .meta({ id: 'HandlingChoice' });
export type HandlingChoice = z.infer<typeof HandlingChoiceSchema>;

/** What was done, on whose word, since when. */
export const HandledSchema = z
  .strictObject({ handling: HandlingSchema, by: PersonReferenceSchema, at: InstantSchema })
  .meta({ id: 'Handled' });
