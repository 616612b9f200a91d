import { type ExecutingCell, execute } from '../../shared/data/execute.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { TaskCommand } from '../../shared/domain/task/task-commands.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { taskConversation } from '../../shared/exchange/conversations/task.ts';
import type { IssuedLink } from '../../shared/http/views/issued-link.ts';
import { outputOf } from '../../shared/lambda/aggregate-routes.ts';
import type { RouteInput, RouteOutput } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

const CONVERSATIONS = conversationsOf(taskConversation);

/** What a link is for. */
export interface LinkWanted {
  readonly taskId: string;
  readonly agencyId: string;
  readonly expiresAt: Instant;
}

/**
 * Issues a link. Its secret is in this one answer: the task keeps a digest, and what is kept of the answer for repeats leaves it
 * out.
 */
export const issueLink = async (
  cell: ExecutingCell & Pick<Cell, 'newSecret'>,
  { actor, idempotency }: Pick<RouteInput<unknown, unknown, unknown>, 'actor' | 'idempotency'>,
  { taskId, agencyId, expiresAt }: LinkWanted,
): Promise<RouteOutput<IssuedLink>> => {
  const secret = cell.newSecret();
  const link = { taskId, linkId: cell.newId(), agencyId, expiresAt };
  const command: TaskCommand = {
    type: 'issue-link',
    linkId: link.linkId,
    agencyId,
    secretDigest: digestOf(secret),
    expiresAt,
  };
  const executed = await execute(cell, CONVERSATIONS, {
    target: { kind: 'task', id: taskId },
    actor,
    command: () => command,
    ...(idempotency === undefined ? {} : { idempotency }),
    answer: ({ row }) => ({ status: 201, body: link, etag: `"${row.version}"` }),
  });
  return outputOf(executed, () => ({ ...link, secret }));
};
