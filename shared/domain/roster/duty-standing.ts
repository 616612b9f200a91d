import type { Actor } from '../kernel/actor.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { peopleOf, shiftAt, shiftBefore } from './duty-time.ts';
import { ROSTER_REFUSALS } from './roster-refusals.ts';
import type { DutyPerson, RosterState } from './roster-state.ts';

/** Those whose right to personal data comes from being on duty. */
const DUTY_ROLES: readonly string[] = ['duty-officer', 'coordinator'];

/** On whose word somebody is, or is not, on duty; and what they say if they are not. */
export interface DutyClaim {
  /** The roster of the city's duty room, if it keeps one. */
  readonly roster: RosterState | undefined;
  /** Said expressly: the person reads although the roster has others on duty. */
  readonly evenIfOffDuty: boolean;
}

/** Those on duty at a moment; those of the shift before, too, until they have handed over. */
const onDutyAt = (roster: RosterState | undefined, now: Instant): readonly DutyPerson[] => {
  if (roster?.status !== 'kept') return [];
  const shift = shiftAt(roster.shifts, now);
  if (!shift) return [];
  const before = shift.handover ? undefined : shiftBefore(roster.shifts, shift);
  return [...peopleOf(shift), ...(before ? peopleOf(before) : [])];
};

/**
 * How somebody stands to the duty room: on duty or not as its roster says. `unknown` where it says nothing: no roster, nobody
 * planned for the moment, or nobody whose sign-in it names.
 */
export type DutyStanding = 'on-duty' | 'off-duty' | 'unknown';

/** @returns how a person stands to the duty room at a moment. */
export const dutyStanding = (roster: RosterState | undefined, actor: Actor, now: Instant): DutyStanding => {
  const signIns = onDutyAt(roster, now).flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
  if (actor.kind !== 'person' || signIns.length === 0) return 'unknown';
  return signIns.includes(actor.id) ? 'on-duty' : 'off-duty';
};

/**
 * @returns why somebody may not read personal data as one on duty: the roster has others on duty now, and they did not say that
 * they read all the same.
 */
export const offDutyRefusal = (
  { roster, evenIfOffDuty }: DutyClaim,
  actor: Actor,
  now: Instant,
): Refusal | undefined => {
  if (evenIfOffDuty || offDutyReader({ roster, evenIfOffDuty }, actor, now) === undefined) return undefined;
  const onDuty = onDutyAt(roster, now).map(({ name }) => name);
  return { reason: ROSTER_REFUSALS.notOnDuty, parameters: { onDuty: onDuty.join('、') } };
};

/** @returns the name of who reads personal data by a duty role without being on duty; `undefined` of everybody else. */
export const offDutyReader = ({ roster }: DutyClaim, actor: Actor, now: Instant): string | undefined =>
  actor.kind === 'person' &&
  actor.roles.some((role) => DUTY_ROLES.includes(role)) &&
  dutyStanding(roster, actor, now) === 'off-duty'
    ? actor.name
    : undefined;
