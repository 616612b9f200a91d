import type * as z from 'zod';
import type { ExecutingCell } from '../data/execute.ts';
import type { Reference } from '../data/loaded.ts';
import type { DomainEvent } from '../domain/kernel/aggregate.ts';
import type { Conversation, SomeConversations } from '../exchange/conversation.ts';
import type { RouteContract } from '../http/route.ts';
import { commandRoute } from './aggregate-routes.ts';
import type { BoundRoute, RouteInput } from './bound-route.ts';

/** The aggregate that a path names by `parameter`, and what is answered of it. */
export interface NamedAggregate<S, C, E extends DomainEvent, K extends string, V> {
  readonly conversation: Conversation<S, C, E>;
  readonly parameter: K;
  readonly view: (state: S) => V;
  /** What its commands bring about elsewhere: read in the same round trip. */
  readonly alsoLoad?: (id: string) => readonly Reference[];
}

/**
 * @returns what binds a contract to a command on the aggregate that its path names, answered with the aggregate after it: the
 * shape of most routes.
 */
export const commandsOn =
  <S, C, E extends DomainEvent, K extends string, V extends z.ZodType>(
    cell: ExecutingCell,
    conversations: SomeConversations,
    { conversation, parameter, view, alsoLoad }: NamedAggregate<S, C, E, K, z.infer<V>> & { readonly schema: V },
  ) =>
  <P extends z.ZodType<Readonly<Record<K, string>>>, Q extends z.ZodType, B extends z.ZodType>(
    contract: RouteContract<P, Q, B, V>,
    command: (input: RouteInput<z.infer<P>, z.infer<Q>, z.infer<B>>) => NoInfer<C>,
  ): BoundRoute =>
    commandRoute(cell, conversations, contract, {
      conversation,
      target: ({ params }) => params[parameter],
      ...(alsoLoad && { alsoLoad: ({ params }) => alsoLoad(params[parameter]) }),
      command,
      view,
    });
