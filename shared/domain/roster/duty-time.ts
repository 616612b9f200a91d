import { DAY_MS, type Instant, plus } from '../kernel/instant.ts';
import { type DutyPerson, type KeptShift, MAXIMUM_SHIFTS, type RosterShift } from './roster-state.ts';

/** How long the shifts that are over stay in a roster, and how many of them leave it at once: what fits a transaction. */
const PAST_KEPT_MS = 31 * DAY_MS;
const LEAVING_AT_ONCE = 6;

/** @returns the shift that a moment falls into: its beginning counts, its end does not. */
export const shiftAt = (shifts: readonly KeptShift[], at: Instant): KeptShift | undefined =>
  shifts.find(({ from, until }) => from <= at && at < until);

/** @returns the shift that ends where another begins and has somebody to hand over, if there is one. */
export const shiftBefore = (shifts: readonly KeptShift[], { from }: KeptShift): KeptShift | undefined =>
  shifts.find((earlier) => earlier.until === from && earlier.onDuty.length > 0);

/** @returns everybody of a shift, in the order in which they are rung: those on duty, then who leads. */
export const peopleOf = ({ onDuty, lead }: RosterShift): readonly DutyPerson[] => [
  ...onDuty,
  ...(lead === undefined ? [] : [lead]),
];

const isStaffedAt = (shifts: readonly KeptShift[], at: Instant): boolean =>
  (shiftAt(shifts, at)?.onDuty.length ?? 0) > 0;

/**
 * @returns the moments from which on nobody is on duty, in order: where a shift ends and none follows, where the next has nobody,
 * and where a shift that was planned begins with nobody.
 */
export const gapsOf = (shifts: readonly KeptShift[]): readonly Instant[] => {
  const candidates = shifts.map(({ from, until, onDuty }) => (onDuty.length > 0 ? until : from));
  return [...new Set(candidates)].filter((at) => !isStaffedAt(shifts, at)).sort();
};

/** @returns whether nobody is on duty at a moment. */
export const isGapAt = (shifts: readonly KeptShift[], at: Instant): boolean => !isStaffedAt(shifts, at);

/** @returns the first of two shifts of which the one begins before the other ends; they come in order of time. */
export const firstOverlap = (shifts: readonly KeptShift[]): readonly [KeptShift, KeptShift] | undefined => {
  for (const [index, shift] of shifts.entries()) {
    const next = shifts[index + 1];
    if (next && next.from < shift.until) return [shift, next];
  }
  return undefined;
};

/** @returns the shifts with others planned into them, in order of time; one that begins when another does takes its place. */
export const withShifts = (shifts: readonly KeptShift[], planned: readonly RosterShift[]): readonly KeptShift[] => {
  const byBeginning = new Map<Instant, KeptShift>(shifts.map((shift) => [shift.from, shift]));
  for (const shift of planned) {
    const handover = byBeginning.get(shift.from)?.handover;
    byBeginning.set(shift.from, { ...shift, ...(handover === undefined ? {} : { handover }) });
  }
  return [...byBeginning.values()].sort((left, right) => (left.from < right.from ? -1 : 1));
};

/** @returns the shifts without the oldest that are over, as far as they need not be kept any more. */
export const withoutPast = (shifts: readonly KeptShift[], now: Instant): KeptShift[] => {
  const excess = shifts.length - MAXIMUM_SHIFTS;
  const leaving = shifts
    .filter(({ until }, index) => until < plus(now, -PAST_KEPT_MS) || (until <= now && index < excess))
    .slice(0, LEAVING_AT_ONCE);
  return shifts.filter((shift) => !leaving.includes(shift));
};
