import { earliest, type Instant, MINUTE_MS, millisecondsBetween, plus } from '../kernel/instant.ts';
import type { ActRule, HandOffRule } from './city-rules.ts';
import type { ClockAct } from './clock-act.ts';
import type { DoneAct } from './deadline-acted.ts';
import type { OpenDeadline } from './open-deadline.ts';

type Times = Pick<OpenDeadline, 'since' | 'due'>;
type Rule = Pick<HandOffRule, 'acts'>;

/** An act of the table that is still to be done about a deadline. */
export interface ComingAct {
  readonly act: ClockAct;
  readonly step: number;
  /** When it may be done. */
  readonly at: Instant;
}

/** Each step of these reaches others than the one before, so that two never come at once: they keep the distance the table gives them. */
const STEPWISE: ReadonlySet<ClockAct> = new Set(['escalate', 'widen']);

/** These tell the same people with growing emphasis: of several that are late, only the last is of use. */
const LADDER: ReadonlySet<ClockAct> = new Set(['warn', 'remind', 'urge']);

/** How much later than its moment an act may be done when the clock looks once a minute. */
const LOOK_MS = MINUTE_MS;

const momentOf = ({ when }: ActRule, { since, due }: Times): Instant =>
  'minutes' in when
    ? plus(due, when.minutes * MINUTE_MS)
    : plus(since, Math.round(when.share * millisecondsBetween(since, due)));

/** All acts of the table about a deadline, in order of time, as though none could be late. */
const planned = ({ acts }: Rule, times: Times): readonly ComingAct[] => {
  const counted = new Map<ClockAct, number>();
  const moments = acts.map((rule) => ({ act: rule.act, at: momentOf(rule, times) }));
  return moments
    .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
    .map(({ act, at }) => {
      const step = (counted.get(act) ?? 0) + 1;
      counted.set(act, step);
      return { act, step, at };
    });
};

/** A step that followed its late predecessor at once would reach two people in one minute: it waits as long as the table has it wait. */
const afterPredecessor = (coming: ComingAct, before: ComingAct, doneAt: Instant): ComingAct => {
  const distance = millisecondsBetween(before.at, coming.at) - LOOK_MS;
  return { ...coming, at: [coming.at, plus(doneAt, Math.max(distance, 1))].sort().at(-1) ?? coming.at };
};

/** @returns the acts that may be done once their moment has come, in order of time; of a stepwise one only the next step. */
export const comingActs = (rule: Rule, times: Times, done: readonly DoneAct[]): readonly ComingAct[] => {
  const plan = planned(rule, times);
  const doneOf = ({ act, step }: Pick<ComingAct, 'act' | 'step'>): DoneAct | undefined =>
    done.find((each) => each.act === act && each.step === step);
  return plan
    .filter((each) => !doneOf(each))
    .flatMap((coming): ComingAct[] => {
      const { act, step } = coming;
      if (!STEPWISE.has(act) || step === 1) return [coming];
      const before = plan.find((each) => each.act === act && each.step === step - 1);
      const doneBefore = before && doneOf(before);
      return doneBefore ? [afterPredecessor(coming, before, doneBefore.at)] : [];
    })
    .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
};

/** @returns the moment at which the clock must look at a deadline next; `undefined` when everything was done. */
export const nextActAt = (rule: Rule, times: Times, done: readonly DoneAct[]): Instant | undefined =>
  earliest(...comingActs(rule, times, done).map(({ at }) => at));

/** An act that is due now. */
export interface DueAct extends ComingAct {
  /** A stronger act is due as well: it is recorded, and nobody is told. */
  readonly passedOver: boolean;
}

/** @returns the acts that are due, in order of time, each of which is done once and for all. */
export const actsDue = (rule: Rule, times: Times, done: readonly DoneAct[], now: Instant): readonly DueAct[] => {
  const due = comingActs(rule, times, done).filter(({ at }) => at <= now);
  const last = due.findLast(({ act }) => LADDER.has(act));
  return due.map((each) => ({ ...each, passedOver: LADDER.has(each.act) && each !== last }));
};
