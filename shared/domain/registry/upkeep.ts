import * as z from 'zod';
import { AGGREGATE_KINDS, type AggregateKind, type Listing } from '../kernel/aggregate.ts';
import { DAY_MS, type Instant, InstantSchema, plus } from '../kernel/instant.ts';

/** Something of a registry entry that ends on a day and must be renewed, used up or replaced by then. */
export const ExpiringSchema = z
  .enum(['certification', 'agreement', 'term', 'shelf-life', 'inspection', 'insurance', 'validity'])
  .meta({ id: 'Expiring' });
export type Expiring = z.infer<typeof ExpiringSchema>;

/**
 * What the state of every registry entry carries: when somebody who answers for it last said that it is right, by registering,
 * changing or confirming it. Entries from before this was kept have none, and count as stale.
 */
export const upkept = { confirmedAt: InstantSchema.optional() } as const;

/** @returns what an event that confirms an entry sets in its state; nothing for events from before their moment was kept. */
export const confirmedBy = ({ at }: { readonly at?: Instant | undefined }): { readonly confirmedAt?: Instant } =>
  at === undefined ? {} : { confirmedAt: at };

/** When a thing that is kept up ends. */
export interface Ending {
  readonly what: Expiring;
  readonly at: Instant;
}

/** What the upkeep of the registry looks at in an entry of any kind. */
export interface UpkeptEntry {
  readonly kind: AggregateKind;
  readonly id: string;
  /** What people know it by; no personal data but the name of a person who is an entry. */
  readonly name: string;
  readonly confirmedAt?: Instant | undefined;
  readonly endings?: readonly Ending[];
}

const entry = {
  kind: z.enum(AGGREGATE_KINDS),
  id: z.uuid(),
  name: z.string(),
};

/** What {@link CONFIRMED_LIST} shows of an entry. */
export const ConfirmedCardSchema = z.strictObject({ ...entry, confirmedAt: InstantSchema }).meta({ id: 'StaleEntry' });
type ConfirmedCard = z.infer<typeof ConfirmedCardSchema>;

/** What {@link EXPIRING_LIST} shows of a thing that ends. */
export const ExpiringCardSchema = z
  .strictObject({ ...entry, what: ExpiringSchema, endsAt: InstantSchema })
  .meta({ id: 'ExpiringThing' });
type ExpiringCard = z.infer<typeof ExpiringCardSchema>;

/** The list of all entries in order of when they were confirmed. */
export const CONFIRMED_LIST = 'registry/confirmed';

/** The list of everything of any entry that ends, in order of when. */
export const EXPIRING_LIST = 'registry/expiring';

/** After a moment and before the next in the sort keys of both lists. */
const SEPARATOR = '#';

/**
 * The rows by which an entry's upkeep is seen to, whatever its kind: one for when it was confirmed, one for each thing that ends.
 * Entries that are no longer kept (retired, left) have none: leave the call out for them.
 */
export const upkeepListings = ({ kind, id, name, confirmedAt, endings = [] }: UpkeptEntry): readonly Listing[] => {
  const confirmed = (at: Instant): Listing => {
    const card: ConfirmedCard = { kind, id, name, confirmedAt: at };
    return { list: CONFIRMED_LIST, sort: [at, kind, id].join(SEPARATOR), card };
  };
  const ending = ({ what, at }: Ending): Listing => {
    const card: ExpiringCard = { kind, id, name, what, endsAt: at };
    return { list: EXPIRING_LIST, sort: [at, kind, id, what].join(SEPARATOR), card };
  };
  return [...(confirmedAt === undefined ? [] : [confirmed(confirmedAt)]), ...endings.map(ending)];
};

/** Before every moment. */
const EVER = '0';

/** @returns the bounds of either list's sort key for what was confirmed, or ends, from `from` on and before `until`. */
export const upkeepRange = (from: Instant | undefined, until: Instant): readonly [from: string, until: string] => [
  from ?? EVER,
  until,
];

/** @returns the moment that entries must have been confirmed at or after not to be stale. */
export const staleBefore = (now: Instant, staleAfterDays: number): Instant => plus(now, -staleAfterDays * DAY_MS);

/** @returns whether nobody has confirmed an entry for so many days. */
export const isStale = (
  { confirmedAt }: { readonly confirmedAt?: Instant | undefined },
  now: Instant,
  staleAfterDays: number,
): boolean => confirmedAt === undefined || confirmedAt < staleBefore(now, staleAfterDays);
