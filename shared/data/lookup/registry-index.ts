import type { RegistryEntry, RegistryEntryKind } from '../../domain/registry/registry-entry.ts';
import type { Cell } from '../../lambda/cell.ts';

/** Whose registry an entry stands in: this city's own, or a partner's, who shares it under an agreement. */
export type IndexSource = 'own' | { readonly agreement: string };

/** The side effects that writing the index needs. */
export type IndexingCell = Pick<Cell, 'store' | 'newId' | 'pause' | 'log'>;

/** An entry as it has become. */
export interface EntryChange {
  readonly kind: RegistryEntryKind;
  readonly id: string;
  /** Of the aggregate it comes from, at its owner: an older version never takes the place of a newer one. */
  readonly version: number;
  /** `undefined` takes it out of the index. */
  readonly entry: RegistryEntry | undefined;
}

/** Thrown when entries could not be written now: others were quicker each time, or the table throttles. Later they can. */
export class NotIndexed extends Error {
  readonly changes: readonly EntryChange[];
  constructor(changes: readonly EntryChange[], cause?: unknown) {
    super(`${changes.length} entries were not indexed`, { cause });
    this.name = 'NotIndexed';
    this.changes = changes;
  }
}

/**
 * Brings entries up to date in the index that lookups read: their documents and their posting rows, each entry's in one
 * transaction where they fit. Idempotent, in any order; what is older than the index holds is passed over. Writes only what differs.
 * Reads one document an entry; writes one, and a posting row for each key that came or went.
 * @throws NotIndexed naming those that have to be tried again; all others are done.
 */
export declare const indexEntries: (
  cell: IndexingCell,
  source: IndexSource,
  changes: readonly EntryChange[],
) => Promise<void>;

/** Takes out of the index all that is known under an agreement, in steps that can be repeated: one Query a page of documents. */
export declare const removeSource: (cell: IndexingCell, source: { readonly agreement: string }) => Promise<void>;

/** A page of what the index holds of one source; in no order that means anything. */
export declare const indexedEntries: (
  cell: Pick<Cell, 'store'>,
  source: IndexSource,
  page: { readonly limit: number; readonly after?: string | undefined },
) => Promise<{
  readonly entries: readonly { readonly entry: RegistryEntry; readonly version: number }[];
  readonly next?: string;
}>;
