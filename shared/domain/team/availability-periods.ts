import type { AvailabilityPeriod } from './team-state.ts';

/** @returns the periods in order of time, or `undefined` when any two of them overlap. */
export const periodsInOrder = (periods: readonly AvailabilityPeriod[]): AvailabilityPeriod[] | undefined => {
  const inOrder = [...periods].sort((left, right) => (left.from < right.from ? -1 : 1));
  const overlaps = inOrder.some((period, index) => period.until > (inOrder[index + 1]?.from ?? period.until));
  return overlaps ? undefined : inOrder;
};
