import { type Constraint, equalTo, lessEq, solve } from 'yalps';
import type { Option, Programme, Solver, Taken } from '../domain/sourcing/choose.ts';

const WORTH = 'worth';

/** What an amount may be off by floating-point arithmetic, for each unit of it, and still be read as whole. */
const TOLERANCE = 1e-6;

const coefficients = (option: Option, { worth, fixed }: Programme): [string, number][] => [
  [WORTH, worth(option)],
  [`item ${option.itemId}`, 1],
  [`candidate ${option.candidate}`, 1],
  ...fixed.map(({ of }, index): [string, number] => [`fixed ${index}`, of(option)]),
];

const constraintsOf = ({ options, wanted, fixed }: Programme): Map<string, Constraint> =>
  new Map([
    ...options.map(({ itemId }): [string, Constraint] => [`item ${itemId}`, lessEq(wanted.get(itemId) ?? 0)]),
    ...options.map(({ candidate, units }): [string, Constraint] => [`candidate ${candidate}`, lessEq(units)]),
    ...fixed.map(({ sum }, index): [string, Constraint] => [`fixed ${index}`, equalTo(sum)]),
  ]);

/**
 * Solves with the simplex method of YALPS.
 * @throws Error when there is no solution, or it is no whole one: the programme was no transport problem.
 */
export const linearSolver: Solver = (programme) => {
  const { options } = programme;
  if (options.length === 0) return [];
  const { status, variables } = solve(
    {
      direction: 'maximize',
      objective: WORTH,
      constraints: constraintsOf(programme),
      variables: options.map((option, index) => [String(index), coefficients(option, programme)]),
    },
    { maxPivots: Number.POSITIVE_INFINITY },
  );
  if (status !== 'optimal') throw new Error(`a sourcing programme of ${options.length} options is ${status}`);
  return variables.flatMap(([index, found]): Taken[] => {
    const amount = Math.round(found);
    if (Math.abs(found - amount) > TOLERANCE * Math.max(1, amount))
      throw new Error(`a sourcing programme takes ${found} of an option`);
    const option = options[Number(index)];
    return option && amount > 0 ? [{ option, amount }] : [];
  });
};
