import { type Constraint, equalTo, lessEq, solve } from 'yalps';
import type { Option, Programme, Solver } from '../domain/sourcing/choose.ts';

const WORTH = 'worth';

/** What a variable may be off by floating-point arithmetic, and still be read as 0 or 1. */
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
    ...options.map(({ candidate }): [string, Constraint] => [`candidate ${candidate}`, lessEq(1)]),
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
  return variables.flatMap(([index, amount]) => {
    if (Math.abs(amount - 1) > TOLERANCE) throw new Error(`a sourcing programme takes ${amount} of an option`);
    const option = options[Number(index)];
    return option ? [option] : [];
  });
};
