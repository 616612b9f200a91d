import { HOUR_MS, type Instant, plus } from '../../shared/domain/kernel/instant.ts';
import type { DutyClaim } from '../../shared/domain/roster/duty-standing.ts';
import {
  type DutyPerson,
  dutyRoomOffice,
  type KeptRoster,
  type KeptShift,
  type OfficeDetails,
  type RosterShift,
} from '../../shared/domain/roster/roster-state.ts';
import { NOW, XINING } from './circumstances.ts';

/** Somebody reads personal data in a city that keeps no roster. */
export const NO_ROSTER: DutyClaim = { roster: undefined, evenIfOffDuty: false };

/** @returns a moment, hours from now. */
export const hours = (count: number): Instant => plus(NOW, count * HOUR_MS);

export const aDutyPerson = (name: string, overrides: Partial<DutyPerson> = {}): DutyPerson => ({
  name,
  telephone: '139-0000-0021',
  ...overrides,
});

/** @returns a shift of somebody, from and until so many hours from now. */
export const aShift = (from: number, until: number, ...onDuty: readonly (string | DutyPerson)[]): RosterShift => ({
  from: hours(from),
  until: hours(until),
  lead: aDutyPerson('虚构带班', { position: '副局长', telephone: '139-0000-0022' }),
  onDuty: onDuty.map((person) => (typeof person === 'string' ? aDutyPerson(person) : person)),
});

export const someOffice = (overrides: Partial<OfficeDetails> = {}): OfficeDetails => ({
  name: '西宁市应急管理局值班室（演示）',
  line: '0971-0000001',
  escalation: [
    { name: '虚构局长', position: '局长', telephone: '139-0000-0023' },
    { name: '虚构主任', position: '办公室主任', telephone: '139-0000-0024' },
  ],
  ...overrides,
});

/** The roster of the duty room of Xining. */
export const aRoster = (shifts: readonly KeptShift[] = [], overrides: Partial<KeptRoster> = {}): KeptRoster => ({
  status: 'kept',
  id: dutyRoomOffice(XINING),
  kind: 'city',
  office: someOffice(),
  shifts: [...shifts],
  watchedUntil: NOW,
  gapsToldOf: [],
  ...overrides,
});
