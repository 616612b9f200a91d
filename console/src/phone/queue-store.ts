import type { Answered } from '../../../shared/http/calling.ts';
import { Refused } from '../api/problem.ts';
import { nextOf, type Queue, type QueuedCommand, refused, settled } from './command-queue.ts';

const KEPT = 'shouwang.queue';
const LOCK = 'shouwang.queue';

/** From here on it is the city's own trouble, and the command may still be carried out. */
const CITY_FAILS = 500;
/** Of nobody who is signed in, or too often: it may be carried out later. */
const LATER: readonly number[] = [401, 429];

const isFinal = (error: unknown): error is Refused =>
  error instanceof Refused && error.problem.status < CITY_FAILS && !LATER.includes(error.problem.status);

/** Sends a command to the city. */
export type Send = (command: QueuedCommand) => Promise<Answered<unknown>>;

/** Commands waiting for the line. They are kept in this browser: a reload, or another day, finds them again. */
export class QueueStore {
  private readonly storage: Storage;
  private readonly listeners = new Set<() => void>();
  private written: string | null = null;
  private queue: Queue = [];
  private replaying: Promise<void> = Promise.resolve();

  constructor(storage: Storage) {
    this.storage = storage;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** @returns all commands, also those of others who use this browser; the same array until it changes. */
  readonly snapshot = (): Queue => {
    const written = this.storage.getItem(KEPT);
    if (written !== this.written) {
      this.written = written;
      this.queue = written === null ? [] : (JSON.parse(written) as Queue);
    }
    return this.queue;
  };

  /** Another tab has changed the queue. */
  readonly changedElsewhere = (): void => this.tell();

  change(how: (queue: Queue) => Queue): void {
    this.storage.setItem(KEPT, JSON.stringify(how(this.snapshot())));
    this.tell();
  }

  /**
   * Sends an owner's commands in their order until all are answered, or the line is gone. Of several tabs one sends at a time.
   * @param onAnswered told of each that was carried out, before it leaves the queue.
   */
  replay(
    owner: string,
    send: Send,
    onAnswered: (command: QueuedCommand, answer: Answered<unknown>) => void,
  ): Promise<void> {
    const run = async (): Promise<void> => {
      for (let next = nextOf(this.snapshot(), owner); next; next = nextOf(this.snapshot(), owner))
        if (!(await this.sendOne(next, send, onAnswered))) return;
    };
    const exclusively = async (): Promise<void> => navigator.locks.request(LOCK, run);
    this.replaying = this.replaying.then(exclusively, exclusively);
    return this.replaying;
  }

  /** @returns whether the city has answered. */
  private async sendOne(
    command: QueuedCommand,
    send: Send,
    onAnswered: (command: QueuedCommand, answer: Answered<unknown>) => void,
  ): Promise<boolean> {
    try {
      const answer = await send(command);
      onAnswered(command, answer);
      this.change((queue) => settled(queue, command.id, answer.etag));
    } catch (error) {
      if (!isFinal(error)) return false;
      this.change((queue) => refused(queue, command.id, error.problem));
    }
    return true;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const queueStore = new QueueStore(localStorage);
