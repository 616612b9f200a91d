import * as z from 'zod';
import { type Text, TextSchema } from '../../domain/kernel/text.ts';
import { AskSchema } from '../../domain/over-ask/ask.ts';
import { OverlapSchema } from '../../domain/over-ask/overlap.ts';
import { TotalSchema } from '../../domain/over-ask/totals.ts';

/** What may be asked for twice, how much is asked for in all, and what nobody here can see. */
export const OverlapsSchema = z
  .strictObject({
    /** What is compared: the items of the request, or all that is asked for the incident. */
    asks: z.array(AskSchema),
    overlaps: z.array(OverlapSchema),
    /** Of the incident and those that belong with it. */
    totals: z.array(TotalSchema),
    notVisible: TextSchema,
  })
  .meta({ id: 'Overlaps' });

/** What partners ask one another is between them. */
export const NOT_VISIBLE: Text = {
  zh: '只比对本市的请求、伙伴向本市提出的请求和已通报的事件；伙伴之间的请求、伙伴从别处收到的请求，本市看不到。',
  en: 'Compared are the requests of this city, those that partners place with it, and incidents that were shared; what partners ask of one another, and who else asks them, cannot be seen from here.',
};
