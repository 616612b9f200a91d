import { describe, expect, it } from 'vitest';
import type { DueRule } from '../../../shared/domain/deadline/city-rules.ts';
import { dueBy, dueUnder, isWorkingDay } from '../../../shared/domain/deadline/working-time.ts';
import { cityRulesOf } from '../../../shared/reference/city-rules.ts';
import { CHINA_CALENDAR } from '../../../shared/reference/working-calendar.ts';

const due = (rule: DueRule, since: string): string => dueUnder(rule, since, CHINA_CALENDAR);

describe('what the clock on the wall says in China', () => {
  it.each([
    ['09:00', '2026-07-14T16:59:00.000Z', '2026-07-15T01:00:00.000Z', 'an hour past midnight'],
    ['10:00', '2026-07-15T01:59:59.999Z', '2026-07-15T02:00:00.000Z', 'just before'],
    ['10:00', '2026-07-15T02:00:00.000Z', '2026-07-16T02:00:00.000Z', 'at that very moment'],
    ['12:00', '2026-12-31T15:59:00.000Z', '2027-01-01T04:00:00.000Z', 'over the end of the year'],
    ['00:00', '2026-02-28T15:30:00.000Z', '2026-02-28T16:00:00.000Z', 'midnight'],
  ] as const)('is next %s after %s at %s: %s', (time, since, expected, _) => {
    expect(due({ at: 'clock-time', time }, since)).toBe(expected);
  });

  it('does not ask the time zone of the host', () => {
    const zone = process.env.TZ;
    const asked = ['Asia/Shanghai', 'America/New_York', 'UTC', 'Pacific/Kiritimati'].map((name) => {
      process.env.TZ = name;
      return [
        due({ at: 'clock-time', time: '09:00' }, '2026-03-08T06:30:00.000Z'),
        due({ after: 'working-days', days: 3 }, '2026-03-06T20:00:00.000Z'),
      ];
    });
    process.env.TZ = zone;
    expect(new Set(asked.map(String))).toEqual(new Set(['2026-03-09T01:00:00.000Z,2026-03-11T10:00:00.000Z']));
  });
});

describe('working days', () => {
  it.each([
    [1, '2026-07-15T02:00:00.000Z', '2026-07-16T10:00:00.000Z', 'the day itself does not count'],
    [1, '2026-07-17T02:00:00.000Z', '2026-07-20T10:00:00.000Z', 'Friday to Monday'],
    [2, '2026-09-30T02:00:00.000Z', '2026-10-09T10:00:00.000Z', 'over National Day'],
    [3, '2026-09-30T02:00:00.000Z', '2026-10-10T10:00:00.000Z', 'a Saturday worked instead'],
    [1, '2026-02-13T02:00:00.000Z', '2026-02-14T10:00:00.000Z', 'the Saturday worked before Spring Festival'],
    [2, '2026-02-13T02:00:00.000Z', '2026-02-24T10:00:00.000Z', 'over Spring Festival'],
    [1, '2026-07-19T17:00:00.000Z', '2026-07-21T10:00:00.000Z', 'Monday in China while it is Sunday in UTC'],
    [1, '2031-10-01T02:00:00.000Z', '2031-10-02T10:00:00.000Z', 'a year that is not announced has weekends only'],
  ])('%i after %s end at %s: %s', (days, since, expected) => {
    expect(due({ after: 'working-days', days }, since)).toBe(expected);
  });

  it('has no year in which a day is both off and worked', () => {
    const both = [...CHINA_CALENDAR.holidays].filter((date) => CHINA_CALENDAR.workedWeekends.has(date));
    expect(both).toEqual([]);
    expect(CHINA_CALENDAR.holidays.size).toBeGreaterThan(50);
    expect([...CHINA_CALENDAR.workedWeekends].every((date) => [0, 6].includes(new Date(date).getUTCDay()))).toBe(true);
    expect(isWorkingDay('2026-10-01', CHINA_CALENDAR)).toBe(false);
  });
});

it('takes when a hand-off is due from the table, where the table says so', () => {
  const rules = cityRulesOf('630100');
  expect(dueBy(rules, 'answer', '2026-07-15T00:00:00.000Z')).toBe('2026-07-15T02:00:00.000Z');
  expect(dueBy(rules, 'arrival', '2026-07-15T00:00:00.000Z')).toBeUndefined();
});
