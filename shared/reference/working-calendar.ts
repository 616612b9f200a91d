import type { WorkingCalendar } from '../domain/deadline/city-rules.ts';

/** Days off of a year, and weekend days worked instead, as the State Council's General Office announces them each autumn. */
interface YearOff {
  readonly year: number;
  /** First and last day, month-day. */
  readonly off: readonly (readonly [from: string, to: string])[];
  readonly worked: readonly string[];
}

const YEARS: readonly YearOff[] = [
  {
    year: 2025,
    off: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  {
    year: 2026,
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
];

const DAY_MS = 86_400_000;

const daysOf = (year: number, [from, to]: readonly [string, string]): readonly string[] => {
  const first = Date.parse(`${year}-${from}`);
  const days = (Date.parse(`${year}-${to}`) - first) / DAY_MS + 1;
  return Array.from({ length: days }, (_, day) => new Date(first + day * DAY_MS).toISOString().slice(0, 10));
};

/** The working days of China as announced; a year that is not here yet has its weekends off only. */
export const CHINA_CALENDAR: WorkingCalendar = {
  years: YEARS.map(({ year }) => year),
  holidays: new Set(YEARS.flatMap(({ year, off }) => off.flatMap((range) => daysOf(year, range)))),
  workedWeekends: new Set(YEARS.flatMap(({ year, worked }) => worked.map((day) => `${year}-${day}`))),
};
