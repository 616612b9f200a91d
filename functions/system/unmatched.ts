import type { ProblemError } from '../../shared/http/problem.ts';
import { problems } from '../../shared/http/problems.ts';

/** Paths of the API as its description lists them, with the methods of each. */
export type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const matches = (template: string, path: string): boolean =>
  new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);

/** @returns 405 with the methods allowed where the address exists, 404 where it does not. */
export const unmatchedProblem = (path: string, paths: Paths): ProblemError => {
  const allowed = Object.entries(paths)
    .filter(([template]) => matches(template, path))
    .flatMap(([, methods]) => Object.keys(methods).map((method) => method.toUpperCase()));
  return allowed.length === 0 ? problems.noSuchRoute() : problems.methodNotAllowed([...new Set(allowed)].sort());
};
