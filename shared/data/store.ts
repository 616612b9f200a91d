/** The primary key of every row of a city's table. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** A row: its key and JSON values. */
export type Item = Key & { readonly [attribute: string]: unknown };

/** What must hold of the row as it is now, or the whole transaction is cancelled. */
export type Condition =
  | { readonly kind: 'absent' }
  | { readonly kind: 'equals'; readonly attribute: string; readonly value: string | number };

/** One part of a transaction. */
export type Write =
  | { readonly kind: 'put'; readonly item: Item; readonly condition?: Condition }
  | { readonly kind: 'delete'; readonly key: Key; readonly condition?: Condition }
  | { readonly kind: 'check'; readonly key: Key; readonly condition: Condition };

/** A range of one partition, in sort-key order. */
export interface PartitionQuery {
  readonly pk: string;
  /** Inclusive bounds of the sort key. Both or neither. */
  readonly between?: readonly [from: string, to: string];
  /** Rows after (in the query's direction) this sort key only: where the page before ended. */
  readonly after?: string;
  readonly limit?: number;
  readonly descending?: boolean;
}

/** Rows found, and the sort key to go on after when there may be more. */
export interface Page {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** A page of the sparse due index: keys of rows whose clock has run out, earliest first. */
export interface DuePage {
  readonly keys: readonly Key[];
  readonly next?: Key & { readonly dueAt: string };
}

/** DynamoDB takes at most this many writes in one TransactWriteItems. */
export const TABLE_TRANSACTION_WRITES = 100;

/** Writes of one transaction at most: one is left to a store that notes, in the same transaction, whom it is to tell of it. */
export const MAXIMUM_TRANSACTION_WRITES = TABLE_TRANSACTION_WRITES - 1;

/**
 * A city's table, as narrow as the service needs it. There is no scan. Adapters: DynamoDB (and its emulators), and a
 * deterministic one in memory; one contract suite holds both to this.
 */
export interface Store {
  /** Strongly consistent read of one row; 0.5 read units per 4 KB eventually, 1 consistently. */
  get(key: Key): Promise<Item | undefined>;
  /** Strongly consistent reads of up to 100 rows in one round trip; absent rows are left out, order is not kept. */
  getMany(keys: readonly Key[]): Promise<readonly Item[]>;
  /** Strongly consistent query of one partition. Costs what it returns. */
  query(query: PartitionQuery): Promise<Page>;
  /** Eventually consistent query of the due index up to and including `until`. */
  queryDue(until: string, limit: number, after?: DuePage['next']): Promise<DuePage>;
  /**
   * All writes or none (TransactWriteItems).
   * @param token makes a repeat of the very same transaction within ten minutes harmless.
   * @throws TransactionCancelled when a condition does not hold or another transaction is under way on the same rows.
   * @throws StoreThrottled when the table is asked for more than it gives now.
   */
  transact(writes: readonly Write[], token: string): Promise<void>;
}

/** Why each write of a cancelled transaction failed; `undefined` for those that did not. Order is that of the writes. */
export type CancellationReason = 'condition' | 'conflict' | undefined;

/** Thrown when a transaction came to nothing: a condition did not hold, or another was under way on the same rows. */
export class TransactionCancelled extends Error {
  readonly reasons: readonly CancellationReason[];
  constructor(reasons: readonly CancellationReason[]) {
    super(`transaction cancelled: ${reasons.map((reason) => reason ?? '-').join(' ')}`);
    this.name = 'TransactionCancelled';
    this.reasons = reasons;
  }
}

/** Thrown when the table is asked for more than it gives now; later it will. */
export class StoreThrottled extends Error {
  constructor(cause?: unknown) {
    super('the table is throttling', { cause });
    this.name = 'StoreThrottled';
  }
}
