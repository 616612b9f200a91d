import { DAY_MS, HOUR_MS, type Instant } from '../domain/kernel/instant.ts';
import { type Cell, CellProblem } from './cell.ts';

/** Cells hold the time of the duty rooms: China's, which is UTC+8 all year and everywhere. */
const OFFSET_MS = 8 * HOUR_MS;

const PATTERN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?$/;

const notAMoment = (text: string): CellProblem =>
  new CellProblem({
    zh: `“${text}”不是日期或时间，应写作 2027-06-30 或 2027-06-30 18:00`,
    en: `"${text}" is no date or time, which are written 2027-06-30 or 2027-06-30 18:00`,
  });

/** @returns the moment that was written, and whether it was a day only. */
const read = (text: string): { milliseconds: number; isDay: boolean } => {
  const written = PATTERN.exec(text.normalize('NFKC').trim());
  if (!written) throw notAMoment(text);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = written
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const milliseconds = Date.UTC(year, month - 1, day, hour, minute, second, Number((written[7] ?? '').padEnd(3, '0')));
  const date = new Date(milliseconds);
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!isReal || year < 1900) throw notAMoment(text);
  return { milliseconds: milliseconds - OFFSET_MS, isDay: written[4] === undefined };
};

/** @returns the moment as duty rooms write it, with seconds and less only where there are any. */
const written = (milliseconds: number): string => {
  const text = new Date(milliseconds + OFFSET_MS).toISOString().replace('T', ' ').replace('Z', '');
  return text.replace(/\.000$/, '').replace(/:00$/, '');
};

const isMidnight = (milliseconds: number): boolean => (milliseconds + OFFSET_MS) % DAY_MS === 0;
const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

/** The moment at which something begins: a day begins at midnight. */
export const fromMoment: Cell<Instant> = {
  read: (text) => instantOf(read(text).milliseconds),
  write: (instant) => written(Date.parse(instant)).replace(/ 00:00$/, ''),
  notation: {
    zh: '2027-06-30 或 2027-06-30 18:00（北京时间；只写日期即从当日零时起）',
    en: '2027-06-30 or 2027-06-30 18:00 (UTC+8; a date alone: from its midnight on)',
  },
};

/** The moment at which something ends: a day that is named is still part of it. */
export const untilMoment: Cell<Instant> = {
  read: (text) => {
    const { milliseconds, isDay } = read(text);
    return instantOf(isDay ? milliseconds + DAY_MS : milliseconds);
  },
  write: (instant) => {
    const milliseconds = Date.parse(instant);
    return isMidnight(milliseconds) ? written(milliseconds - DAY_MS).replace(/ 00:00$/, '') : written(milliseconds);
  },
  notation: {
    zh: '2027-06-30 或 2027-06-30 18:00（北京时间；只写日期即含当日）',
    en: '2027-06-30 or 2027-06-30 18:00 (UTC+8; a date alone: to the end of that day)',
  },
};
