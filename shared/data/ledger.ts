import * as z from 'zod';
import { ActorSchema } from '../domain/kernel/actor.ts';
import { CityCodeSchema } from '../domain/kernel/city-code.ts';
import { InstantSchema } from '../domain/kernel/instant.ts';
import { digestOf } from '../exchange/canonical.ts';

/** What the first entry of every ledger names as the hash before it. */
export const GENESIS = 'genesis';

/** A message that an event was told by, or that tells of it: by id and by digest of its compact JWS. */
export const MessageReferenceSchema = z.strictObject({
  id: z.uuid(),
  direction: z.enum(['sent', 'received']),
  type: z.string(),
  digest: z.string(),
});

/** One entry of an aggregate's ledger, hash-chained to the one before. */
export const LedgerEntrySchema = z.strictObject({
  kind: z.string(),
  id: z.uuid(),
  sequence: z.int().positive(),
  type: z.string(),
  at: InstantSchema,
  city: CityCodeSchema,
  actor: ActorSchema,
  /** The agreement on whose authority it was done, where there is one. */
  authority: z.uuid().optional(),
  /** What brought it about besides: the import whose file said so. */
  cause: z.strictObject({ kind: z.string(), id: z.uuid() }).optional(),
  data: z.record(z.string(), z.unknown()),
  messages: z.array(MessageReferenceSchema),
  previous: z.string(),
  /** SHA-256 over the RFC 8785 form of all the rest, base64url. */
  hash: z.string(),
});
export type LedgerEntry = z.infer<typeof LedgerEntrySchema>;

/** @returns the entry with its hash. */
export const sealEntry = (entry: Omit<LedgerEntry, 'hash'>): LedgerEntry => ({ ...entry, hash: digestOf(entry) });

/** Where a chain breaks, and how. */
export interface BrokenLink {
  readonly sequence: number;
  readonly fault: 'missing-entry' | 'changed-entry' | 'wrong-predecessor' | 'wrong-head';
}

/**
 * Recomputes a chain from its first entry.
 * @param head hash the aggregate's state says the chain ends with.
 * @returns the first broken link, or `undefined` when the chain is whole.
 */
export const firstBrokenLink = (entries: readonly LedgerEntry[], head: string): BrokenLink | undefined => {
  let previous: string = GENESIS;
  for (const [index, { hash, ...rest }] of entries.entries()) {
    const sequence = index + 1;
    if (rest.sequence !== sequence) return { sequence, fault: 'missing-entry' };
    if (rest.previous !== previous) return { sequence, fault: 'wrong-predecessor' };
    if (digestOf(rest) !== hash) return { sequence, fault: 'changed-entry' };
    previous = hash;
  }
  return previous === head ? undefined : { sequence: entries.length + 1, fault: 'wrong-head' };
};
