import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import type { Call } from '../../../shared/http/calling.ts';
import type { Problem } from '../../../shared/http/problem.ts';
import type { RouteContract } from '../../../shared/http/route.ts';

/** What calling a route needs of its contract, as it can be kept. */
export type KeptContract = Pick<RouteContract, 'operationId' | 'method' | 'path'> & {
  readonly success: Pick<RouteContract['success'], 'contentType'>;
};

/** Something decided on a phone, kept until the city has answered it. */
export interface QueuedCommand {
  /** Also its idempotency key: sent again after a lost answer, it is carried out once. */
  readonly id: string;
  /** Whose it is: city and person. */
  readonly owner: string;
  /** Id of the task or call-out it is about; commands about one go one after the other. */
  readonly subject: string;
  readonly contract: KeptContract;
  readonly call: Pick<Call, 'params' | 'body'>;
  /** What the person meant by it, to be told when it cannot be done. */
  readonly meant: Text;
  readonly decidedAt: Instant;
  /** ETag of what was on the screen when it was decided. */
  readonly version?: string;
  /** The route by which its subject is read. */
  readonly readBy: string;
  /** Why the city refused it. It goes no further until somebody decides what becomes of it. */
  readonly refusal?: Problem;
}

export type Queue = readonly QueuedCommand[];

/** `waiting` for the line, `refused` by the city, or `held` because an earlier one about the same was refused. */
export type QueuedStatus = 'waiting' | 'refused' | 'held';

/** @returns how a command of the queue stands. */
export const statusOf = (queue: Queue, command: QueuedCommand): QueuedStatus => {
  if (command.refusal) return 'refused';
  const at = queue.findIndex(({ id }) => id === command.id);
  const isHeld = queue
    .slice(0, at)
    .some(({ subject, refusal }) => subject === command.subject && refusal !== undefined);
  return isHeld ? 'held' : 'waiting';
};

/** @returns the command to be sent next of those of an owner: the earliest that nothing holds back. */
export const nextOf = (queue: Queue, owner: string): QueuedCommand | undefined =>
  queue.find((command) => command.owner === owner && statusOf(queue, command) === 'waiting');

/** Those that were decided on the same version as a command follow it: what it made of that version is what they go on from. */
const follow = (queue: Queue, { subject, version }: QueuedCommand, next: string | undefined): Queue =>
  next === undefined
    ? queue
    : queue.map((each) => (each.subject === subject && each.version === version ? { ...each, version: next } : each));

/** @returns the queue without a command that was carried out, which made `version` of its subject. */
export const settled = (queue: Queue, id: string, version: string | undefined): Queue => {
  const command = queue.find((each) => each.id === id);
  return command ? follow(discarded(queue, id), command, version) : queue;
};

/** @returns the queue with a command that was refused. */
export const refused = (queue: Queue, id: string, refusal: Problem): Queue =>
  queue.map((each) => (each.id === id ? { ...each, refusal } : each));

/** @returns the queue without a command that nobody wants any more. */
export const discarded = (queue: Queue, id: string): Queue => queue.filter((each) => each.id !== id);

/**
 * @param version what the person has looked at since, and decided on anew.
 * @param nextId its idempotency key from now on: it is another command than the one that was refused.
 * @returns the queue with a refused command to be sent once more; those that followed it follow it still.
 */
export const redone = (queue: Queue, id: string, version: string | undefined, nextId: string): Queue => {
  const command = queue.find((each) => each.id === id);
  if (!command) return queue;
  return follow(queue, command, version).map((each) => {
    if (each.id !== id) return each;
    const { refusal: _, ...again } = each;
    return { ...again, id: nextId };
  });
};
