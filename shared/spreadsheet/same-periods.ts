import { sameContent } from '../domain/request/same-content.ts';
import { type AvailabilityPeriod, inOrderOfTime } from '../domain/vocabulary/availability.ts';

/** @returns whether the periods of a row are those of an entry, in whatever order they were written. */
export const samePeriods = (written: readonly AvailabilityPeriod[], kept: readonly AvailabilityPeriod[]): boolean =>
  sameContent(inOrderOfTime(written) ?? written, kept);
