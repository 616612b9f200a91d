import type { AggregateKind, Listing } from '../kernel/aggregate.ts';
import { folded } from '../kernel/folded.ts';

/** @returns the name of the list in which entries of a kind stand under the key that people know them by. */
export const naturalKeyList = (kind: AggregateKind): string => `${kind}/key`;

/** Between the parts of a natural key; in no word that people write. */
const SEPARATOR = '\u001f';

/**
 * @param parts what offices tell entries of this kind apart by, e.g. a team's name, an expert's name and employer.
 * @returns the sort key of an entry in {@link naturalKeyList}; upper and lower case, full and half width make no difference.
 */
export const naturalKey = (...parts: readonly string[]): string => parts.map(folded).join(SEPARATOR);

/**
 * The row by which a spreadsheet's line finds the entry it is about: one key read per line, a hundred in one round trip. Entries
 * that are no longer kept (retired, left) give it up, so that a new one can take the name.
 */
export const naturalKeyListing = (kind: AggregateKind, id: string, ...parts: readonly string[]): Listing => ({
  list: naturalKeyList(kind),
  sort: naturalKey(...parts),
  card: { id },
});
