import { accept, type Decision } from '../kernel/decision.ts';
import { DAY_MS, earliest, type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import { gapsOf, isGapAt, shiftBefore } from './duty-time.ts';
import type { RosterEvent } from './roster-events.ts';
import type { KeptRoster, KeptShift, RosterState } from './roster-state.ts';

/** How long before nobody is on duty the duty room is told, milliseconds. */
const GAP_NOTICE_MS = DAY_MS;

/** How long after a shift has begun its taking over must have been recorded, milliseconds. */
const HANDOVER_MS = 30 * MINUTE_MS;

/** @returns when the duty room must be told of a gap: a day before it, unless it was, and when it begins. */
const gapDueAt = ({ gapsToldOf }: KeptRoster, gap: Instant): Instant =>
  gapsToldOf.includes(gap) ? gap : plus(gap, -GAP_NOTICE_MS);

/** The shifts that should have been taken over by a moment after `watchedUntil`, and have not been. */
const awaitingHandover = ({ shifts, watchedUntil }: KeptRoster): readonly KeptShift[] =>
  shifts.filter(
    (shift) =>
      shift.handover === undefined &&
      shift.onDuty.length > 0 &&
      plus(shift.from, HANDOVER_MS) > watchedUntil &&
      shiftBefore(shifts, shift) !== undefined,
  );

const gapsToCome = ({ shifts, watchedUntil }: KeptRoster): readonly Instant[] =>
  gapsOf(shifts).filter((gap) => gap > watchedUntil);

/** @returns the next moment at which the clock must look at a roster, if any. */
export const rosterDueAt = (roster: RosterState): Instant | undefined =>
  roster.status === 'discontinued'
    ? undefined
    : earliest(
        ...gapsToCome(roster).map((gap) => gapDueAt(roster, gap)),
        ...awaitingHandover(roster).map(({ from }) => plus(from, HANDOVER_MS)),
      );

const gapEvents = (roster: KeptRoster, now: Instant): readonly RosterEvent[] =>
  gapsToCome(roster).flatMap((from): RosterEvent[] => {
    if (from <= now) return isGapAt(roster.shifts, now) ? [{ type: 'dutyGapBegun', from, at: now }] : [];
    return !roster.gapsToldOf.includes(from) && gapDueAt(roster, from) <= now
      ? [{ type: 'dutyGapComing', from, at: now }]
      : [];
  });

const handoverEvents = (roster: KeptRoster, now: Instant): readonly RosterEvent[] =>
  awaitingHandover(roster)
    .filter(({ from, until }) => plus(from, HANDOVER_MS) <= now && now < until)
    .map(({ from }) => ({ type: 'handoverLate', shift: from, at: now }));

/** The clock: gaps that begin or are near, duties that were not handed over. Each is told of once. */
export const decideRosterClock = (roster: RosterState, now: Instant): Decision<RosterEvent> => {
  const dueAt = rosterDueAt(roster);
  if (roster.status === 'discontinued' || dueAt === undefined || dueAt > now) return accept();
  const events = [...gapEvents(roster, now), ...handoverEvents(roster, now)];
  return accept(...(events.length > 0 ? events : [{ type: 'rosterWatched' as const, at: now }]));
};
