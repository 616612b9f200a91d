import { setTimeout as pause } from 'node:timers/promises';
import type { DurableQueue } from './durable-queue.ts';
import type { Message } from './message-rows.ts';

/** How one batch went: which messages are not done, and why. */
export interface BatchOutcome<B> {
  readonly failed: readonly Message<B>[];
  /** Messages that were not tried: they wait for a failed one before them. */
  readonly untried?: readonly Message<B>[];
  readonly reason: string;
}

export interface ConsumerOptions<B> {
  readonly queue: DurableQueue<B>;
  /** Works on a batch; throwing fails all of it. */
  readonly work: (batch: readonly Message<B>[]) => Promise<BatchOutcome<B> | undefined>;
  readonly batchSize: number;
  /** How long to wait, milliseconds, for more to work on than there is, where a batch would not be full; default 0. */
  readonly gatherMs?: number;
  /** Batches under way at once. */
  readonly concurrency: number;
  /** Names what keeps its order of arrival: nothing of a group overtakes a message of it that failed or is under way. */
  readonly groupOf?: (body: B) => string;
  /** A batch that failed is tried again one by one, so that one bad message does not take others along. */
  readonly aloneAfterFailure?: true;
  /** A message is given up after this many failures. */
  readonly maximumFailures: number;
  /** Milliseconds to wait after the n-th failure of a message, n from 1. */
  readonly backoff: (failures: number) => number;
  /** Takes what is given up; rejects when it could not. */
  readonly giveUp: (messages: readonly Message<B>[], reason: string) => Promise<void>;
  /** Told of whatever goes wrong. */
  readonly onProblem: (problem: string, error?: unknown) => void;
}

/** Waiting before a retry doubles from `first` up to `longest`, milliseconds. */
export const doubling =
  (first: number, longest: number) =>
  (failures: number): number =>
    Math.min(longest, first * 2 ** (failures - 1));

/** How long to wait when the engine itself does not take what became of a batch. */
const TROUBLE_MS = 500;

/** Works through a queue: batches, bounded retries with growing pauses, dead letters. */
export class Consumer<B> {
  private readonly options: ConsumerOptions<B>;
  private readonly running = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private gathering: NodeJS.Timeout | undefined;
  private active = false;

  constructor(options: ConsumerOptions<B>) {
    this.options = options;
    options.queue.onAvailable(() => this.gather());
  }

  start(): void {
    this.active = true;
    this.pump();
  }

  /** Works on what there is, at once or when there may be more of it. */
  private gather(): void {
    const { queue, batchSize, gatherMs = 0 } = this.options;
    if (!this.active) return;
    if (gatherMs === 0 || queue.size >= batchSize) this.pump();
    else this.gathering ??= setTimeout(() => this.pump(), gatherMs);
  }

  private pump(): void {
    clearTimeout(this.gathering);
    this.gathering = undefined;
    const { queue, concurrency, groupOf } = this.options;
    while (this.active && this.running.size < concurrency) {
      const batch = queue.receive(this.batchSize(), groupOf);
      if (batch.length === 0) break;
      const run: Promise<void> = this.run(batch).finally(() => {
        this.running.delete(run);
        this.gather();
      });
      this.running.add(run);
    }
    this.wakeForNext();
  }

  /** Receives no more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.active = false;
    clearTimeout(this.timer);
    clearTimeout(this.gathering);
    await Promise.all(this.running);
  }

  private batchSize(): number {
    const { queue, batchSize, aloneAfterFailure } = this.options;
    return aloneAfterFailure && queue.oldest()?.failures ? 1 : batchSize;
  }

  private async run(batch: readonly Message<B>[]): Promise<void> {
    const { queue, onProblem } = this.options;
    try {
      const outcome = await this.work(batch);
      const left = new Set([...(outcome?.failed ?? []), ...(outcome?.untried ?? [])]);
      queue.complete(batch.filter((message) => !left.has(message)));
      if (outcome) await this.settleFailures(outcome);
    } catch (error) {
      onProblem(`queue ${queue.name}: a batch could not be settled`, error);
      await pause(TROUBLE_MS);
      queue.release(batch);
    }
  }

  private async work(batch: readonly Message<B>[]): Promise<BatchOutcome<B> | undefined> {
    try {
      return await this.options.work(batch);
    } catch (error) {
      return { failed: batch, reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  }

  private async settleFailures({ failed, untried = [], reason }: BatchOutcome<B>): Promise<void> {
    const { queue, maximumFailures, backoff, giveUp, onProblem } = this.options;
    for (const message of failed) {
      const failures = message.failures + 1;
      if (failures < maximumFailures) {
        await queue.fail([message], reason, backoff(failures));
      } else {
        onProblem(`queue ${queue.name}: gave up ${message.id} after ${failures} failures: ${reason}`);
        await giveUp([message], reason);
        queue.complete([message]);
      }
    }
    queue.release(untried);
  }

  private wakeForNext(): void {
    if (!this.active || this.running.size > 0) return;
    const next = this.options.queue.nextVisibleAt();
    if (next === undefined) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pump(), Math.max(1, next - Date.now()));
    this.timer.unref();
  }
}
