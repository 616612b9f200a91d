import { AGENCY_REFUSALS } from '../agency/agency-refusals.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { HOUR_MS, type Instant, plus } from '../kernel/instant.ts';
import { firstOverlap, peopleOf, shiftAt, shiftBefore, withoutPast, withShifts } from './duty-time.ts';
import { decideRosterClock } from './roster-clock.ts';
import type {
  EstablishRoster,
  HandOver,
  PlanShifts,
  RemoveShift,
  RosterCommand,
  ShowLines,
} from './roster-commands.ts';
import type { RosterEvent } from './roster-events.ts';
import { ROSTER_REFUSALS as REFUSALS } from './roster-refusals.ts';
import { type KeptRoster, type KeptShift, MAXIMUM_SHIFTS, type RosterState } from './roster-state.ts';

type RosterDecision = Decision<RosterEvent>;

/** How long before a shift begins it can be taken over, milliseconds. */
const EARLIEST_HANDOVER_MS = 2 * HOUR_MS;

const establish = (
  roster: RosterState | undefined,
  { id, of, office }: EstablishRoster,
  at: Instant,
): RosterDecision => {
  if (roster?.status === 'kept') return refuse(REFUSALS.exists);
  if (of && !of.agency) return refuse(AGENCY_REFUSALS.unknown, {}, '/agencyId');
  if (of?.agency?.status === 'retired')
    return refuse(AGENCY_REFUSALS.retired, { agency: of.agency.details.name }, '/agencyId');
  return accept({ type: 'rosterEstablished', id, kind: of ? 'agency' : 'city', office, at });
};

/** @returns why shifts cannot be planned one by one: over, or named twice. */
const refusedShift = ({ shifts }: PlanShifts, now: Instant): RosterDecision | undefined => {
  for (const [index, { from: begin, until }] of shifts.entries()) {
    if (until <= now) return refuse(REFUSALS.shiftOver, { begin }, `/shifts/${index}`);
    if (shifts.findIndex(({ from }) => from === begin) < index)
      return refuse(REFUSALS.shiftTwice, { begin }, `/shifts/${index}/from`);
  }
  return undefined;
};

const planShifts = (roster: KeptRoster, command: PlanShifts, now: Instant): RosterDecision => {
  const refused = refusedShift(command, now);
  if (refused) return refused;
  const begun = command.shifts.findIndex(({ from }) => {
    const shift = roster.shifts.find((each) => each.from === from);
    return shift !== undefined && shift.until <= now;
  });
  if (begun >= 0) return refuse(REFUSALS.shiftOver, { begin: command.shifts[begun]?.from ?? '' }, `/shifts/${begun}`);
  const planned = withShifts(roster.shifts, command.shifts);
  const overlap = firstOverlap(planned);
  if (overlap) return refuse(REFUSALS.shiftsOverlap, { begin: overlap[0].from, other: overlap[1].from }, '/shifts');
  return withoutPast(planned, now).length > MAXIMUM_SHIFTS
    ? refuse(REFUSALS.rosterFull, { maximum: MAXIMUM_SHIFTS }, '/shifts')
    : accept({ type: 'shiftsPlanned', shifts: [...command.shifts], at: now });
};

const removeShift = ({ shifts }: KeptRoster, { from, reason }: RemoveShift, now: Instant): RosterDecision => {
  if (!shifts.some((shift) => shift.from === from)) return refuse(REFUSALS.shiftUnknown, {}, '/from');
  return from <= now
    ? refuse(REFUSALS.shiftBegun, { begin: from }, '/from')
    : accept({ type: 'shiftRemoved', from, reason, at: now });
};

const isOn = (shift: KeptShift, person: string): boolean => peopleOf(shift).some(({ name }) => name === person);

/** @returns the shift a handover is to; the present one unless it is named. */
const takingOver = ({ shifts }: KeptRoster, { shift }: HandOver, now: Instant): KeptShift | undefined =>
  shift === undefined ? shiftAt(shifts, now) : shifts.find(({ from }) => from === shift);

const handOver = (roster: KeptRoster, command: HandOver, now: Instant): RosterDecision => {
  const { shift: named, handedOverBy, takenOverBy, notes } = command;
  const shift = takingOver(roster, command, now);
  if (!shift)
    return named === undefined
      ? refuse(REFUSALS.nobodyOnDuty, { office: roster.office.name })
      : refuse(REFUSALS.shiftUnknown, {}, '/shift');
  const begin = shift.from;
  if (shift.until <= now) return refuse(REFUSALS.shiftOver, { begin }, '/shift');
  if (now < plus(begin, -EARLIEST_HANDOVER_MS)) return refuse(REFUSALS.handoverTooEarly, { begin }, '/shift');
  if (shift.handover) return refuse(REFUSALS.handedOver, { at: shift.handover.at });
  const before = shiftBefore(roster.shifts, shift);
  if (!before) return refuse(REFUSALS.nothingToTakeOver);
  if (!isOn(before, handedOverBy)) return refuse(REFUSALS.notOnTheShift, { person: handedOverBy }, '/handedOverBy');
  if (!isOn(shift, takenOverBy)) return refuse(REFUSALS.notOnTheShift, { person: takenOverBy }, '/takenOverBy');
  return accept({ type: 'dutyHandedOver', shift: begin, handover: { at: now, handedOverBy, takenOverBy, notes } });
};

const showLines = ({ at, reason }: ShowLines, now: Instant): RosterDecision =>
  accept({ type: 'dutyLinesRead', for: at ?? now, reason });

/** @returns what a command on a roster comes to. */
export const decideRoster = (
  roster: RosterState | undefined,
  command: RosterCommand,
  { now }: Circumstances,
): RosterDecision => {
  if (command.type === 'establish') return establish(roster, command, now);
  if (!roster) return refuse(REFUSALS.unknown);
  if (command.type === 'clock-ran-out') return decideRosterClock(roster, now);
  if (roster.status === 'discontinued') return refuse(REFUSALS.discontinued, { office: roster.office.name });
  switch (command.type) {
    case 'change-office':
      return accept({ type: 'dutyOfficeChanged', office: command.office });
    case 'plan-shifts':
      return planShifts(roster, command, now);
    case 'remove-shift':
      return removeShift(roster, command, now);
    case 'hand-over':
      return handOver(roster, command, now);
    case 'show-lines':
      return showLines(command, now);
    case 'discontinue':
      return accept({ type: 'rosterDiscontinued', reason: command.reason, at: now });
  }
};
