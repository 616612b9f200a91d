import * as z from 'zod';
import { chinaDate, chinaTime } from '../kernel/china-time.ts';
import { DAY_MS, type Instant, plus } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import type { Urgency } from './importance.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:mm');

/** When somebody does not want to be disturbed, by the clock in China; it may go over midnight. */
export const QuietHoursSchema = z
  .strictObject({ from: timeOfDay, until: timeOfDay })
  .refine(({ from, until }) => from !== until, {
    path: ['until'],
    ...refinement({ zh: '免打扰时段的起止不能相同', en: 'quiet hours must not end when they begin' }),
  })
  .meta({ id: 'QuietHours' });
export type QuietHours = z.infer<typeof QuietHoursSchema>;

/**
 * @returns when somebody may next be told of a notice: at once of what is urgent and outside the quiet hours, else when these end.
 */
export const tellableAt = (quiet: QuietHours | undefined, urgency: Urgency, now: Instant): Instant => {
  if (quiet === undefined || urgency === 'urgent') return now;
  const beginnings = [plus(now, -DAY_MS), now].map((day) => chinaTime(chinaDate(day), quiet.from));
  const endAfter = (beginning: Instant): Instant => {
    const sameDay = chinaTime(chinaDate(beginning), quiet.until);
    return sameDay > beginning ? sameDay : chinaTime(chinaDate(plus(beginning, DAY_MS)), quiet.until);
  };
  const begun = beginnings.find((beginning) => beginning <= now && now < endAfter(beginning));
  return begun === undefined ? now : endAfter(begun);
};
