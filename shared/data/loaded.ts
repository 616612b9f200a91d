import type { AggregateKind, DomainEvent } from '../domain/kernel/aggregate.ts';
import { type Conversation, conversationAmong, type SomeConversations } from '../exchange/conversation.ts';
import { type StateRow, StateRowSchema } from './rows.ts';
import type { Item, Store } from './store.ts';
import { keys } from './table.ts';

/** Names an aggregate of this city. */
export interface Reference {
  readonly kind: AggregateKind;
  readonly id: string;
}

/** An aggregate as read: its state, parsed, and the row around it. */
export interface Loaded<S> {
  readonly row: StateRow;
  readonly state: S;
}

/** @returns one text per aggregate, for maps. */
export const nameOf = ({ kind, id }: Reference): string => keys.aggregate(kind, id);

/**
 * Parses a state row read back.
 * @throws ZodError when the table holds something this version cannot read: never passed on as if it were fine.
 */
export const readBack = <S, C, E extends DomainEvent>(item: Item, { aggregate }: Conversation<S, C, E>): Loaded<S> => {
  const row = StateRowSchema.parse(item);
  return { row, state: aggregate.stateSchema.parse(row.state) };
};

/** @returns the state of an aggregate that was {@link readBack} as one of this kind: it need not be parsed again. */
export const stateOf = <S, C, E extends DomainEvent>(
  { state }: Loaded<unknown>,
  _kind: Pick<Conversation<S, C, E>, 'aggregate'>,
): S => state as S;

/** Reads one aggregate: one GetItem. */
export const load = async <S, C, E extends DomainEvent>(
  store: Pick<Store, 'get'>,
  conversation: Conversation<S, C, E>,
  id: string,
): Promise<Loaded<S> | undefined> => {
  const item = await store.get(keys.state(conversation.aggregate.kind, id));
  return item && readBack(item, conversation);
};

/** Aggregates read together. */
export class LoadedSet {
  readonly #found: ReadonlyMap<string, Loaded<unknown>>;
  readonly #asked: ReadonlySet<string>;

  constructor(found: ReadonlyMap<string, Loaded<unknown>>, asked: ReadonlySet<string>) {
    this.#found = found;
    this.#asked = asked;
  }

  has(reference: Reference): boolean {
    return this.#asked.has(nameOf(reference));
  }

  get(reference: Reference): Loaded<unknown> | undefined {
    return this.#found.get(nameOf(reference));
  }

  /** The state of an aggregate of a known type; `undefined` when there is none of that id. */
  state<S, C, E extends DomainEvent>({ aggregate }: Conversation<S, C, E>, id: string): S | undefined {
    const loaded = this.#found.get(nameOf({ kind: aggregate.kind, id }));
    return loaded && stateOf(loaded, { aggregate });
  }

  /** This set and what `other` holds besides. */
  with(other: LoadedSet): LoadedSet {
    return new LoadedSet(new Map([...this.#found, ...other.#found]), new Set([...this.#asked, ...other.#asked]));
  }
}

/** Reads several aggregates in one round trip. */
export const loadSet = async (
  store: Pick<Store, 'getMany'>,
  conversations: SomeConversations,
  references: readonly Reference[],
): Promise<LoadedSet> => {
  const unique = [...new Map(references.map((reference) => [nameOf(reference), reference])).values()];
  const items = await store.getMany(unique.map(({ kind, id }) => keys.state(kind, id)));
  const byPartition = new Map(items.map((item) => [item.pk, item]));
  const found = new Map<string, Loaded<unknown>>();
  for (const reference of unique) {
    const item = byPartition.get(nameOf(reference));
    if (item) found.set(nameOf(reference), readBack(item, conversationAmong(conversations, reference.kind)));
  }
  return new LoadedSet(found, new Set(unique.map(nameOf)));
};

/** DynamoDB reads this many rows at a time. */
const ROWS_AT_ONCE = 100;

/** Reads however many aggregates, a hundred in one round trip. */
export const loadMany = async (
  store: Pick<Store, 'getMany'>,
  conversations: SomeConversations,
  references: readonly Reference[],
): Promise<LoadedSet> => {
  let loaded = new LoadedSet(new Map(), new Set());
  for (let n = 0; n < references.length; n += ROWS_AT_ONCE)
    loaded = loaded.with(await loadSet(store, conversations, references.slice(n, n + ROWS_AT_ONCE)));
  return loaded;
};
