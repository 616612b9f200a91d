/** One candidate that could serve one item; all numbers are whole. */
export interface Option {
  readonly itemId: string;
  readonly candidate: string;
  /** How much the candidate has for all items together: a team is one, and so serves one item only; goods are divided. */
  readonly units: number;
  /** From the call to the arrival. */
  readonly arrivalMinutes: number;
  /** It is ranked as though it arrived so much later, minutes: its city is under a warning. */
  readonly putBackMinutes?: number;
  /** Estimated, CNY yuan. */
  readonly costYuan: number;
  /** Of what the giver has on its own hands: 0 nothing, more is worse. */
  readonly risk: number;
}

/** An option that is taken, and how much of it. */
export interface Taken<O extends Option = Option> {
  readonly option: O;
  readonly amount: number;
}

/** How much an item still wants, by its id. */
export type Wanted = ReadonlyMap<string, number>;

/** How much of which options to take: each item at most what it wants, each candidate at most what it has. */
export interface Programme {
  readonly options: readonly Option[];
  readonly wanted: Wanted;
  /** What taking one unit of an option adds to the whole, which is to be as great as possible. */
  readonly worth: (option: Option) => number;
  /** Sums over the units taken that must come out exactly. */
  readonly fixed: readonly { readonly of: (option: Option) => number; readonly sum: number }[];
}

/** @returns the options to take of the greatest worth. The constraints are those of a transport problem, so a linear solver finds whole numbers. */
export type Solver = (programme: Programme) => readonly Taken[];

/** What decides once as much as possible is filled: how soon everybody is there, or what it costs. */
export type Preference = 'arrival' | 'cost';

const first =
  (...criteria: readonly ((option: Option) => number)[]) =>
  (one: Option, other: Option): number => {
    for (const criterion of criteria) {
      const difference = criterion(one) - criterion(other);
      if (difference !== 0) return difference;
    }
    return one.candidate < other.candidate ? -1 : 1;
  };

/** @returns minutes by which an option is ranked. */
export const arrival = ({ arrivalMinutes, putBackMinutes = 0 }: Option): number => arrivalMinutes + putBackMinutes;
const cost = ({ costYuan }: Option): number => costYuan;
const risk = ({ risk: points }: Option): number => points;

/** What is looked at after the quantity, in this order. */
const CRITERIA = { arrival: [arrival, cost, risk], cost: [cost, arrival, risk] } as const;

const sumOf = (taken: readonly Taken[], of: (option: Option) => number): number =>
  taken.reduce((sum, { option, amount }) => sum + amount * of(option), 0);

const one = (): number => 1;

const latest = (taken: readonly Taken[]): number => Math.max(...taken.map(({ option }) => arrival(option)));

/** Items that compete, directly or through others, for the same candidates. */
const competing = (options: readonly Option[]): readonly (readonly Option[])[] => {
  const groups: { items: Set<string>; candidates: Set<string>; options: Option[] }[] = [];
  for (const option of options) {
    const touched = groups.filter(
      ({ items, candidates }) => items.has(option.itemId) || candidates.has(option.candidate),
    );
    const group = touched.shift() ?? { items: new Set(), candidates: new Set(), options: [] };
    if (!groups.includes(group)) groups.push(group);
    for (const other of touched) {
      for (const item of other.items) group.items.add(item);
      for (const candidate of other.candidates) group.candidates.add(candidate);
      group.options.push(...other.options);
      groups.splice(groups.indexOf(other), 1);
    }
    group.items.add(option.itemId);
    group.candidates.add(option.candidate);
    group.options.push(option);
  }
  return groups.map((group) => group.options);
};

const byItem = (options: readonly Option[]): ReadonlyMap<string, readonly Option[]> => {
  const items = new Map<string, Option[]>();
  for (const option of options) {
    const known = items.get(option.itemId);
    if (known) known.push(option);
    else items.set(option.itemId, [option]);
  }
  return items;
};

