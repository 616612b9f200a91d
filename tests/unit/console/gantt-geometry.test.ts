import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  barsOf,
  moved,
  placeOf,
  ticksOf,
  windowOver,
  zoomed,
} from '../../../console/src/deployments/gantt-geometry.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/domain/kernel/instant.ts';

const at = (hour: number): string => new Date(hour * HOUR_MS).toISOString();
const hours = (from: number, until: number) => ({ from: from * HOUR_MS, until: until * HOUR_MS });

const planned = {
  departure: { estimated: at(1) },
  arrival: { requested: at(6), estimated: at(5) },
  returnDeparture: { requested: at(30), estimated: at(30) },
  returnArrival: {},
};

describe('the bars of a mission', () => {
  it('are what was requested and what is estimated before it sets out', () => {
    expect(barsOf(planned, 2 * HOUR_MS, true)).toEqual([
      { kind: 'requested', whole: hours(6, 30), onSite: hours(6, 30) },
      { kind: 'estimated', whole: hours(1, 30), onSite: hours(5, 30) },
    ]);
  });

  it('go up to now while it is under way', () => {
    const times = { ...planned, departure: { estimated: at(1), actual: at(2) }, arrival: { actual: at(7) } };
    expect(barsOf(times, 9 * HOUR_MS, true).at(-1)).toEqual({
      kind: 'actual',
      whole: hours(2, 9),
      onSite: hours(7, 9),
    });
  });

  it('end where it ended', () => {
    const times = {
      departure: { actual: at(2) },
      arrival: { actual: at(7) },
      returnDeparture: { actual: at(20) },
      returnArrival: { actual: at(25) },
    };
    expect(barsOf(times, 90 * HOUR_MS, false)).toEqual([{ kind: 'actual', whole: hours(2, 25), onSite: hours(7, 20) }]);
  });

  it('are none of what was called off before it left', () => {
    expect(barsOf({ departure: {}, arrival: {}, returnDeparture: {}, returnArrival: {} }, 0, false)).toEqual([]);
  });
});

describe('the window of the chart', () => {
  it('draws what lies in it where it lies, and cuts off the rest', () => {
    expect(placeOf(hours(0, 10), hours(0, 10))).toEqual({ left: 0, width: 100 });
    expect(placeOf(hours(5, 20), hours(0, 10))).toEqual({ left: 50, width: 50 });
    expect(placeOf(hours(11, 20), hours(0, 10))).toBeUndefined();
  });

  it('marks midnights in China where it is long', () => {
    const ticks = ticksOf({ from: Date.parse('2026-10-01T00:00:00Z'), until: Date.parse('2026-10-11T00:00:00Z') });
    expect(ticks.length).toBe(10);
    expect(new Date(ticks[0] ?? 0).toISOString()).toBe('2026-10-01T16:00:00.000Z');
  });

  it('has every bar in it when it shows all', () => {
    const bars = barsOf(planned, 2 * HOUR_MS, true);
    const window = windowOver(bars, 2 * HOUR_MS);
    expect(bars.every(({ whole }) => (placeOf(whole, window)?.width ?? 0) > 0)).toBe(true);
    expect(windowOver([], 0)).toEqual(hours(-1, 1));
  });

  it('keeps its length when it moves and its middle when it zooms, with few marks always', () => {
    const span = fc.record({
      from: fc.integer({ min: 0, max: 2e12 }),
      length: fc.integer({ min: HOUR_MS, max: 300 * DAY_MS }),
    });
    fc.assert(
      fc.property(span, fc.double({ min: -1, max: 1, noNaN: true }), ({ from, length }, part) => {
        const window = { from, until: from + length };
        const there = moved(window, part);
        expect(there.until - there.from).toBeCloseTo(length, 0);
        const near = zoomed(window, 0.5);
        expect((near.from + near.until) / 2).toBeCloseTo(from + length / 2, 0);
        const ticks = ticksOf(window);
        expect(ticks.length).toBeLessThanOrEqual(13);
        expect(ticks.every((tick) => tick >= window.from && tick <= window.until)).toBe(true);
      }),
    );
  });
});
