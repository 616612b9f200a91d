import { chinaDate, chinaTime } from '../kernel/china-time.ts';
import { DAY_MS, type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import type { CityRules, DueRule, WorkingCalendar } from './city-rules.ts';
import type { HandOff } from './hand-off.ts';

/** When the offices close: a deadline of working days ends then, on its last day. */
export const OFFICE_DAY_ENDS = '18:00';

const SATURDAY = 6;
const SUNDAY = 0;

const dayAfter = (date: string): string => plus(`${date}T00:00:00.000Z`, DAY_MS).slice(0, 10);

/** @returns whether the offices work on a date: weekends are off unless worked instead of a holiday, holidays are off. */
export const isWorkingDay = (date: string, { holidays, workedWeekends }: WorkingCalendar): boolean => {
  if (workedWeekends.has(date)) return true;
  const day = new Date(`${date}T00:00:00.000Z`).getUTCDay();
  return day !== SATURDAY && day !== SUNDAY && !holidays.has(date);
};

/** The day something begins on does not count (Civil Code, article 201); so many working days later the time is up. */
const afterWorkingDays = (since: Instant, days: number, calendar: WorkingCalendar): Instant => {
  let date = chinaDate(since);
  for (let counted = 0; counted < days; ) {
    date = dayAfter(date);
    if (isWorkingDay(date, calendar)) counted += 1;
  }
  return chinaTime(date, OFFICE_DAY_ENDS);
};

/** The next time the clock on the wall shows it, after the moment and not at it. */
const nextClockTime = (since: Instant, time: string): Instant => {
  const today = chinaTime(chinaDate(since), time);
  return today > since ? today : chinaTime(dayAfter(chinaDate(since)), time);
};

/** @returns the moment by which something that began at `since` is due under a rule. */
export const dueUnder = (rule: DueRule, since: Instant, calendar: WorkingCalendar): Instant => {
  if ('at' in rule) return nextClockTime(since, rule.time);
  return rule.after === 'minutes'
    ? plus(since, rule.minutes * MINUTE_MS)
    : afterWorkingDays(since, rule.days, calendar);
};

/** @returns the moment by which a hand-off that began at `since` is due by the city's table; `undefined` where it has no time of its own there. */
export const dueBy = (
  { handOffs, calendar }: Pick<CityRules, 'handOffs' | 'calendar'>,
  handOff: HandOff,
  since: Instant,
): Instant | undefined => {
  const { due } = handOffs[handOff];
  return due && dueUnder(due, since, calendar);
};
