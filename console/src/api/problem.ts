import type { Problem } from '../../../shared/http/problem.ts';

/** The API's refusal, in its own words (RFC 9457). */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'Refused';
    this.problem = problem;
  }
}

/** No answer came, or none of the API's: the line, or something between. */
export class Unanswered extends Error {
  readonly status: number | undefined;
  constructor(status: number | undefined, cause?: unknown) {
    super(status === undefined ? 'no answer' : `answered ${status}`, { cause });
    this.name = 'Unanswered';
    this.status = status;
  }
}

/** @returns whether a body is a problem of the API's. */
export const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body;
