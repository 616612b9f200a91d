import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** How long to wait between looks, milliseconds in all; what a look itself takes, while a service is down, does not count. */
  readonly timeoutMs?: number;
  /** What is waited for, for whoever waited in vain. */
  readonly what?: string;
}

/** Messages between cities take seconds; a minute's clock and a slow emulator take longer. */
const TIMEOUT_MS = 30_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/** Somebody waited in vain; `cause` is what the last look ran into. */
class InVain extends Error {
  constructor(what: string, timeoutMs: number, cause: unknown) {
    const last = cause instanceof Error ? `: ${cause.message}` : '';
    super(`${what} did not come about within ${timeoutMs / 1000} s${last}`, { cause });
    this.name = 'InVain';
  }
}

/**
 * Looks again and again, at first often, until the look neither throws nor finds nothing.
 * @param look gives what is waited for; `undefined` and `false` mean not yet.
 * @throws InVain
 */
export const eventually = async <T>(
  look: () => Promise<T | undefined | false>,
  { timeoutMs = TIMEOUT_MS, what = 'what was waited for' }: Patience = {},
): Promise<T> => {
  let last: unknown;
  let waited = 0;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 1.5, LONGEST_PAUSE_MS)) {
    try {
      const found = await look();
      if (found !== undefined && found !== false) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (waited >= timeoutMs) throw new InVain(what, timeoutMs, last);
    await pause(wait);
    waited += wait;
  }
};
