import type { Item, Store } from '../../../shared/data/store.ts';
import { GroupWriter } from './group-writer.ts';

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
  /** Forgets them soon; a process that ends before finds them again. */
  remove(messages: readonly Message<B>[]): void;
}

/** A table that rows of queues are kept in. */
export class RowTable {
  readonly store: Store;
  readonly newId: () => string;
  readonly writer: GroupWriter;

  constructor(store: Store, newId: () => string) {
    this.store = store;
    this.newId = newId;
    this.writer = new GroupWriter(store, newId);
  }

  /** @returns every row of a partition. */
  async rows(pk: string): Promise<readonly Item[]> {
    const rows: Item[] = [];
    let after: string | undefined;
    do {
      const page = await this.store.query({ pk, ...(after !== undefined && { after }) });
      rows.push(...page.items);
      after = page.next;
    } while (after !== undefined);
    return rows;
  }
}

/** @returns rows of a queue in a partition of its own. */
export const queueRows = <B>(table: RowTable, name: string): MessageRows<B> => {
  const pk = `queue#${name}`;
  return {
    load: async () => (await table.rows(pk)).map(({ text }) => JSON.parse(String(text)) as Message<B>),
    // As text: the table need not know what is in a message.
    put: (messages) =>
      table.writer.write(
        messages.map((message) => ({ kind: 'put', item: { pk, sk: message.id, text: JSON.stringify(message) } })),
      ),
    remove: (messages) => table.writer.removeSoon(messages.map(({ id }) => ({ pk, sk: id }))),
  };
};
