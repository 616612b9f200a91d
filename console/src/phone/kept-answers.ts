import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { Answered } from '../../../shared/http/calling.ts';

const PREFIX = 'shouwang.kept.';

/** What a route answered, and when. */
export interface KeptAnswer<T> {
  readonly at: Instant;
  readonly answered: Answered<T>;
}

const nameOf = (owner: string, operationId: string, input: unknown): string =>
  `${PREFIX}${owner}.${operationId}.${JSON.stringify(input)}`;

/** @returns what a route answered the last time this person read it in this browser. */
export const keptAnswer = <T>(owner: string, operationId: string, input: unknown): KeptAnswer<T> | undefined => {
  const written = localStorage.getItem(nameOf(owner, operationId, input));
  return written === null ? undefined : (JSON.parse(written) as KeptAnswer<T>);
};

const oldestFirst = (): readonly string[] =>
  Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => [name, (JSON.parse(localStorage.getItem(name) ?? '{}') as { at?: string }).at ?? ''] as const)
    .sort(([, one], [, other]) => one.localeCompare(other))
    .map(([name]) => name);

/** Keeps what a route answered, for when there is no line. Where there is no room the oldest makes way. */
export const keepAnswer = (owner: string, operationId: string, input: unknown, answered: Answered<unknown>): void => {
  const kept: KeptAnswer<unknown> = { at: new Date().toISOString(), answered };
  try {
    localStorage.setItem(nameOf(owner, operationId, input), JSON.stringify(kept));
  } catch {
    const [oldest] = oldestFirst();
    if (oldest === undefined) return;
    localStorage.removeItem(oldest);
    keepAnswer(owner, operationId, input, answered);
  }
};

/** Forgets all that was read in this browser: whoever signs out leaves nothing for the next one to see. */
export const forgetKeptAnswers = (): void => {
  for (const name of Object.keys(localStorage)) if (name.startsWith(PREFIX)) localStorage.removeItem(name);
};
