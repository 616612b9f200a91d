import { chinaDate, chinaTime } from '../../../shared/domain/kernel/china-time.ts';
import { DAY_MS, type Instant, plus } from '../../../shared/domain/kernel/instant.ts';

interface Spell {
  readonly from: Instant;
  readonly until: Instant;
}

/** A day as duty rooms count, from midnight to midnight in China. */
export interface DutyDay<S> {
  /** `2026-10-01`. */
  readonly date: string;
  /** The shifts that begin on it. */
  readonly shifts: readonly S[];
  /** Those of the days before that go on into it. */
  readonly goingOn: readonly S[];
}

const DAYS_OF_A_WEEK = 7;

/** Day of the week from Monday, 0, to Sunday, 6; 1 January 1970 was a Thursday. */
const weekday = (date: string): number => (Math.floor(Date.parse(date) / DAY_MS) + 3) % DAYS_OF_A_WEEK;

/** @returns the date so many days later. */
export const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** @returns the date of the Monday of the week that a moment falls into in China. */
export const mondayOf = (at: Instant): string => {
  const date = chinaDate(at);
  return daysLater(date, -weekday(date));
};

/** @returns the seven days from a Monday on, each with the shifts that begin on it or go on into it, in order of time. */
export const weekFrom = <S extends Spell>(monday: string, shifts: readonly S[]): readonly DutyDay<S>[] =>
  Array.from({ length: DAYS_OF_A_WEEK }, (_, day) => {
    const date = daysLater(monday, day);
    const begins = chinaTime(date, '00:00');
    const ends = plus(begins, DAY_MS);
    return {
      date,
      shifts: shifts.filter(({ from }) => from >= begins && from < ends),
      goingOn: shifts.filter(({ from, until }) => from < begins && until > begins),
    };
  });

/** @returns shifts that follow one another without a gap, all of them as long as the first and with the same people. */
export const seriesOf = <S extends Spell>(first: S, count: number): readonly S[] => {
  const length = Date.parse(first.until) - Date.parse(first.from);
  return Array.from({ length: count }, (_, n) => ({
    ...first,
    from: plus(first.from, n * length),
    until: plus(first.until, n * length),
  }));
};
