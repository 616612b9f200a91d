import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import { gapsOf, isGapAt } from '../../../shared/domain/roster/duty-time.ts';
import { roster as aggregate } from '../../../shared/domain/roster/roster.ts';
import type { RosterEvent } from '../../../shared/domain/roster/roster-events.ts';
import type { KeptShift, RosterState } from '../../../shared/domain/roster/roster-state.ts';
import { circumstances, NOW } from '../../builders/circumstances.ts';
import { aRoster, aShift, hours } from '../../builders/roster.ts';

/** Rings the clock at a moment. */
const rung = (state: RosterState, now: Instant): { state: RosterState; events: readonly RosterEvent[] } => {
  const decision = aggregate.decide(state, { type: 'clock-ran-out' }, circumstances({ now }));
  if (!decision.accepted) throw new Error('the clock is never refused');
  return { events: decision.events, state: decision.events.reduce(aggregate.evolve, state) };
};

/** Rings the clock whenever it is due until a moment; what it said, with when. */
const untilHour = (state: RosterState, end: number): { state: RosterState; said: [string, Instant][] } => {
  const said: [string, Instant][] = [];
  let current = state;
  for (let due = aggregate.dueAt(current); due !== undefined && due <= hours(end); due = aggregate.dueAt(current)) {
    const { state: after, events } = rung(current, due);
    said.push(...events.map(({ type }): [string, Instant] => [type, due ?? '']));
    current = after;
  }
  return { state: current, said };
};

const handover = (at: number) => ({ at: hours(at), handedOverBy: '甲', takenOverBy: '乙', notes: '' });

describe('the clock of a roster', () => {
  it('says nothing of an office that plans nothing', () => {
    expect(aggregate.dueAt(aRoster())).toBeUndefined();
    expect(rung(aRoster(), hours(1000)).events).toEqual([]);
  });

  it('tells of a gap a day before it begins, and when it begins', () => {
    expect(untilHour(aRoster([aShift(0, 48, '甲')]), 1000).said).toEqual([
      ['dutyGapComing', hours(24)],
      ['dutyGapBegun', hours(48)],
    ]);
  });

  it('tells at once of a gap that is nearer than a day', () => {
    const { events } = rung(aRoster([aShift(-2, 5, '甲')]), hours(0));
    expect(events).toEqual([{ type: 'dutyGapComing', from: hours(5), at: hours(0) }]);
  });

  it('takes a shift with nobody for a gap, one that nobody comes before, too', () => {
    expect(untilHour(aRoster([aShift(30, 34)]), 1000).said).toEqual([
      ['dutyGapComing', hours(6)],
      ['dutyGapBegun', hours(30)],
    ]);
    expect(gapsOf([aShift(0, 24, '甲'), aShift(24, 48), aShift(48, 72, '乙')])).toEqual([hours(24), hours(72)]);
  });

  it('says no more of a gap that was filled, and again when it opens again', () => {
    const told = rung(aRoster([aShift(0, 24, '甲')]), hours(1)).state;
    const fill: RosterEvent = { type: 'shiftsPlanned', shifts: [aShift(24, 48, '乙')], at: hours(2) };
    const filled = aggregate.evolve(told, fill);
    expect(aggregate.dueAt(filled)).toBe(hours(24));
    expect(rung(filled, hours(24)).events).toEqual([{ type: 'dutyGapComing', from: hours(48), at: hours(24) }]);
    const emptied = aggregate.evolve(filled, { type: 'shiftRemoved', from: hours(24), reason: '请假', at: hours(3) });
    expect(rung(emptied, hours(3)).events).toEqual([{ type: 'dutyGapComing', from: hours(24), at: hours(3) }]);
  });

  it('misses a handover half an hour after the shift began, once, and none where nobody hands over', () => {
    const shifts = [aShift(-24, 0, '甲'), aShift(0, 24, '乙'), aShift(25, 49, '丙')];
    const late = untilHour(aRoster(shifts, { watchedUntil: hours(-1) }), 26).said.filter(
      ([type]) => type === 'handoverLate',
    );
    expect(late).toEqual([['handoverLate', hours(0.5)]]);
    const handed = shifts.map((shift, index): KeptShift => (index === 1 ? { ...shift, handover: handover(0) } : shift));
    const said = untilHour(aRoster(handed, { watchedUntil: hours(-1) }), 26).said;
    expect(said.map(([type]) => type)).not.toContain('handoverLate');
  });

  it('does not speak of what is over by the time it looks', () => {
    const shifts = [aShift(0, 4, '甲'), aShift(4, 8, '乙'), aShift(9, 200, '丙')];
    const { events } = rung(aRoster(shifts), hours(100));
    expect(events).toEqual([{ type: 'rosterWatched', at: hours(100) }]);
  });

  it('is not set in a roster that is discontinued', () => {
    const end = { type: 'rosterDiscontinued', reason: '合并', at: NOW } as const;
    expect(aggregate.dueAt(aggregate.evolve(aRoster([aShift(0, 24, '甲')]), end))).toBeUndefined();
  });

  const plans = fc
    .array(
      fc.record({
        gap: fc.integer({ min: 0, max: 30 }),
        length: fc.integer({ min: 1, max: 30 }),
        staffed: fc.boolean(),
      }),
      {
        maxLength: 12,
      },
    )
    .map((parts) => {
      let at = 1;
      return parts.map(({ gap, length, staffed }) => {
        const from = at + gap;
        at = from + length;
        return staffed ? aShift(from, at, '甲') : aShift(from, at);
      });
    });

  it('tells of every gap once when it is near and once when it begins, whatever the plan, and then is done', () => {
    fc.assert(
      fc.property(plans, (shifts) => {
        const { said, state } = untilHour(aRoster(shifts), 10_000);
        const count = (type: string) => said.filter(([each]) => each === type).length;
        const gaps = gapsOf(shifts);
        expect(gaps.every((gap) => isGapAt(shifts, gap))).toBe(true);
        expect([count('dutyGapComing'), count('dutyGapBegun')]).toEqual([gaps.length, gaps.length]);
        expect(aggregate.dueAt(state)).toBeUndefined();
      }),
    );
  });

  it('is never due again at a moment at which it has looked', () => {
    fc.assert(
      fc.property(plans, fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 20 }), (shifts, looks) => {
        let state: RosterState = aRoster(shifts);
        for (const look of [...looks].sort((a, b) => a - b)) {
          state = rung(state, hours(look)).state;
          const due = aggregate.dueAt(state);
          expect(due === undefined || due > hours(look)).toBe(true);
        }
      }),
    );
  });
});
