import type * as z from 'zod';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { ReceivedRequestCommand } from '../../shared/domain/received-request/received-request-commands.ts';
import type { ReceivedRequestEvent } from '../../shared/domain/received-request/received-request-events.ts';
import type { ReceivedRequestState } from '../../shared/domain/received-request/received-request-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { deploymentConversation } from '../../shared/exchange/conversations/deployment.ts';
import { receivedRequestConversation } from '../../shared/exchange/conversations/received-request.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import {
  type ReceivedRequestView,
  type ReceivedRequestViewSchema,
  receivedRequestView,
} from '../../shared/http/views/received-request.ts';
import { type CommandRoute, commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import type { BoundRoute, RouteInput } from '../../shared/lambda/bound-route.ts';
import { PART_CONVERSATIONS } from '../../shared/lambda/package-parts.ts';

const CONVERSATIONS = {
  ...PART_CONVERSATIONS,
  ...conversationsOf(receivedRequestConversation, deploymentConversation, stockConversation),
};

type OfRequest<I> = Pick<
  CommandRoute<ReceivedRequestState, ReceivedRequestCommand, ReceivedRequestEvent, I, ReceivedRequestView>,
  'alsoLoad' | 'command'
>;

/** Binds a contract to a command on the request that its path names, answered with the request after it. */
export const onRequest = <P extends z.ZodType<{ requestId: string }>, Q extends z.ZodType, B extends z.ZodType>(
  cell: ExecutingCell,
  contract: RouteContract<P, Q, B, typeof ReceivedRequestViewSchema>,
  route: OfRequest<RouteInput<z.infer<P>, z.infer<Q>, z.infer<B>>>,
): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, contract, {
    conversation: receivedRequestConversation,
    target: ({ params }) => params.requestId,
    ...route,
    view: (state) => receivedRequestView(state, cell.clock.now()),
  });
