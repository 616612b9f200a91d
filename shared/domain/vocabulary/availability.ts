import * as z from 'zod';
import { type Instant, InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { reason } from '../kernel/refusal.ts';
import { wordsSchema } from '../kernel/words.ts';

/** A period for which something was arranged. A team or an expert is available outside all of its periods, and in those that say so. */
export const AvailabilityPeriodSchema = z
  .strictObject({ from: InstantSchema, until: InstantSchema, available: z.boolean(), reason: wordsSchema(500) })
  .refine(({ from, until }) => from < until, {
    path: ['until'],
    ...refinement({ zh: '时段结束须晚于开始', en: 'the period must end after it begins' }),
  })
  .meta({ id: 'AvailabilityPeriod' });
export type AvailabilityPeriod = z.infer<typeof AvailabilityPeriodSchema>;

/** Why periods are refused that contradict one another. */
export const PERIODS_OVERLAP = reason('availability-periods-overlap', 'invalid', {
  zh: '可用时段不得互相重叠。',
  en: 'The periods must not overlap one another.',
});

/** @returns the periods in order of time, or `undefined` when one overlaps another. */
export const inOrderOfTime = (periods: readonly AvailabilityPeriod[]): AvailabilityPeriod[] | undefined => {
  const ordered = [...periods].sort((left, right) => (left.from < right.from ? -1 : 1));
  const overlaps = ordered.some((period, index) => period.until > (ordered[index + 1]?.from ?? period.until));
  return overlaps ? undefined : ordered;
};

/** @returns the first period that is not available within the time wanted, both ends of which count. */
export const blockedWithin = (
  periods: readonly AvailabilityPeriod[],
  { from, until }: { readonly from: Instant; readonly until: Instant },
): AvailabilityPeriod | undefined =>
  periods.find((period) => !period.available && period.from <= until && from < period.until);

/** @returns the times, in the same order, in which it cannot be had; their reasons are nobody else's business. */
export const blockedPeriods = (periods: readonly AvailabilityPeriod[]): { from: Instant; until: Instant }[] =>
  periods.flatMap(({ available, from, until }) => (available ? [] : [{ from, until }]));
