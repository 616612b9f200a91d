import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { TextSchema } from '../kernel/text.ts';
import { HandOffSchema } from './hand-off.ts';

/** Who must move next. `city`: a partner, by what its duty room says; all others are of this city. */
export const WaitedForSchema = z
  .discriminatedUnion('who', [
    z.strictObject({ who: z.literal('duty-room') }),
    z.strictObject({ who: z.literal('approver') }),
    z.strictObject({ who: z.literal('representative') }),
    z.strictObject({ who: z.literal('city'), city: CityCodeSchema }),
    z.strictObject({ who: z.literal('agency'), agencyId: z.uuid() }),
    z.strictObject({ who: z.literal('expert'), expertId: z.uuid() }),
    z.strictObject({ who: z.literal('team'), teamId: z.uuid() }),
    z.strictObject({ who: z.literal('person'), personId: z.string() }),
  ])
  .meta({ id: 'WaitedFor' });
export type WaitedFor = z.infer<typeof WaitedForSchema>;

/** A hand-off that somebody waits for, and until when. It follows from the state alone; it is over when the state says so. */
export const OpenDeadlineSchema = z
  .strictObject({
    handOff: HandOffSchema,
    /** Tells apart several of one kind in one aggregate: a city, an agency's id, a requisition's id; `-` where there is only one. */
    key: z.string().min(1).max(100),
    since: InstantSchema,
    due: InstantSchema,
    waitsFor: WaitedForSchema,
    /** What is waited for, in words that stand alone: 兰州市答复“……”的请求. No personal data. */
    what: TextSchema,
  })
  .meta({ id: 'OpenDeadline' });
export type OpenDeadline = z.infer<typeof OpenDeadlineSchema>;
