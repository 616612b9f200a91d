import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { Circumstances } from '../kernel/decision.ts';
import { earliest, type Instant } from '../kernel/instant.ts';
import { actsDue, type DueAct, nextActAt } from './act-schedule.ts';
import type { CityRules, HandOffRule } from './city-rules.ts';
import { DEADLINE_ACTED, type DeadlineActed, type DoneAct } from './deadline-acted.ts';
import { actsDone, type KeptDeadline } from './kept-deadline.ts';
import type { OpenDeadline } from './open-deadline.ts';
import { nextToTell, type Told } from './told.ts';

/** Acts done about one aggregate at one look of the clock: each writes a row of the ledger and may tell people, all in one transaction. The rest comes a minute later. */
export const MAXIMUM_ACTS_AT_ONCE = 12;

type Rules = Pick<CityRules, 'handOffs'>;

/** What the table asks for about a deadline: others are asked only in place of a partner, not of this city itself. */
const ruleFor = ({ handOffs }: Rules, { handOff, waitsFor }: OpenDeadline): HandOffRule => {
  const rule = handOffs[handOff];
  return waitsFor.who === 'city' ? rule : { ...rule, acts: rule.acts.filter(({ act }) => act !== 'widen') };
};

/** @returns the acts that are due about the open deadlines, those that have waited longest first, as many as are done at once. */
export const actsDueNow = (
  open: readonly OpenDeadline[],
  kept: readonly KeptDeadline[],
  rules: Rules,
  now: Instant,
): readonly { readonly deadline: OpenDeadline; readonly due: DueAct }[] =>
  open
    .flatMap((deadline) =>
      actsDue(ruleFor(rules, deadline), deadline, actsDone(kept, deadline), now).map((due) => ({ deadline, due })),
    )
    .sort((left, right) => (left.due.at < right.due.at ? -1 : left.due.at > right.due.at ? 1 : 0))
    .slice(0, MAXIMUM_ACTS_AT_ONCE);

/** @returns the moment at which the clock must look at the deadlines next; `undefined` when there is nothing left to do about them. */
export const nextLookAt = (
  open: readonly OpenDeadline[],
  kept: readonly KeptDeadline[],
  rules: Rules,
): Instant | undefined =>
  earliest(...open.map((deadline) => nextActAt(ruleFor(rules, deadline), deadline, actsDone(kept, deadline))));

/** Whether what an act needs besides the state was read; where not, the act came due after the reading, and is done a minute later. */
const isProvided = ({ act }: DueAct, { ring, withinReach }: ClockRanOut): boolean =>
  (act !== 'escalate' || ring !== undefined) && (act !== 'widen' || withinReach !== undefined);

const toldBy = (done: readonly DoneAct[]): readonly Told[] => done.flatMap(({ told }) => told ?? []);

/** @returns the acts that the clock does now, in order, each saying whom an escalation tells. */
export const decideActs = (
  open: readonly OpenDeadline[],
  kept: readonly KeptDeadline[],
  clock: ClockRanOut,
  { rules, now }: Pick<Circumstances, 'rules' | 'now'>,
): readonly DeadlineActed[] =>
  actsDueNow(open, kept, rules, now)
    .filter(({ due }) => isProvided(due, clock))
    .map(({ deadline, due: { act, step, passedOver } }) => ({
      type: DEADLINE_ACTED,
      handOff: deadline.handOff,
      key: deadline.key,
      due: deadline.due,
      act,
      step,
      at: now,
      ...(act === 'escalate' ? { told: nextToTell(clock.ring ?? [], toldBy(actsDone(kept, deadline))) } : {}),
      ...(passedOver ? { passedOver } : {}),
    }));
