import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose as chooseAmounts, type Option, type Preference } from '../../../shared/domain/sourcing/choose.ts';
import { linearSolver } from '../../../shared/sourcing/linear-solver.ts';

/** Of teams, which are taken whole. */
const choose = (...[options, wanted, prefer, solver]: Parameters<typeof chooseAmounts>): readonly Option[] =>
  chooseAmounts(options, wanted, prefer, solver).map(({ option }) => option);

/** Every way to take options: each candidate once, each item at most what it wants. */
function* selections(options: readonly Option[], wanted: ReadonlyMap<string, number>): Generator<readonly Option[]> {
  const [option, ...rest] = options;
  if (!option) {
    yield [];
    return;
  }
  for (const taken of selections(rest, wanted)) {
    yield taken;
    const full = taken.filter(({ itemId }) => itemId === option.itemId).length >= (wanted.get(option.itemId) ?? 0);
    if (!full && taken.every(({ candidate }) => candidate !== option.candidate)) yield [option, ...taken];
  }
}

const sum = (taken: readonly Option[], of: (option: Option) => number) => taken.reduce((total, o) => total + of(o), 0);

/** What a choice is worth, first to last; smaller is better. `groups`: which items compete. */
const measures = (taken: readonly Option[], prefer: Preference, groups: readonly ReadonlySet<string>[]): number[] => {
  const arrivals = sum(taken, (o) => o.arrivalMinutes);
  const cost = sum(taken, (o) => o.costYuan);
  const latest = groups.map((items) =>
    Math.max(0, ...taken.filter(({ itemId }) => items.has(itemId)).map((o) => o.arrivalMinutes)),
  );
  const risk = sum(taken, (o) => o.risk);
  return prefer === 'arrival'
    ? [-taken.length, sum0(latest), arrivals, cost, risk]
    : [-taken.length, cost, arrivals, risk];
};
const sum0 = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

const compare = (one: readonly number[], other: readonly number[]): number =>
  one.map((value, index) => value - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

const groupsOf = (options: readonly Option[]): ReadonlySet<string>[] => {
  const items = [...new Set(options.map(({ itemId }) => itemId))];
  const group = new Map(items.map((item, index) => [item, index]));
  for (let round = 0; round < items.length; round += 1)
    for (const one of options)
      for (const other of options)
        if (one.candidate === other.candidate) {
          const least = Math.min(group.get(one.itemId) ?? 0, group.get(other.itemId) ?? 0);
          group.set(one.itemId, least).set(other.itemId, least);
        }
  return [...new Set(group.values())].map((number) => new Set(items.filter((item) => group.get(item) === number)));
};

const small = fc
  .record({
    wanted: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
    options: fc.uniqueArray(
      fc.record({
        item: fc.nat(2),
        candidate: fc.nat(4),
        arrivalMinutes: fc.integer({ min: 1, max: 6 }),
        costYuan: fc.nat(4),
        risk: fc.nat(2),
      }),
      { maxLength: 9, selector: ({ item, candidate }) => `${item}/${candidate}` },
    ),
  })
  .map(({ wanted, options }) => ({
    wanted: new Map(wanted.map((quantity, index) => [`item-${index}`, quantity])),
    options: options.map(
      ({ item, candidate, ...rest }): Option => ({
        itemId: `item-${item}`,
        candidate: `team-${candidate}`,
        units: 1,
        ...rest,
      }),
    ),
  }));

describe('choosing who serves which item', () => {
  it.each(['arrival', 'cost'] as const)('is as good as the best of all possible choices, preferring %s', (prefer) => {
    fc.assert(
      fc.property(small, ({ wanted, options }) => {
        const useful = options.filter(({ itemId }) => (wanted.get(itemId) ?? 0) > 0);
        const groups = groupsOf(useful);
        const chosen = choose(options, wanted, prefer, linearSolver);
        let best: number[] | undefined;
        let found = false;
        for (const taken of selections(useful, wanted)) {
          const measured = measures(taken, prefer, groups);
          if (!best || compare(measured, best) < 0) best = measured;
          found ||= taken.length === chosen.length && taken.every((option) => chosen.includes(option));
        }
        expect(found).toBe(true);
        expect(measures(chosen, prefer, groups)).toEqual(best);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['arrival', 'cost'] as const)(
    'divides goods as if every unit were one by itself, preferring %s',
    (prefer) => {
      fc.assert(
        fc.property(small, fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }), (world, units) => {
          const { options } = world;
          const wanted = new Map([...world.wanted].map(([item, quantity]) => [item, quantity * 2]));
          const unitsOf = ({ candidate }: Option) => units[Number(candidate.at(-1))] ?? 1;
          const whole = options.map((option) => ({ ...option, units: unitsOf(option) }));
          const single = options.flatMap((option) =>
            Array.from({ length: unitsOf(option) }, (_, unit) => ({
              ...option,
              candidate: `${option.candidate}/${unit}`,
            })),
          );
          const groups = groupsOf(options.filter(({ itemId }) => (wanted.get(itemId) ?? 0) > 0));
          const taken = chooseAmounts(whole, wanted, prefer, linearSolver);
          const each = taken.flatMap(({ option, amount }) => Array.from({ length: amount }, () => option));
          const apart = measures(choose(single, wanted, prefer, linearSolver), prefer, groups);
          expect(measures(each, prefer, groups)).toEqual(apart);
          for (const { option, amount } of taken) expect(amount).toBeLessThanOrEqual(option.units);
        }),
      );
    },
  );

  it('does not depend on the order in which candidates are found', () => {
    fc.assert(
      fc.property(small, ({ wanted, options }) => {
        const forwards = choose(options, wanted, 'arrival', linearSolver);
        const backwards = choose(options.toReversed(), wanted, 'arrival', linearSolver);
        expect(backwards).toEqual(forwards);
      }),
    );
  });

  it('lets the last one arrive as soon as can be, though the sum of arrivals grows', () => {
    const option = (itemId: string, candidate: string, arrivalMinutes: number): Option => ({
      ...{ itemId, candidate, units: 1, arrivalMinutes, costYuan: 0, risk: 0 },
    });
    const options = [option('a', 'x', 10), option('a', 'y', 60), option('b', 'x', 55), option('b', 'y', 100)];
    const wanted = new Map([
      ['a', 1],
      ['b', 1],
    ]);
    expect(choose(options, wanted, 'arrival', linearSolver)).toEqual([options[1], options[2]]);
  });

  it('fills twenty items from three hundred candidates that all of them compete for', () => {
    const whole = (seed: number, below: number) => ((seed * 2_654_435_761) >>> 8) % below;
    const options = Array.from({ length: 20 }, (_, item) =>
      Array.from(
        { length: 300 },
        (__, team): Option => ({
          itemId: `item-${item}`,
          candidate: `team-${team}`,
          units: 1,
          arrivalMinutes: 15 + whole(item * 300 + team + 1, 600),
          costYuan: 10_000 + whole(item * 7 + team * 13 + 5, 90_000),
          risk: whole(team + 3, 3),
        }),
      ),
    ).flat();
    const wanted = new Map(Array.from({ length: 20 }, (_, item) => [`item-${item}`, 1 + (item % 5)]));
    const chosen = choose(options, wanted, 'arrival', linearSolver);
    expect(chosen).toHaveLength(60);
    expect(new Set(chosen.map(({ candidate }) => candidate)).size).toBe(60);
  });
});
