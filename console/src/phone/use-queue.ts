import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { v7 } from 'uuid';
import type * as z from 'zod';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import type { CallInput } from '../../../shared/http/calling.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { Refused } from '../api/problem.ts';
import { useDesk } from '../api/use-api.ts';
import type { Command, Failure, Outcome } from '../api/use-command.ts';
import { callLoosely, readKey } from '../api/use-read.ts';
import { discarded, type Queue, type QueuedCommand, redone } from './command-queue.ts';
import { keepAnswer } from './kept-answers.ts';
import { queueStore } from './queue-store.ts';
import { useOwner } from './use-owner.ts';

/** @returns the commands of this person, in the order in which they were decided. */
export const useQueue = (): Queue => {
  const owner = useOwner();
  const queue = useSyncExternalStore(queueStore.subscribe, queueStore.snapshot);
  return queue.filter((command) => command.owner === owner);
};

/** @returns how to send this person's commands, as far as there is a line. */
export const useReplay = (): (() => Promise<void>) => {
  const { api, city } = useDesk();
  const owner = useOwner();
  const queries = useQueryClient();
  return useCallback(async () => {
    const send = ({ id, contract, call, version }: QueuedCommand) =>
      callLoosely<unknown>(api, contract, {
        ...call,
        idempotencyKey: id,
        ...(version === undefined ? {} : { ifMatch: version }),
      });
    await queueStore.replay(owner, send, ({ readBy, call: { params } }, answered) => {
      // The answer is the subject as it is now: what is shown must not fall back for a moment to what it was before.
      const input = { params };
      queries.setQueryData(readKey(city.code, { operationId: readBy }, input), answered);
      keepAnswer(owner, readBy, input, answered);
    });
    await queries.invalidateQueries({ queryKey: [city.code] });
  }, [api, city, owner, queries]);
};

/** How often sending is tried while something waits and the browser believes in a line, milliseconds. */
const EVERY_MS = 5_000;

/** Sends what waits: when the page is opened, when the line comes back, and again and again in between. */
export const useReplaying = (): void => {
  const replay = useReplay();
  const isWaiting = useQueue().some(({ refusal }) => refusal === undefined);
  useEffect(() => {
    const onStorage = (): void => queueStore.changedElsewhere();
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, []);
  useEffect(() => {
    if (!isWaiting) return;
    const attempt = (): void => {
      if (navigator.onLine) void replay();
    };
    attempt();
    window.addEventListener('online', attempt);
    const timer = setInterval(attempt, EVERY_MS);
    return () => {
      window.removeEventListener('online', attempt);
      clearInterval(timer);
    };
  }, [isWaiting, replay]);
};

/** What a queued command is about, and what is meant by it. */
export interface Meaning {
  readonly subject: string;
  readonly meant: Text;
  readonly readBy: Pick<RouteContract, 'operationId'>;
}

/** How long one waits for an answer before the command is left to wait by itself, milliseconds. */
const PATIENCE_MS = 10_000;

const patience = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, PATIENCE_MS);
  });

/** Carried out, or kept to be: either way one need not think of it any more. */
const TAKEN: Outcome<undefined> = { answered: { status: 202, body: undefined } };

/**
 * A command that is not lost when the line is: it goes through the queue. What the city refuses while one looks on is told at once
 * and leaves the queue; what cannot be sent stays in it.
 */
export const useQueuedCommand = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, B, R>,
  { subject, meant, readBy }: Meaning,
): Command<CallInput<P, Q, B>, undefined> => {
  const owner = useOwner();
  const replay = useReplay();
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const run = async (input: CallInput<P, Q, B>): Promise<Outcome<undefined>> => {
    const { params, body, ifMatch: version } = input as CallInput<P, Q, B> & { params?: unknown; body?: unknown };
    const id = v7();
    const { operationId, method, path, success } = contract;
    const command: QueuedCommand = {
      ...{ id, owner, subject, meant, readBy: readBy.operationId, decidedAt: new Date().toISOString() },
      contract: { operationId, method, path, success },
      call: { params, body },
      ...(version === undefined ? {} : { version }),
    };
    setFailure(undefined);
    queueStore.change((queue) => [...queue, command]);
    if (!navigator.onLine) return TAKEN;
    setRunning(true);
    await Promise.race([replay(), patience()]);
    setRunning(false);
    const refusal = queueStore.snapshot().find((each) => each.id === id)?.refusal;
    if (!refusal) return TAKEN;
    queueStore.change((queue) => discarded(queue, id));
    const refused = new Refused(refusal);
    setFailure(refused);
    return { failure: refused };
  };
  return { run, isRunning, failure, forget: () => setFailure(undefined) };
};

/** @returns how to give up a refused command, or send it once more for what its subject is now. */
export const useDecideOnRefused = () => {
  const replay = useReplay();
  return {
    discard: (id: string): void => queueStore.change((queue) => discarded(queue, id)),
    redo: (id: string, version: string | undefined): void => {
      queueStore.change((queue) => redone(queue, id, version, v7()));
      void replay();
    },
  };
};
