import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { DurableQueue } from '../messaging/durable-queue.ts';
import { queueRows, type RowTable } from '../messaging/message-rows.ts';

/** Something given up: what it was, and the queue that would take it again. */
export interface DeadLetter {
  readonly queue: string;
  readonly body: unknown;
}

/** Where things end up that were given up: as messages to the city, as notes of new rows, as targets of rules, as events of functions. */
export const LOCAL_DEAD_LETTER_QUEUES = ['inbox-dead-letters', 'row-dead-letters', 'undelivered', 'failed'] as const;
export type LocalDeadLetterQueue = (typeof LOCAL_DEAD_LETTER_QUEUES)[number];

/** The queues of one city, by name; those for what was given up are named as in its stack. */
export class CityQueues {
  private readonly city: CityCode;
  private readonly table: RowTable;
  private readonly byName = new Map<string, DurableQueue>();
  readonly deadLetters: { readonly [K in LocalDeadLetterQueue]: DurableQueue<DeadLetter> };

  constructor(city: CityCode, table: RowTable) {
    this.city = city;
    this.table = table;
    this.deadLetters = {
      'inbox-dead-letters': this.newQueue('inbox-dead-letters'),
      'row-dead-letters': this.newQueue('row-dead-letters'),
      undelivered: this.newQueue('undelivered'),
      failed: this.newQueue('failed'),
    };
  }

  /** Makes a queue of that name, kept in the runtime's own table. */
  add<B>(name: string): DurableQueue<B> {
    return this.adopt(this.newQueue<B>(name));
  }

  /** Takes a queue that keeps its messages elsewhere. */
  adopt<B>(queue: DurableQueue<B>): DurableQueue<B> {
    this.byName.set(queue.name, queue);
    return queue;
  }

  /** Takes up what an earlier process left in every queue. */
  async recover(): Promise<void> {
    await Promise.all([...this.byName.values(), ...Object.values(this.deadLetters)].map((queue) => queue.recover()));
  }

  /** @returns how many messages wait in each queue, dead letters included. */
  get sizes(): Readonly<Record<string, number>> {
    const queues = [...this.byName.values(), ...Object.values(this.deadLetters)];
    return Object.fromEntries(queues.map(({ name, size }) => [name, size]));
  }

  /** Whether nothing is under way; what was given up does not count. */
  get isQuiet(): boolean {
    return [...this.byName.values()].every(({ size }) => size === 0);
  }

  /** Puts the dead letters of these queues back in the queue each came from, as redriving does on AWS. @returns how many. */
  async redrive(names: readonly LocalDeadLetterQueue[] = LOCAL_DEAD_LETTER_QUEUES): Promise<number> {
    let count = 0;
    for (const dead of names.map((name) => this.deadLetters[name])) {
      for (const letter of dead.receive(dead.size)) {
        const origin = this.byName.get(letter.body.queue);
        if (!origin) {
          dead.release([letter]);
          continue;
        }
        await origin.send([letter.body.body]);
        dead.complete([letter]);
        count += 1;
      }
    }
    return count;
  }

  private newQueue<B>(name: string): DurableQueue<B> {
    const { newId } = this.table;
    return new DurableQueue({ name, newId, rows: queueRows<B>(this.table, `${this.city}/${name}`) });
  }
}
