import { setTimeout as pause } from 'node:timers/promises';

/** For how long a service that does not answer is tried again, milliseconds: long enough to start it anew. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 250;

/** What a service answers that is starting, or has too much to do at the moment. */
const NOT_NOW: ReadonlySet<number> = new Set([429, 502, 503]);

/** Nobody answered for as long as patience lasted. */
export class NobodyAnswers extends Error {
  constructor(url: string, cause: unknown) {
    super(`nobody answers at ${new URL(url).origin}`, { cause });
    this.name = 'NobodyAnswers';
  }
}

/** Told once when a service stops answering, and once when it answers again. */
export interface PatienceOptions {
  readonly onSilence?: () => void;
  readonly onReturn?: () => void;
  readonly patienceMs?: number;
}

/**
 * @returns a `fetch` that makes the very same request again while nobody answers it. Whatever a broken connection did to it,
 * its Idempotency-Key gives a POST one effect and one answer.
 */
export const patientFetch = ({
  onSilence,
  onReturn,
  patienceMs = PATIENCE_MS,
}: PatienceOptions = {}): typeof globalThis.fetch => {
  let silent = false;
  const heard = (): void => {
    if (silent) onReturn?.();
    silent = false;
  };
  const notHeard = (): void => {
    if (!silent) onSilence?.();
    silent = true;
  };
  return async (input, init) => {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      try {
        const response = await answered(input, init);
        if (!NOT_NOW.has(response.status) || performance.now() >= deadline) {
          heard();
          return response;
        }
      } catch (error) {
        if (performance.now() >= deadline) throw new NobodyAnswers(String(input), error);
        notHeard();
      }
      await pause(PAUSE_MS);
    }
  };
};

/** An answer counts once all of it is here: a service may be killed in the middle of one. */
const answered = async (...request: Parameters<typeof globalThis.fetch>): Promise<Response> => {
  const response = await fetch(...request);
  const body = await response.arrayBuffer();
  const { status, headers } = response;
  return new Response(body.byteLength === 0 ? null : body, { status, headers });
};
