import type { Message, MessageRows } from './message-rows.ts';

interface Entry<B> {
  message: Message<B>;
  /** Handed out, and neither completed nor failed yet. */
  inFlight: boolean;
  /** Not handed out before, milliseconds since 1970. */
  visibleAt: number;
}

export interface QueueOptions<B> {
  readonly name: string;
  readonly rows: MessageRows<B>;
  readonly newId: () => string;
}

/**
 * A queue that survives the process: a message is on disk before whoever sent it knows it was taken, and stays until it was
 * worked on. What was handed out when the process ended is handed out again. One process at a time uses it.
 */
export class DurableQueue<B = unknown> {
  readonly name: string;
  private readonly rows: MessageRows<B>;
  private readonly newId: () => string;
  private readonly entries = new Map<string, Entry<B>>();
  private readonly listeners: (() => void)[] = [];

  constructor({ name, rows, newId }: QueueOptions<B>) {
    this.name = name;
    this.rows = rows;
    this.newId = newId;
  }

  /** Takes up what an earlier process left behind. */
  async recover(): Promise<void> {
    this.accept(await this.rows.load());
  }

  /** Resolves once the messages are safe on disk. */
  async send(bodies: readonly B[], reason?: string): Promise<void> {
    const sentAt = Date.now();
    const messages = bodies.map((body) => ({
      id: this.newId(),
      body,
      sentAt,
      failures: 0,
      ...(reason !== undefined && { reason }),
    }));
    await this.rows.put(messages);
    this.accept(messages);
  }

  /** Takes messages that are on disk already. */
  accept(messages: readonly Message<B>[]): void {
    for (const message of messages) this.entries.set(message.id, { message, inFlight: false, visibleAt: 0 });
    if (messages.length > 0) this.announce();
  }

  /**
   * Hands out messages that may be worked on now, oldest first.
   * @param groupOf which messages are to stay in order: none is handed out that came after one of its group that may not be.
   */
  receive(limit: number, groupOf?: (body: B) => string): readonly Message<B>[] {
    const now = Date.now();
    const found: Message<B>[] = [];
    const held = new Set<string>();
    for (const entry of this.entries.values()) {
      if (found.length === limit) break;
      const group = groupOf?.(entry.message.body);
      const mayBe = !entry.inFlight && entry.visibleAt <= now && !(group !== undefined && held.has(group));
      if (mayBe) {
        entry.inFlight = true;
        found.push(entry.message);
      } else if (group !== undefined) held.add(group);
    }
    return found;
  }

  /** Forgets messages that were worked on. */
  complete(messages: readonly Message<B>[]): void {
    this.rows.remove(messages);
    for (const { id } of messages) this.entries.delete(id);
  }

  /** Gives messages back as they were. */
  release(messages: readonly Message<B>[]): void {
    for (const { id } of messages) this.update(id, (entry) => Object.assign(entry, { inFlight: false }));
  }

  /** Gives messages back after a failure, to be handed out again no sooner than `delayMs` from now. */
  async fail(messages: readonly Message<B>[], reason: string, delayMs: number): Promise<void> {
    const failed = messages.map((message) => ({ ...message, failures: message.failures + 1, reason }));
    await this.rows.put(failed);
    const visibleAt = Date.now() + delayMs;
    for (const message of failed)
      this.update(message.id, (entry) => Object.assign(entry, { message, inFlight: false, visibleAt }));
  }

  /** Hands out again at once whatever waits after a failure. */
  hurry(): void {
    for (const entry of this.entries.values()) entry.visibleAt = 0;
    this.announce();
  }

  /** @returns all messages, in order; in flight or not. */
  messages(): readonly Message<B>[] {
    return [...this.entries.values()].map(({ message }) => message);
  }

  oldest(): Message<B> | undefined {
    const [first] = this.entries.values();
    return first?.message;
  }

  get size(): number {
    return this.entries.size;
  }

  /** @returns when the next message may be handed out, milliseconds since 1970; `undefined` when none waits. */
  nextVisibleAt(): number | undefined {
    const waiting = [...this.entries.values()].filter(({ inFlight }) => !inFlight);
    return waiting.length === 0 ? undefined : Math.min(...waiting.map(({ visibleAt }) => visibleAt));
  }

  /** Calls `listener` whenever there may be something to receive. */
  onAvailable(listener: () => void): void {
    this.listeners.push(listener);
  }

  private update(id: string, change: (entry: Entry<B>) => void): void {
    const entry = this.entries.get(id);
    if (entry) change(entry);
  }

  private announce(): void {
    for (const listener of this.listeners) listener();
  }
}
