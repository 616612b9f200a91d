import type * as z from 'zod';
import type { ChangeSchema } from '../../../shared/http/routes/change-feed.ts';

/** Something that changed in the city, as the feed says it. */
export type Change = z.infer<typeof ChangeSchema>;

/** How long something counts as just changed, milliseconds. */
const FRESH_MS = 20_000;

type Listener = () => void;

/** What changed lately: screens mark it, and whoever cannot see the screen is told. */
export class LatestChanges {
  private readonly at = new Map<string, number>();
  private readonly listeners = new Set<Listener>();
  private version = 0;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): number => this.version;

  /** Takes note of changes; they are forgotten when they are no longer fresh. */
  note(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const now = Date.now();
    for (const { id } of changes) this.at.set(id, now);
    this.tell();
    setTimeout(() => this.forgetStale(), FRESH_MS + 100);
  }

  isFresh(id: string): boolean {
    return this.at.has(id);
  }

  private forgetStale(): void {
    const now = Date.now();
    for (const [id, at] of this.at) if (now - at >= FRESH_MS) this.at.delete(id);
    this.tell();
  }

  private tell(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}

export const latestChanges = new LatestChanges();
