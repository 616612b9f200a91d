import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import type * as z from 'zod';
import type { Answered, CallInput } from '../../../shared/http/calling.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { Refused, Unanswered } from './problem.ts';
import { useDesk } from './use-api.ts';
import { callLoosely } from './use-read.ts';

/** Why a command was not carried out, or may not have been. */
export type Failure = Refused | Unanswered;

/** How a command ended. */
export type Outcome<R> =
  | { readonly answered: Answered<R>; readonly failure?: undefined }
  | { readonly answered?: undefined; readonly failure: Failure };

/** A route that changes something, ready to be called. */
export interface Command<I, R> {
  readonly run: (input: I) => Promise<Outcome<R>>;
  readonly isRunning: boolean;
  readonly failure: Failure | undefined;
  readonly forget: () => void;
}

interface Attempt {
  readonly input: string;
  readonly idempotencyKey: string;
}

/** After these, what the page shows is not what the city has. */
const SHOWS_STALE: readonly number[] = [404, 409, 412];

/**
 * Sends a command. The same command again after a lost answer goes under the same idempotency key, so that it is carried out once
 * whether or not the first had arrived; after success, or a refusal that shows the page to be stale, everything shown is read anew.
 */
export const useCommand = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, B, R>,
): Command<CallInput<P, Q, B>, z.output<R>> => {
  const { api, city } = useDesk();
  const queries = useQueryClient();
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const unsettled = useRef<Attempt>(undefined);

  const keyFor = (given: unknown): string => {
    const input = JSON.stringify(given);
    if (unsettled.current?.input !== input) unsettled.current = { input, idempotencyKey: v7() };
    return unsettled.current.idempotencyKey;
  };
  const readAnew = () => queries.invalidateQueries({ queryKey: [city.code] });
  const run = async (input: CallInput<P, Q, B>): Promise<Outcome<z.output<R>>> => {
    setRunning(true);
    setFailure(undefined);
    try {
      const answered = await callLoosely<z.output<R>>(api, contract, { idempotencyKey: keyFor(input), ...input });
      unsettled.current = undefined;
      await readAnew();
      return { answered };
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Unanswered)) throw error;
      if (error instanceof Refused) unsettled.current = undefined;
      if (error instanceof Refused && SHOWS_STALE.includes(error.problem.status)) await readAnew();
      setFailure(error);
      return { failure: error };
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning, failure, forget: () => setFailure(undefined) };
};
