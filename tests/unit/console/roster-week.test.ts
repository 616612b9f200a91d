import { describe, expect, it } from 'vitest';
import { daysLater, mondayOf, seriesOf, weekFrom } from '../../../console/src/registry/roster-week.ts';

describe('the week of a roster', () => {
  it('begins on the Monday by the clocks of China', () => {
    expect(mondayOf('2026-11-22T15:59:00.000Z')).toBe('2026-11-16');
    expect(mondayOf('2026-11-22T16:00:00.000Z')).toBe('2026-11-23');
    expect(mondayOf('2026-11-29T15:59:59.999Z')).toBe('2026-11-23');
  });

  it('goes on over the end of a year', () => {
    expect(daysLater('2026-12-28', 7)).toBe('2027-01-04');
    expect(mondayOf('2027-01-01T04:00:00.000Z')).toBe('2026-12-28');
  });

  it('has each shift on the day on which it begins, and says into which days it goes on', () => {
    const shift = { from: '2026-11-24T00:00:00.000Z', until: '2026-11-25T00:00:00.000Z' };
    const week = weekFrom('2026-11-23', [shift]);
    expect(week.map(({ date }) => date)).toEqual(Array.from({ length: 7 }, (_, n) => daysLater('2026-11-23', n)));
    expect(week.filter(({ shifts }) => shifts.length > 0).map(({ date }) => date)).toEqual(['2026-11-24']);
    expect(week.filter(({ goingOn }) => goingOn.length > 0).map(({ date }) => date)).toEqual(['2026-11-25']);
  });

  it('does not let a shift that ends at midnight go on into the next day', () => {
    const shift = { from: '2026-11-24T04:00:00.000Z', until: '2026-11-24T16:00:00.000Z' };
    expect(weekFrom('2026-11-23', [shift]).flatMap(({ goingOn }) => goingOn)).toEqual([]);
  });

  it('is planned as a series without a gap', () => {
    const first = { from: '2026-11-24T00:00:00.000Z', until: '2026-11-24T12:00:00.000Z', lead: '马示例' };
    const series = seriesOf(first, 3);
    expect(series.map(({ from }) => from)).toEqual([
      '2026-11-24T00:00:00.000Z',
      '2026-11-24T12:00:00.000Z',
      '2026-11-25T00:00:00.000Z',
    ]);
    expect(series.at(-1)).toEqual({ ...first, from: '2026-11-25T00:00:00.000Z', until: '2026-11-25T12:00:00.000Z' });
  });
});
