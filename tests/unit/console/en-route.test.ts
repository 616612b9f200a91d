import { describe, expect, it } from 'vitest';
import { pointAt, shareOfWay } from '../../../console/src/map/en-route.ts';

const AT = (time: string): number => Date.parse(`2026-07-15T${time}:00.000Z`);
const times = { departs: '2026-07-15T02:00:00.000Z', arrives: '2026-07-15T06:00:00.000Z' };

describe('where somebody is on their way', () => {
  it.each([
    ['01:00', 0],
    ['02:00', 0],
    ['03:00', 0.25],
    ['06:00', 1],
    ['09:00', 1],
  ] as const)('at %s is %d of the way', (time, share) => {
    expect(shareOfWay(times, AT(time))).toBe(share);
  });

  it('is at its beginning while the times are not known', () => {
    expect(shareOfWay({ departs: times.departs, arrives: undefined }, AT('05:00'))).toBe(0);
    expect(shareOfWay({ departs: undefined, arrives: times.arrives }, AT('05:00'))).toBe(0);
  });

  it('does not go backwards where the arrival is before the departure', () => {
    const wrong = { departs: times.arrives, arrives: times.departs };
    expect([shareOfWay(wrong, AT('01:00')), shareOfWay(wrong, AT('03:00'))]).toEqual([0, 1]);
  });

  it('lies on the line between both places', () => {
    const [from, to] = [
      { latitude: 36, longitude: 104 },
      { latitude: 37, longitude: 102 },
    ];
    expect(pointAt(from, to, 0)).toEqual(from);
    expect(pointAt(from, to, 0.5)).toEqual({ latitude: 36.5, longitude: 103 });
    expect(pointAt(from, to, 1)).toEqual(to);
  });
});
