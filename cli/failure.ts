import type { Language, Text } from '../shared/domain/kernel/text.ts';
import { ProblemAnswer, UnexpectedAnswer } from '../shared/http/client.ts';
import { type Problem, ProblemError, problemOf } from '../shared/http/problem.ts';
import type { Exit } from './exit-codes.ts';

/** A command cannot be done, and why. */
export class Failure extends Error {
  readonly exit: Exit;
  readonly text: Text;
  constructor(exit: Exit, text: Text, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'Failure';
    this.exit = exit;
    this.text = text;
  }
}

/** A command has shown its result, which is not what was wished for: there is nothing more to say. */
export class Ended extends Error {
  readonly exit: Exit;
  constructor(exit: Exit) {
    super(exit);
    this.name = 'Ended';
    this.exit = exit;
  }
}

/** Nothing answers at an address. */
export const unreachable = (url: string, cause: unknown): Failure =>
  new Failure('unreachable', { zh: `${url} 没有应答。`, en: `Nothing answers at ${url}.` }, { cause });

/** What a failure is shown as: a sentence, and below it the fields that are wrong. */
export interface Shown {
  readonly exit: Exit;
  readonly lines: readonly string[];
  /** For programs: the problem as the API answered it (RFC 9457), or the least that says the same. */
  readonly problem: Problem | { readonly code: string; readonly detail: string };
}

const HTTP_UNAUTHORIZED = 401;
/** What a gateway answers whose service is not there. */
const NOT_THERE: ReadonlySet<number> = new Set([502, 503, 504]);

const shownProblem = (problem: Problem): Shown => ({
  exit: problem.status === HTTP_UNAUTHORIZED ? 'not-signed-in' : 'failed',
  lines: [problem.detail, ...(problem.errors ?? []).map(({ pointer, detail }) => `  ${pointer}  ${detail}`)],
  problem,
});

const shownText = (exit: Exit, detail: string): Shown => ({ exit, lines: [detail], problem: { code: exit, detail } });

/** @returns an error as people and programs are shown it. */
export const shownFailure = (error: unknown, language: Language): Shown => {
  if (error instanceof Failure) return shownText(error.exit, error.text[language]);
  if (error instanceof ProblemAnswer) return shownProblem(error.problem);
  if (error instanceof ProblemError) return shownProblem(problemOf(error, language, { correlationId: '-' }));
  if (error instanceof UnexpectedAnswer) {
    if (error.status === HTTP_UNAUTHORIZED) return shownText('not-signed-in', error.message);
    return shownText(NOT_THERE.has(error.status) ? 'unreachable' : 'failed', error.message);
  }
  return shownText('failed', error instanceof Error ? error.message : String(error));
};
