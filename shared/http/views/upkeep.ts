import * as z from 'zod';
import { type Instant, InstantSchema } from '../../domain/kernel/instant.ts';
import { isStale } from '../../domain/registry/upkeep.ts';

/** As of when a view is made, and after how many days without confirmation the city takes an entry for stale. */
export interface Freshness {
  readonly now: Instant;
  readonly staleAfterDays: number;
}

/** @returns as of when a cell's views are made now. */
export const freshness = ({
  clock,
  staleAfterDays,
}: {
  readonly clock: { now(): Instant };
  readonly staleAfterDays: number;
}): Freshness => ({ now: clock.now(), staleAfterDays });

/** What the views of registry entries show of their upkeep: when they were last confirmed, and whether that is too long ago. */
export const upkeepShown = { confirmedAt: InstantSchema.optional(), stale: z.boolean() };

/** @returns {@link upkeepShown} of an entry; `kept: false` for one that is no longer kept, which cannot be stale. */
export const upkeepView = (
  { confirmedAt }: { readonly confirmedAt?: Instant | undefined },
  { now, staleAfterDays }: Freshness,
  kept = true,
): { confirmedAt?: Instant; stale: boolean } => ({
  ...(confirmedAt === undefined ? {} : { confirmedAt }),
  stale: kept && isStale({ confirmedAt }, now, staleAfterDays),
});
