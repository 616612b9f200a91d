import type * as z from 'zod';
import { type Done, type Executed, type ExecutingCell, execute } from '../data/execute.ts';
import { type Loaded, type LoadedSet, load, type Reference } from '../data/loaded.ts';
import type { StateRow } from '../data/rows.ts';
import type { Store } from '../data/store.ts';
import { keys } from '../data/table.ts';
import type { DomainEvent } from '../domain/kernel/aggregate.ts';
import type { Conversation, SomeConversations } from '../exchange/conversation.ts';
import { fromCursor, toCursor } from '../http/cursor.ts';
import { problemOfRefusal, problems } from '../http/problems.ts';
import type { RouteContract } from '../http/route.ts';
import { AGGREGATE_KIND_NAMES } from '../reference/aggregate-kinds.ts';
import { type BoundRoute, implement, type RouteInput, type RouteOutput } from './bound-route.ts';
import type { Cell } from './cell.ts';

/** How a route turns its input into a command on an aggregate, and the aggregate into its answer. */
export interface CommandRoute<S, C, E extends DomainEvent, I, R> {
  readonly conversation: Conversation<S, C, E>;
  /** The aggregate's id: a fresh one for routes that create. */
  readonly target: (input: I) => string;
  readonly alsoLoad?: (input: I, id: string) => readonly Reference[];
  /** `id` is what `target` gave, which the command of a route that creates must name. */
  readonly command: (input: I, others: LoadedSet, id: string) => NoInfer<C>;
  readonly view: (state: S, row: StateRow, events: readonly E[], input: I) => R;
}

/** Binds a contract to a command: one read, one decision, one transaction, one answer kept for repeats. */
export const commandRoute = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  S,
  C,
  E extends DomainEvent,
>(
  cell: ExecutingCell,
  conversations: SomeConversations,
  contract: RouteContract<P, Q, B, R>,
  route: CommandRoute<S, C, E, RouteInput<z.infer<P>, z.infer<Q>, z.infer<B>>, z.infer<R>>,
): BoundRoute =>
  implement(contract, async (input): Promise<RouteOutput<z.infer<R>>> => {
    const view = ({ state, row, events }: Done): z.infer<R> =>
      route.view(state as S, row, events as readonly E[], input);
    const id = route.target(input);
    const executed = await execute(cell, conversations, {
      target: { kind: route.conversation.aggregate.kind, id },
      actor: input.actor,
      command: (others) => route.command(input, others, id),
      ...(route.alsoLoad === undefined ? {} : { alsoLoad: route.alsoLoad(input, id) }),
      ...(input.ifMatch === undefined ? {} : { ifMatch: input.ifMatch }),
      ...(input.idempotency === undefined ? {} : { idempotency: input.idempotency }),
      answer: (done) => ({ status: contract.success.status, body: view(done), etag: `"${done.row.version}"` }),
    });
    return outputOf(executed, view);
  });

/**
 * @returns what a route answers when a command was executed, or had been before.
 * @throws ProblemError when it was refused.
 */
export const outputOf = <R>(executed: Executed, view: (done: Done) => R): RouteOutput<R> => {
  if (executed.outcome === 'refused') throw problemOfRefusal(executed.refusal);
  if (executed.outcome === 'repeated') {
    const { body, ...stored } = executed.answer;
    return { body: body as R, stored };
  }
  return { body: view(executed), version: executed.row.version };
};

/**
 * Reads one aggregate for a route: one GetItem.
 * @throws ProblemError 404
 */
export const loadOr404 = async <S, C, E extends DomainEvent>(
  cell: Pick<Cell, 'store'>,
  conversation: Conversation<S, C, E>,
  id: string,
): Promise<Loaded<S>> => {
  const loaded = await load(cell.store, conversation, id);
  if (!loaded) throw problems.notFound(AGGREGATE_KIND_NAMES[conversation.aggregate.kind], id);
  return loaded;
};

/**
 * A page of a list's cards, in the list's order: one Query, whatever the size of the registry.
 * @param options.between inclusive bounds of the sort key, for lists whose sort key begins with what is filtered by.
 */
export const listCards = async <T>(
  cell: { readonly store: Pick<Store, 'query'> },
  list: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  card: z.ZodType<T>,
  options: { readonly descending?: boolean; readonly between?: readonly [from: string, to: string] } = {},
): Promise<{ items: T[]; nextCursor?: string }> => {
  const after = fromCursor(cursor);
  const page = await cell.store.query({
    pk: keys.listing(list, '').pk,
    limit,
    ...options,
    ...(after === undefined ? {} : { after }),
  });
  const items = page.items.map((item) => card.parse(item.card));
  return page.next === undefined ? { items } : { items, nextCursor: toCursor(page.next) };
};
