import type { ActRule } from '../../../shared/domain/deadline/city-rules.ts';
import type { OpenDeadline } from '../../../shared/domain/deadline/open-deadline.ts';
import type { Aggregate, AggregateKind, DomainEvent } from '../../../shared/domain/kernel/aggregate.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import { cityRulesOf } from '../../../shared/reference/city-rules.ts';
import { type Fields, fieldsOf, textOf } from '../json.ts';
import { type Evidence, grouped, rowsOf } from './evidence.ts';

const MINUTE_MS = 60_000;

/** In a storm the clock may come so much later, milliseconds: ticks that find the table throttled, or whose function dies. */
const GRACE_MS = 10 * MINUTE_MS;

/** Two steps of these never come in one minute: each keeps its distance from the one before, but for the minute that the clock takes. */
const STEPWISE = ['escalate', 'widen'];

/** An entry of a ledger, as far as clocks go. */
interface Entry {
  readonly type: string;
  /** Milliseconds since 1970, by the city's own clock. */
  readonly at: number;
  readonly data: Fields;
}

/** A deadline from when somebody began to wait until it was over. */
interface Wait {
  readonly deadline: OpenDeadline;
  readonly from: number;
  until: number;
  readonly acts: { readonly name: string; readonly at: number }[];
}

type AnyAggregate = Aggregate<unknown, unknown, DomainEvent>;

const nameOf = ({ handOff, key, due }: Fields): string => `${handOff} ${key} ${due}`;

const nameOfAct = (act: unknown, step: unknown): string => `${act} ${step}`;

/** Goes through a ledger. @returns all that was waited for, each with the acts of the clock, and acts about what nobody waited for. */
const waitsIn = (aggregate: AnyAggregate, entries: readonly Entry[], city: string, now: number) => {
  const rules = cityRulesOf(city);
  const waits: Wait[] = [];
  const stray: string[] = [];
  let open = new Map<string, Wait>();
  let state: unknown;
  for (const { type, at, data } of entries) {
    if (type === 'deadlineActed') {
      const wait = open.get(nameOf(data));
      if (wait) wait.acts.push({ name: nameOfAct(data.act, data.step), at });
      else stray.push(`${data.act} about ${nameOf(data)}, for which nobody waits`);
      continue;
    }
    state = aggregate.evolve(state, aggregate.eventSchema.parse({ ...data, type }));
    const still = new Map<string, Wait>();
    for (const deadline of aggregate.deadlines?.(state, rules) ?? []) {
      const wait = open.get(nameOf({ ...deadline })) ?? { deadline, from: at, until: now, acts: [] };
      if (!open.has(nameOf({ ...deadline }))) waits.push(wait);
      still.set(nameOf({ ...deadline }), wait);
    }
    for (const [name, wait] of open) if (!still.has(name)) wait.until = at;
    open = still;
  }
  return { waits, stray };
};

interface Planned {
  readonly name: string;
  readonly at: number;
  /** The step before, where this one keeps its distance from it. */
  readonly before: Planned | undefined;
}

const momentOf = ({ when }: ActRule, { since, due }: OpenDeadline): number => {
  const [from, to] = [Date.parse(since), Date.parse(due)];
  return 'minutes' in when ? to + when.minutes * MINUTE_MS : from + Math.round(when.share * (to - from));
};

const planOf = (acts: readonly ActRule[], deadline: OpenDeadline): readonly Planned[] => {
  const steps = new Map<string, Planned[]>();
  return acts
    .map((rule) => ({ act: rule.act, at: momentOf(rule, deadline) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ act, at }) => {
      const earlier = steps.get(act) ?? [];
      const before = STEPWISE.includes(act) ? earlier.at(-1) : undefined;
      const planned = { name: nameOfAct(act, earlier.length + 1), at, before };
      steps.set(act, [...earlier, planned]);
      return planned;
    });
};

/** @returns when an act could be done first; `undefined` while the step before was not. */
const firstMoment = ({ at, before }: Planned, wait: Wait): number | undefined => {
  if (!before) return Math.max(at, wait.from);
  const doneBefore = wait.acts.find(({ name }) => name === before.name)?.at;
  return doneBefore === undefined ? undefined : Math.max(at, doneBefore + (at - before.at) - MINUTE_MS);
};

const faultsOf = (wait: Wait, acts: readonly ActRule[]): readonly string[] => {
  const isPartners = wait.deadline.waitsFor.who === 'city';
  const plan = planOf(isPartners ? acts : acts.filter(({ act }) => act !== 'widen'), wait.deadline);
  const unplanned = wait.acts.filter(({ name }) => !plan.some((each) => each.name === name));
  const faults = plan.flatMap((planned) => {
    const done = wait.acts.filter(({ name }) => name === planned.name);
    const first = firstMoment(planned, wait);
    if (done.length > 1) return [`${planned.name} was done ${done.length} times`];
    const [once] = done;
    if (once) return first === undefined || once.at < first ? [`${planned.name} was done before its time`] : [];
    return first !== undefined && wait.until - first > GRACE_MS ? [`${planned.name} was never done`] : [];
  });
  return [...faults, ...unplanned.map(({ name }) => `${name} was done, which the table does not ask for`)];
};

const entriesOf = (rows: ReturnType<typeof rowsOf>): readonly Entry[] =>
  rows
    .map(({ entry }) => fieldsOf(entry))
    .toSorted((one, other) => Number(one.sequence) - Number(other.sequence))
    .map(({ type, at, data }) => ({ type: textOf(type), at: Date.parse(textOf(at)), data: fieldsOf(data) }))
    // Receipts are waited for by messages, not by the state.
    .filter(({ type, data }) => type !== 'deadlineActed' || data.handOff !== 'receipt');

/**
 * Every act that a city's table asks for about what is waited for was done in its time, once, and no other was. What is waited for is what
 * the aggregates say it is; all else is counted anew.
 * @param now what the city's clock shows at the end, milliseconds since 1970.
 */
export const wrongDeadlines = (evidence: Evidence, now: number): readonly string[] => {
  const { handOffs } = cityRulesOf(evidence.city);
  return [...grouped(rowsOf(evidence, 'event'), ({ pk }) => pk)].flatMap(([pk, rows]) => {
    const kind = textOf(fieldsOf(rows[0]?.entry).kind) as AggregateKind;
    const { aggregate } = CONVERSATIONS[kind];
    if (!aggregate.deadlines) return [];
    const { waits, stray } = waitsIn(aggregate, entriesOf(rows), evidence.city, now);
    const faults = waits.flatMap((wait) =>
      faultsOf(wait, handOffs[wait.deadline.handOff].acts).map((fault) => `${nameOf({ ...wait.deadline })}: ${fault}`),
    );
    return [...stray, ...faults].map((fault) => `${evidence.city}: ${pk}: ${fault}`);
  });
};
