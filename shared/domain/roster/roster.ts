import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { decideRoster } from './decide-roster.ts';
import { evolveRoster } from './evolve-roster.ts';
import { rosterDueAt } from './roster-clock.ts';
import type { RosterCommand } from './roster-commands.ts';
import { type RosterEvent, RosterEventSchema } from './roster-events.ts';
import { rosterListings } from './roster-listings.ts';
import { type RosterState, RosterStateSchema } from './roster-state.ts';

/** An agency's duty is the agency's to see to: the city is told, and need not drop everything. */
const notices = (event: RosterEvent, { kind, office: { name } }: RosterState): readonly NoticeDraft[] => {
  const pressing = kind === 'city' ? urgent : routine;
  switch (event.type) {
    case 'dutyGapComing':
      return [
        pressing(
          `“${name}”自${event.from}起无人值班，请尽快排班。`,
          `From ${event.from} on nobody is on duty in "${name}"; have the roster filled.`,
        ),
      ];
    case 'dutyGapBegun':
      return [
        urgent(
          `“${name}”自${event.from}起无人值班，请按联系顺序呼叫。`,
          `Nobody has been on duty in "${name}" since ${event.from}; ring those next in order.`,
        ),
      ];
    case 'handoverLate':
      return [
        pressing(
          `“${name}”自${event.shift}开始的班次尚未交接班，请核实接班人员是否到岗。`,
          `The shift of "${name}" that began at ${event.shift} has not taken over; see whether those on duty are there.`,
        ),
      ];
    default:
      return [];
  }
};

/** Who is on duty when in an office of this city: its duty room, or a partner agency. */
export const roster: Aggregate<RosterState, RosterCommand, RosterEvent> = {
  kind: 'roster',
  stateSchema: RosterStateSchema,
  eventSchema: RosterEventSchema,
  decide: decideRoster,
  evolve: evolveRoster,
  dueAt: rosterDueAt,
  listings: rosterListings,
  notices,
  isExercise: () => false,
};
