import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsDue, comingActs, nextActAt } from '../../../shared/domain/deadline/act-schedule.ts';
import type { HandOffRule } from '../../../shared/domain/deadline/city-rules.ts';
import { CLOCK_ACTS, type ClockAct } from '../../../shared/domain/deadline/clock-act.ts';
import type { DoneAct } from '../../../shared/domain/deadline/deadline-acted.ts';
import { MINUTE_MS, millisecondsBetween, plus } from '../../../shared/domain/kernel/instant.ts';
import { NOW } from '../../builders/circumstances.ts';

const minutes = (count: number): string => plus(NOW, count * MINUTE_MS);
const hour = { since: NOW, due: minutes(60) };

const LADDERED: readonly ClockAct[] = ['warn', 'remind', 'urge'];

const anAct = fc.record({
  act: fc.constantFrom(...(Object.keys(CLOCK_ACTS) as ClockAct[])),
  when: fc.oneof(
    fc.record({ minutes: fc.integer({ min: -120, max: 240 }) }),
    fc.record({ share: fc.constantFrom(0.25, 0.5, 0.9) }),
  ),
});
const aRule: fc.Arbitrary<HandOffRule> = fc.record({ acts: fc.array(anAct, { maxLength: 10 }) });
/** Minutes between two looks of the clock: it is down now and then. */
const looks = fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 200 })), { maxLength: 60 });

/** What a clock that looks at these times does; a last look comes when everything is long past, and then one a minute. */
const play = (rule: HandOffRule, gaps: readonly number[]) => {
  const done: DoneAct[] = [];
  const looked: { readonly at: string; readonly acts: ReturnType<typeof actsDue> }[] = [];
  let at = NOW;
  for (const gap of [...gaps, 2000, ...Array.from({ length: 12 }, () => 1000)]) {
    at = plus(at, gap * MINUTE_MS);
    const acts = actsDue(rule, hour, done, at);
    for (const { act, step } of acts) done.push({ act, step, at });
    looked.push({ at, acts });
  }
  return { done, looked };
};

describe('whenever the clock looks, and however long it was down', () => {
  it('does every act of the table once, and no other', () => {
    fc.assert(
      fc.property(aRule, looks, (rule, gaps) => {
        const { done } = play(rule, gaps);
        const names = done.map(({ act, step }) => `${act} ${step}`);
        expect(new Set(names).size).toBe(names.length);
        expect(done.map(({ act }) => act).sort()).toEqual(rule.acts.map(({ act }) => act).sort());
        expect(nextActAt(rule, hour, done)).toBeUndefined();
      }),
    );
  });

  it('does none before its time, and the steps of a kind in their order', () => {
    fc.assert(
      fc.property(aRule, looks, (rule, gaps) => {
        const { looked, done } = play(rule, gaps);
        for (const { at, acts } of looked) for (const act of acts) expect(act.at <= at).toBe(true);
        for (const kind of Object.keys(CLOCK_ACTS)) {
          const steps = done.filter(({ act }) => act === kind).map(({ step }) => step);
          expect(steps).toEqual(steps.map((_, index) => index + 1));
        }
      }),
    );
  });

  it('never escalates or widens twice at one look, and tells the one who is late once', () => {
    fc.assert(
      fc.property(aRule, looks, (rule, gaps) => {
        for (const { acts } of play(rule, gaps).looked) {
          expect(acts.filter(({ act }) => act === 'escalate').length).toBeLessThanOrEqual(1);
          expect(acts.filter(({ act }) => act === 'widen').length).toBeLessThanOrEqual(1);
          const told = acts.filter(({ act, passedOver }) => LADDERED.includes(act) && !passedOver);
          expect(told.length).toBe(acts.some(({ act }) => LADDERED.includes(act)) ? 1 : 0);
        }
      }),
    );
  });

  it('has nothing left to do at a look once it has done what was due, and looks again later only', () => {
    fc.assert(
      fc.property(aRule, looks, (rule, gaps) => {
        const done: DoneAct[] = [];
        for (const { at, acts } of play(rule, gaps).looked) {
          for (const { act, step } of acts) done.push({ act, step, at });
          expect(actsDue(rule, hour, done, at)).toEqual([]);
          const next = nextActAt(rule, hour, done);
          expect(next === undefined || next > at).toBe(true);
        }
      }),
    );
  });

  it('does at once, and at their moment, what a clock that looks every minute does', () => {
    fc.assert(
      fc.property(aRule, (rule) => {
        const { done } = play(
          rule,
          Array.from({ length: 400 }, () => 1),
        );
        for (const { act, step, at } of done.filter(({ act }) => !['escalate', 'widen'].includes(act))) {
          const planned = comingActs(rule, hour, []).find((each) => each.act === act && each.step === step);
          expect(millisecondsBetween(planned?.at ?? '', at) < MINUTE_MS || at === minutes(1)).toBe(true);
        }
      }),
    );
  });
});

const RULE: HandOffRule = {
  acts: [
    { act: 'warn', when: { share: 0.5 } },
    { act: 'remind', when: { minutes: 0 } },
    { act: 'escalate', when: { minutes: 15 } },
    { act: 'escalate', when: { minutes: 30 } },
  ],
};

describe('a table', () => {
  it('counts from the due moment, or as a share of the time given', () => {
    expect(comingActs(RULE, hour, [])).toEqual([
      { act: 'warn', step: 1, at: minutes(30) },
      { act: 'remind', step: 1, at: minutes(60) },
      { act: 'escalate', step: 1, at: minutes(75) },
    ]);
  });

  it('passes over a warning that comes with the reminder', () => {
    expect(actsDue(RULE, hour, [], minutes(60))).toMatchObject([
      { act: 'warn', passedOver: true },
      { act: 'remind', passedOver: false },
    ]);
  });

  it('has the second escalation wait as long after a late first one as the table says', () => {
    const late: DoneAct = { act: 'escalate', step: 1, at: minutes(200) };
    const after = comingActs(RULE, hour, [late]).find(({ act }) => act === 'escalate');
    expect(after).toEqual({ act: 'escalate', step: 2, at: minutes(214) });
  });

  it('keeps a second escalation at its moment when the first came with the next look of the clock', () => {
    const prompt: DoneAct = { act: 'escalate', step: 1, at: plus(minutes(75), 59_000) };
    expect(comingActs(RULE, hour, [prompt]).at(-1)).toEqual({ act: 'escalate', step: 2, at: minutes(90) });
  });
});
