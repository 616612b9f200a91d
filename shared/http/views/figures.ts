import * as z from 'zod';
import { COUNTS, type Count, type Counters, type MeasuredTime } from '../../domain/figures/counters.ts';
import { FigureCellSchema } from '../../domain/figures/figure-cell.ts';
import { quantile } from '../../domain/figures/histogram.ts';
import { MINUTE_MS } from '../../domain/kernel/instant.ts';
import { TextSchema } from '../../domain/kernel/text.ts';

/** A distribution by what buckets tell: minutes within which a share of the times lies; left out where it is beyond ten days. */
const SpreadSchema = z
  .strictObject({
    medianMinutes: z.int().min(0).optional(),
    ninetyPercentMinutes: z.int().min(0).optional(),
  })
  .meta({ id: 'TimeSpread' });
type Spread = z.infer<typeof SpreadSchema>;

/** Between nought and one, to three places. */
const ShareSchema = z.number().min(0);

/** What is figured of one subject, kind or month. What nothing is known of is left out. */
export const FiguresSchema = z
  .strictObject({
    ...(Object.fromEntries(COUNTS.map((count) => [count, z.int()])) as Record<Count, z.ZodInt>),
    /** Filled of asked. */
    fillRate: ShareSchema.optional(),
    /** Answered by the deadline, of answered and unanswered. */
    repliedInTimeRate: ShareSchema.optional(),
    /** Arrived by the time promised, of arrived. */
    arrivedInTimeRate: ShareSchema.optional(),
    reply: SpreadSchema.optional(),
    arrival: SpreadSchema.optional(),
    delay: SpreadSchema.optional(),
  })
  .meta({ id: 'Figures' });
export type Figures = z.infer<typeof FiguresSchema>;

const cell = FigureCellSchema.shape;

/** A line of figures: of one subject, kind or month, all others added up. */
export const FigureItemSchema = z
  .strictObject({
    subject: cell.subject.optional(),
    name: TextSchema.optional(),
    kind: cell.kind.optional(),
    month: cell.month.optional(),
    figures: FiguresSchema,
  })
  .meta({ id: 'FigureItem' });
export type FigureItem = z.infer<typeof FigureItemSchema>;

const inMinutes = (counters: Counters, time: MeasuredTime, share: number): number | undefined => {
  const atMost = quantile(counters, time, share)?.atMost;
  return atMost === undefined ? undefined : Math.ceil(atMost / MINUTE_MS);
};

const spreadOf = (counters: Counters, time: MeasuredTime): Spread | undefined => {
  if (quantile(counters, time, 0.5) === undefined) return undefined;
  const median = inMinutes(counters, time, 0.5);
  const most = inMinutes(counters, time, 0.9);
  return {
    ...(median === undefined ? {} : { medianMinutes: median }),
    ...(most === undefined ? {} : { ninetyPercentMinutes: most }),
  };
};

const rate = (part: number, whole: number): number | undefined =>
  whole > 0 ? Math.round((part / whole) * 1000) / 1000 : undefined;

/** @returns what people read of counters. */
export const figuresView = (counters: Counters): Figures => {
  const counts = Object.fromEntries(COUNTS.map((count) => [count, counters[count] ?? 0])) as Record<Count, number>;
  const { asked, filled, answered, answeredInTime, unanswered, arrived, arrivedInTime } = counts;
  const derived = {
    fillRate: rate(filled, asked),
    repliedInTimeRate: rate(answeredInTime, answered + unanswered),
    arrivedInTimeRate: rate(arrivedInTime, arrived),
    reply: spreadOf(counters, 'reply'),
    arrival: spreadOf(counters, 'arrival'),
    delay: spreadOf(counters, 'delay'),
  };
  const known = Object.fromEntries(Object.entries(derived).filter(([, value]) => value !== undefined));
  return { ...counts, ...known };
};
