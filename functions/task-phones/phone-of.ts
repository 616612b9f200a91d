import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { load } from '../../shared/data/loaded.ts';
import { isLive } from '../../shared/domain/task/task-link.ts';
import { offerTo } from '../../shared/domain/task/task-state.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import { taskConversation } from '../../shared/exchange/conversations/task.ts';
import type { Person } from '../../shared/http/person.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { taskPhoneRoutes } from '../../shared/http/routes/task-phones.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/** `Task <secret of the link>.<secret of the phone>`; without the latter while the phone signs in. */
const CREDENTIAL = /^Task ([\w-]{43})(?:\.([\w-]{43}))?$/;

const { operationId: SIGN_IN } = taskPhoneRoutes.signIn;

/**
 * @returns who comes with a link: a duty phone of the agency that the link of the task in the path was issued to. Nobody when the
 * secret is of no link of that task, the link has expired or was revoked, or the phone is not the one it is bound to.
 */
export const phoneOf =
  (cell: Pick<Cell, 'store' | 'clock' | 'city'>) =>
  async (
    { operationId }: RouteContract,
    { headers, pathParameters }: APIGatewayProxyEventV2,
  ): Promise<Person | undefined> => {
    const [, secret, phone] = CREDENTIAL.exec(headers.authorization ?? '') ?? [];
    const taskId = z.uuid().safeParse(pathParameters?.taskId).data;
    if (secret === undefined || taskId === undefined) return undefined;
    const task = (await load(cell.store, taskConversation, taskId))?.state;
    const link = task?.links.find(({ secretDigest }) => secretDigest === digestOf(secret));
    if (!task || !link || !isLive(link, cell.clock.now())) return undefined;
    const isItsPhone = phone !== undefined && link.phone?.digest === digestOf(phone);
    if (operationId !== SIGN_IN && !isItsPhone) return undefined;
    return {
      id: `phone:${link.linkId}`,
      name: `值班手机 duty phone: ${offerTo(task, link.agencyId)?.agencyName ?? link.agencyId}`,
      city: cell.city,
      roles: [],
      agency: link.agencyId,
      taskLink: link.linkId,
    };
  };
