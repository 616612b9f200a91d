import type { Instant } from '../kernel/instant.ts';
import { gapsOf, withoutPast, withShifts } from './duty-time.ts';
import type { RosterEvent, RosterEventOf } from './roster-events.ts';
import type { KeptRoster, KeptShift, RosterState } from './roster-state.ts';

/** What was told of a gap is forgotten when the gap is filled, so that it is told of again when it opens again. */
const withPlan = (roster: KeptRoster, shifts: readonly KeptShift[], now: Instant): KeptRoster => {
  const kept = withoutPast(shifts, now);
  const gaps = gapsOf(kept);
  return { ...roster, shifts: kept, gapsToldOf: roster.gapsToldOf.filter((gap) => gaps.includes(gap)) };
};

const handedOver = (roster: KeptRoster, { shift, handover }: RosterEventOf<'dutyHandedOver'>): KeptRoster =>
  withPlan(
    roster,
    roster.shifts.map((each) => (each.from === shift ? { ...each, handover } : each)),
    handover.at,
  );

const established = (
  roster: RosterState | undefined,
  { id, kind, office, at }: RosterEventOf<'rosterEstablished'>,
): KeptRoster => ({
  ...{ status: 'kept', id, kind, office },
  ...{ shifts: withoutPast(roster?.shifts ?? [], at), watchedUntil: at, gapsToldOf: [] },
});

const discontinued = (roster: KeptRoster, { reason, at }: RosterEventOf<'rosterDiscontinued'>): RosterState => ({
  ...roster,
  status: 'discontinued',
  reason,
  discontinuedAt: at,
});

/** @returns the roster after an event. */
export const evolveRoster = (roster: RosterState | undefined, event: RosterEvent): RosterState => {
  if (event.type === 'rosterEstablished') return established(roster, event);
  if (roster?.status !== 'kept') throw new Error(`${event.type} happens to rosters that are kept only`);
  switch (event.type) {
    case 'dutyOfficeChanged':
      return { ...roster, office: event.office };
    case 'shiftsPlanned':
      return withPlan(roster, withShifts(roster.shifts, event.shifts), event.at);
    case 'shiftRemoved':
      return withPlan(
        roster,
        roster.shifts.filter(({ from }) => from !== event.from),
        event.at,
      );
    case 'dutyHandedOver':
      return handedOver(roster, event);
    case 'dutyLinesRead':
      return roster;
    case 'rosterDiscontinued':
      return discontinued(roster, event);
    case 'dutyGapComing':
      return { ...roster, watchedUntil: event.at, gapsToldOf: [...roster.gapsToldOf, event.from] };
    case 'dutyGapBegun':
    case 'handoverLate':
    case 'rosterWatched':
      return { ...roster, watchedUntil: event.at };
  }
};
