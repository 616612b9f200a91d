import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { DAY_MS, type Instant, plus } from '../../shared/domain/kernel/instant.ts';
import { type DutyPerson, dutyRoomOffice, type RosterShift } from '../../shared/domain/roster/roster-state.ts';
import { ProblemAnswer } from '../../shared/http/client.ts';
import { rosterRoutes } from '../../shared/http/routes/rosters.ts';
import { cityName } from '../../shared/reference/cities.ts';
import type { Desk } from '../walkthrough/desks.ts';

/** Shifts that are planned, of a day each: as many as one call takes. */
const SHIFTS = 14;

const LEADERS = ['马示例', '李示例', '王示例', '祁示例'];

const person = (name: string, position: string, number: number, personId?: string): DutyPerson => ({
  name,
  position,
  telephone: `000-0000-${String(number).padStart(4, '0')}`,
  ...(personId === undefined ? {} : { personId }),
});

const shiftsFrom = (city: CityCode, now: Instant): RosterShift[] => {
  // Midnight in UTC is eight in the morning in China, when shifts change.
  const change = plus(now, -(Date.parse(now) % DAY_MS));
  return Array.from({ length: SHIFTS }, (_, day) => {
    const from = plus(change, day * DAY_MS);
    return {
      from,
      until: plus(from, DAY_MS),
      lead: person(LEADERS[day % LEADERS.length] ?? '', '带班领导（演示）', 100 + (day % LEADERS.length)),
      onDuty: [
        person('演示值班员', '值班员', 1, `duty-officer@${city}`),
        person('演示协调员', '区域协调员', 2, `coordinator@${city}`),
      ],
    };
  });
};

const isThere = (error: unknown): boolean => error instanceof ProblemAnswer && error.status === 409;

/** Begins the roster of a city's duty room, with a fortnight of shifts; the demo people are on duty. */
export const keepRoster = async (desk: Desk, city: CityCode, now: Instant): Promise<void> => {
  const administrator = desk('administrator', city);
  const office = {
    name: `${cityName(city).zh}应急管理局值班室（演示）`,
    line: '000-0000-0000',
    escalation: [person('赵示例', '分管副局长（演示）', 201), person('陈示例', '局长（演示）', 202)],
  };
  await administrator.call(rosterRoutes.establishRoster, { body: office }).catch((error: unknown) => {
    if (!isThere(error)) throw error;
  });
  const params = { officeId: dutyRoomOffice(city) };
  await administrator.call(rosterRoutes.planShifts, { params, body: { shifts: shiftsFrom(city, now) } });
};