/**
 * As many as all items want together are enough of each item's best: whoever else is taken can be replaced by one of them that is free
 * and no worse, whatever the others take.
 */
const bestOf = (
  options: readonly Option[],
  wanted: Wanted,
  order: (one: Option, other: Option) => number,
): readonly Option[] => {
  const items = byItem(options);
  const enough = [...items.keys()].reduce((sum, itemId) => sum + (wanted.get(itemId) ?? 0), 0);
  return [...items.values()].flatMap((ofItem) => ofItem.toSorted(order).slice(0, enough));
};

/** The most options, and of these the least sum of the first criterion. */
const most = (solver: Solver, options: readonly Option[], wanted: Wanted, criterion: (option: Option) => number) => {
  const total = [...byItem(options).keys()].reduce((sum, itemId) => sum + (wanted.get(itemId) ?? 0), 0);
  const most = 1 + total * Math.max(0, ...options.map(criterion));
  return solver({ options, wanted, worth: (option) => most - criterion(option), fixed: [] });
};

/** Leaves out whoever comes last, as long as that costs nobody. @returns the options among which the least latest arrival is kept. */
const soonest = (
  solver: Solver,
  options: readonly Option[],
  wanted: Wanted,
): { readonly among: readonly Option[]; readonly taken: readonly Taken[] } => {
  let among = options;
  let taken = most(solver, options, wanted, arrival);
  while (taken.length > 0) {
    const last = latest(taken);
    const sooner = among.filter((option) => arrival(option) < last);
    const next = most(solver, sooner, wanted, arrival);
    if (sumOf(next, one) < sumOf(taken, one))
      return { among: among.filter((option) => arrival(option) <= last), taken };
    among = sooner;
    taken = next;
  }
  return { among, taken };
};

/** Takes what is wanted from the first on. */
const inOrder = (options: readonly Option[], wanted: number): readonly Taken[] => {
  let left = wanted;
  return options.flatMap((option) => {
    const amount = Math.min(option.units, left);
    left -= amount;
    return amount > 0 ? [{ option, amount }] : [];
  });
};

const chooseTogether = (
  options: readonly Option[],
  wanted: Wanted,
  prefer: Preference,
  solver: Solver,
): readonly Taken[] => {
  const [primary, secondary, tertiary] = CRITERIA[prefer];
  const order = first(primary, secondary, tertiary);
  const [itemId = '', ...others] = byItem(options).keys();
  if (others.length === 0) return inOrder(options.toSorted(order), wanted.get(itemId) ?? 0);
  const best = bestOf(options, wanted, order);
  const { among, taken } =
    prefer === 'arrival' ? soonest(solver, best, wanted) : { among: best, taken: most(solver, best, wanted, cost) };
  const quantity = sumOf(taken, one);
  const heavier = 1 + quantity * Math.max(0, ...among.map(tertiary));
  return solver({
    options: among,
    wanted,
    worth: (option) => -(secondary(option) * heavier + tertiary(option)),
    fixed: [
      { of: one, sum: quantity },
      { of: primary, sum: sumOf(taken, primary) },
    ],
  });
};

/**
 * Chooses who serves which item, exactly: the most quantity; then, of items that compete for the same candidates, the earliest moment at
 * which everybody is there, and the least sum of arrivals; then the least cost; then the least risk. Preferring cost, cost comes before
 * arrivals, of which then only the sum counts. Pure and deterministic.
 */
export const choose = <O extends Option>(
  options: readonly O[],
  wanted: Wanted,
  prefer: Preference,
  solver: Solver,
): readonly Taken<O>[] => {
  const useful = options
    .filter(({ itemId, units }) => units > 0 && (wanted.get(itemId) ?? 0) > 0)
    .toSorted((one, other) => (`${one.itemId}${one.candidate}` < `${other.itemId}${other.candidate}` ? -1 : 1));
  return competing(useful).flatMap((group) => chooseTogether(group, wanted, prefer, solver) as readonly Taken<O>[]);
};
