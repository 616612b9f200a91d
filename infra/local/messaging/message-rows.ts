import type { Item, Store } from '../../../shared/data/store.ts';

/** A message waiting to be worked on. */
export interface Message<B = unknown> {
  /** Unique in its queue; text order is order of arrival. */
  readonly id: string;
  readonly body: B;
  /** When it came, milliseconds since 1970. */
  readonly sentAt: number;
  /** How often working on it has failed. */
  readonly failures: number;
  /** What the last failure was. */
  readonly reason?: string;
}

/** Where a queue's messages outlive the process. */
export interface MessageRows<B> {
  /** @returns every message that is still there, in order. */
  load(): Promise<readonly Message<B>[]>;
  /** Resolves when the messages are safe; one that is there already is replaced. */
  put(messages: readonly Message<B>[]): Promise<void>;
  remove(messages: readonly Message<B>[]): Promise<void>;
}

/** Writes of one transaction: well below DynamoDB's limit of 4 MB when each holds an EventBridge entry. */
const WRITES_AT_ONCE = 10;

const chunksOf = <T>(values: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(values.length / WRITES_AT_ONCE) }, (_, n) =>
    values.slice(n * WRITES_AT_ONCE, (n + 1) * WRITES_AT_ONCE),
  );

/** @returns every row of a partition. */
export const allRows = async (store: Store, pk: string): Promise<readonly Item[]> => {
  const rows: Item[] = [];
  let after: string | undefined;
  do {
    const page = await store.query({ pk, ...(after !== undefined && { after }) });
    rows.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return rows;
};

/** Removes rows of a partition by their sort keys. */
export const removeRows = async (
  { store, newId }: RowsContext,
  pk: string,
  sortKeys: readonly string[],
): Promise<void> => {
  for (const chunk of chunksOf(sortKeys))
    await store.transact(
      chunk.map((sk) => ({ kind: 'delete', key: { pk, sk } })),
      newId(),
    );
};

export interface RowsContext {
  readonly store: Store;
  readonly newId: () => string;
}

/** @returns rows of a queue in a partition of its own. */
export const queueRows = <B>(context: RowsContext, name: string): MessageRows<B> => {
  const { store, newId } = context;
  const pk = `queue#${name}`;
  return {
    load: async () => (await allRows(store, pk)).map((row) => row.message as Message<B>),
    put: async (messages) => {
      for (const chunk of chunksOf(messages))
        await store.transact(
          chunk.map((message) => ({ kind: 'put', item: { pk, sk: message.id, message } })),
          newId(),
        );
    },
    remove: (messages) =>
      removeRows(
        context,
        pk,
        messages.map(({ id }) => id),
      ),
  };
};
