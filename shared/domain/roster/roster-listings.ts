import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { DAY_MS, type Instant, InstantSchema, plus } from '../kernel/instant.ts';
import {
  type DutyPerson,
  DutyPersonSchema,
  type KeptShift,
  OfficeDetailsSchema,
  OfficeKindSchema,
  type RosterState,
} from './roster-state.ts';

/** Somebody on a roster as lists show them: who, not how to reach them. */
export const NamedPersonSchema = DutyPersonSchema.pick({ name: true, position: true }).meta({ id: 'NamedDutyPerson' });
export type NamedPerson = z.infer<typeof NamedPersonSchema>;

/** @returns a person without telephone and sign-in. */
export const namedPerson = ({ name, position }: DutyPerson): NamedPerson => ({
  name,
  ...(position === undefined ? {} : { position }),
});

/** An office as the list of offices shows it. */
export const OfficeCardSchema = z
  .strictObject({
    officeId: z.uuid(),
    kind: OfficeKindSchema,
    name: OfficeDetailsSchema.shape.name,
    line: OfficeDetailsSchema.shape.line,
    escalation: z.array(NamedPersonSchema),
  })
  .meta({ id: 'DutyOfficeCard' });
export type OfficeCard = z.infer<typeof OfficeCardSchema>;

/** A shift as the list of a day shows it. */
export const ShiftCardSchema = z
  .strictObject({
    officeId: z.uuid(),
    from: InstantSchema,
    until: InstantSchema,
    lead: NamedPersonSchema.optional(),
    onDuty: z.array(NamedPersonSchema),
    handedOverAt: InstantSchema.optional(),
  })
  .meta({ id: 'ShiftCard' });
export type ShiftCard = z.infer<typeof ShiftCardSchema>;

/** The list of the city's offices: the duty room first, then agencies by id, that is in the order in which they were registered. */
export const OFFICE_LIST = 'roster';

/** @returns the list of the shifts, of all offices, that touch the day (UTC) a moment falls on. */
export const dayList = (at: Instant): string => `roster/day/${at.slice(0, 10)}`;

const officeSort = ({ kind, id }: Pick<RosterState, 'kind' | 'id'>): string => `${kind === 'city' ? 0 : 1}#${id}`;

/** @returns the bounds of a day's sort key for the shifts of offices that follow one another in {@link OFFICE_LIST}. */
export const officeRange = (first: OfficeCard, last: OfficeCard): readonly [from: string, to: string] => [
  officeSort({ kind: first.kind, id: first.officeId }),
  `${officeSort({ kind: last.kind, id: last.officeId })}$`,
];

/** @returns the office as lists show it. */
export const officeCard = ({ id, kind, office }: RosterState): OfficeCard => ({
  officeId: id,
  kind,
  name: office.name,
  line: office.line,
  escalation: office.escalation.map(namedPerson),
});

/** @returns a shift as lists show it. */
export const shiftCard = (officeId: string, { from, until, lead, onDuty, handover }: KeptShift): ShiftCard => ({
  ...{ officeId, from, until },
  ...(lead === undefined ? {} : { lead: namedPerson(lead) }),
  onDuty: onDuty.map(namedPerson),
  ...(handover === undefined ? {} : { handedOverAt: handover.at }),
});

/** The days (UTC) a shift touches; at most three, since no shift is longer than 48 hours. */
const daysOf = ({ from, until }: KeptShift): readonly string[] =>
  [from, plus(from, DAY_MS), plus(from, 2 * DAY_MS), plus(until, -1)]
    .filter((at) => at < until)
    .map(dayList)
    .filter((list, index, all) => all.indexOf(list) === index);

/** Rows by time, so that who is on duty costs the offices asked about and not how long the rosters are. */
export const rosterListings = (roster: RosterState): readonly Listing[] => {
  const sort = officeSort(roster);
  const days = roster.shifts.flatMap((shift) =>
    daysOf(shift).map((list) => ({ list, sort: `${sort}#${shift.from}`, card: shiftCard(roster.id, shift) })),
  );
  return roster.status === 'kept' ? [{ list: OFFICE_LIST, sort, card: officeCard(roster) }, ...days] : days;
};
