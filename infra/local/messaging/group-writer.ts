import { type Key, type Store, TABLE_TRANSACTION_WRITES, type Write } from '../../../shared/data/store.ts';

interface Waiting {
  readonly writes: readonly Write[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** Of one transaction: DynamoDB takes 4 MB. */
const MAXIMUM_BYTES = 3 * 1024 * 1024;

/** Removals that wait for company are written after this time at the latest, milliseconds. */
const PATIENCE_MS = 25;

const nameOf = (write: Write): string => {
  const { pk, sk }: Key = write.kind === 'put' ? write.item : write.key;
  return `${pk}\n${sk}`;
};

const sizeOf = (write: Write): number => (write.kind === 'put' ? JSON.stringify(write.item).length * 2 : 0);

/**
 * Writes to one table in as few transactions as the moment allows: whatever is asked for while one is under way goes into the
 * next. For rows that have nothing to do with one another.
 */
export class GroupWriter {
  private readonly store: Store;
  private readonly newId: () => string;
  private readonly waiting: Waiting[] = [];
  private readonly removals = new Map<string, Write>();
  private running: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(store: Store, newId: () => string) {
    this.store = store;
    this.newId = newId;
  }

  /** Resolves once these are on disk. */
  write(writes: readonly Write[]): Promise<void> {
    if (writes.length === 0) return Promise.resolve();
    return new Promise((done, failed) => {
      this.waiting.push({ writes, done, failed });
      this.run();
    });
  }

  /** Removes rows soon. Should the process end before, they are still there: whoever reads them must bear that. */
  removeSoon(keys: readonly Key[]): void {
    for (const key of keys) {
      const write: Write = { kind: 'delete', key };
      this.removals.set(nameOf(write), write);
    }
    if (this.removals.size >= TABLE_TRANSACTION_WRITES) this.run();
    else this.timer ??= setTimeout(() => this.run(), PATIENCE_MS);
  }

  /** Resolves once everything asked for so far has been written or has failed. */
  async flush(): Promise<void> {
    while (this.waiting.length > 0 || this.removals.size > 0 || this.running) {
      this.run();
      await this.running;
    }
  }

  private run(): void {
    if (this.running) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.running = this.writeNext().finally(() => {
      this.running = undefined;
      if (this.waiting.length > 0) this.run();
    });
  }

  private async writeNext(): Promise<void> {
    // What is asked for in the same turn of the event loop goes together.
    await Promise.resolve();
    const { group, writes } = this.take();
    try {
      await this.store.transact(writes, this.newId());
      for (const { done } of group) done();
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  }

  /** Takes what fits into one transaction: first what somebody waits for, then removals. */
  private take(): { group: readonly Waiting[]; writes: readonly Write[] } {
    const group: Waiting[] = [];
    const writes = new Map<string, Write>();
    let bytes = 0;
    for (const next of this.waiting) {
      const size = next.writes.reduce((sum, write) => sum + sizeOf(write), 0);
      const fits = writes.size + next.writes.length <= TABLE_TRANSACTION_WRITES && bytes + size <= MAXIMUM_BYTES;
      if (group.length > 0 && !fits) break;
      group.push(next);
      bytes += size;
      for (const write of next.writes) writes.set(nameOf(write), write);
    }
    this.waiting.splice(0, group.length);
    for (const [name, removal] of this.removals) {
      if (writes.size >= TABLE_TRANSACTION_WRITES) break;
      if (writes.has(name)) continue;
      writes.set(name, removal);
      this.removals.delete(name);
    }
    return { group, writes: [...writes.values()] };
  }
}
