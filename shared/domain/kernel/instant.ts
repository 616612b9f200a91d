import * as z from 'zod';

/** @returns the moment in UTC with milliseconds; what is no moment stays as it is, for the checks to refuse. */
const inUtc = (text: string): string => {
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? text : new Date(milliseconds).toISOString();
};

/**
 * A moment as the service stores and compares it: ISO 8601 in UTC with milliseconds, so that text order is time order.
 * Input may carry any offset (duty rooms write +08:00) and is normalised.
 */
export const InstantSchema = z.iso
  .datetime({ offset: true })
  .overwrite(inUtc)
  .refine((text) => !/^[+-]/.test(text), 'the year has four digits in UTC')
  .meta({ id: 'Instant', description: 'ISO 8601 with offset; stored as UTC with milliseconds' });
export type Instant = z.infer<typeof InstantSchema>;

/** Lengths of time, milliseconds. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** @returns the moment `ms` milliseconds after `instant` (before it when negative). */
export const plus = (instant: Instant, ms: number): Instant => new Date(Date.parse(instant) + ms).toISOString();

/** @returns milliseconds from `from` to `to`; negative when `to` is earlier. */
export const millisecondsBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** @returns the earliest of the given moments, leaving out those that are undefined. */
export const earliest = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.reduce<Instant | undefined>(
    (first, next) => (next !== undefined && (first === undefined || next < first) ? next : first),
    undefined,
  );

/** @returns the latest of the given moments, leaving out those that are undefined. */
export const latest = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.reduce<Instant | undefined>(
    (last, next) => (next !== undefined && (last === undefined || next > last) ? next : last),
    undefined,
  );
