import * as z from 'zod';
import type { Instant } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import type { Text } from '../kernel/text.ts';
import { isXmlText } from '../kernel/words.ts';

/** @returns a schema of text of which something must hold, said in both languages where it does not. */
export const ruledText = (holds: (text: string) => boolean, text: Text) => z.string().refine(holds, refinement(text));

/** Text as CAP has it: whatever XML can carry, even nothing. */
export const CapTextSchema = ruledText(isXmlText, { zh: '不得含有控制字符', en: 'control characters are not allowed' });

/** Text that says something. */
export const CapWordsSchema = CapTextSchema.refine(
  (text) => text.trim() !== '',
  refinement({ zh: '不得为空', en: 'something must be written here' }),
);

/** A name in a reference: CAP keeps spaces, commas, `<` and `&` out of it, as commas and spaces part references. */
export const CapNameSchema = ruledText((text) => /^[^\s,<&]+$/.test(text) && isXmlText(text), {
  zh: '不得为空，不得含空格、逗号、< 或 &',
  en: 'neither empty nor with spaces, commas, < or &',
});

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/;

/** @returns what the fields of a moment say, put together again by the calendar. */
const isRealMoment = (text: string): boolean => {
  const local = text.slice(0, 19);
  const milliseconds = Date.parse(`${local}Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().slice(0, 19) === local;
};

/** A moment of CAP 1.2: with the offset of the place, never `Z`, no fractions of a second. */
export const CapMomentSchema = z
  .string()
  .trim()
  .refine(
    (text) => MOMENT.test(text) && isRealMoment(text) && !Number.isNaN(Date.parse(text)),
    refinement({
      zh: '须形如 2026-07-15T08:00:00+08:00：带时差，不得用 Z，不得有小数秒',
      en: 'must be like 2026-07-15T08:00:00+08:00: with an offset, without Z or fractions of a second',
    }),
  );

/** @returns the moment as the service compares it. */
export const instantOf = (moment: string): Instant => new Date(Date.parse(moment)).toISOString();

const HOUR_MINUTES = 60;

/**
 * @param offsetMinutes of the place that writes it; China's by default.
 * @returns the moment as CAP writes it.
 */
export const capMoment = (instant: Instant, offsetMinutes = 8 * HOUR_MINUTES): string => {
  const local = new Date(Date.parse(instant) + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offsetMinutes);
  const digits = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${local}${offsetMinutes > 0 ? '+' : '-'}${digits(minutes / HOUR_MINUTES)}:${digits(minutes % HOUR_MINUTES)}`;
};
