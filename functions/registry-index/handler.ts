import { loadSet, nameOf } from '../../shared/data/loaded.ts';
import { type EntryChange, indexEntries, NotIndexed } from '../../shared/data/lookup/registry-index.ts';
import { RegistryEntryKindSchema } from '../../shared/domain/registry/registry-entry.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { onRows } from '../../shared/lambda/row-queue.ts';
import { REGISTRY_CONVERSATIONS } from './registry-conversations.ts';

export type RegistryIndexCell = Pick<Cell, 'city' | 'store' | 'newId' | 'pause' | 'log'>;

/**
 * Keeps the lookup's index as the registry is: each event of an entry's ledger that it is told of has the entry read as it is now, and
 * written to the index. What could not be written comes again.
 */
export const createHandler = (cell: RegistryIndexCell) =>
  onRows(async (notes) => {
    const names = [...new Set(notes.map(({ pk }) => pk))];
    try {
      await indexEntries(cell, 'own', await changesOf(cell, names.flatMap(referenceOf)));
      return new Set();
    } catch (error) {
      if (!(error instanceof NotIndexed)) throw error;
      const failed = new Set(error.changes.map(nameOf));
      cell.log.warn('entries were not indexed', { names: [...failed] });
      return failed;
    }
  });

/** An aggregate that can be looked up. */
type EntryReference = Pick<EntryChange, 'kind' | 'id'>;

const referenceOf = (partition: string): readonly EntryReference[] => {
  const [kind, id] = partition.split('#');
  const parsed = RegistryEntryKindSchema.safeParse(kind);
  return parsed.success && id !== undefined ? [{ kind: parsed.data, id }] : [];
};

/** Reads aggregates as they are now: one BatchGetItem. */
const changesOf = async (
  cell: RegistryIndexCell,
  references: readonly EntryReference[],
): Promise<readonly EntryChange[]> => {
  const loaded = await loadSet(cell.store, REGISTRY_CONVERSATIONS, references);
  return references.flatMap((reference): EntryChange[] => {
    const found = loaded.get(reference);
    if (!found) return [];
    const { aggregate } = REGISTRY_CONVERSATIONS[reference.kind];
    return [{ ...reference, version: found.row.version, entry: aggregate.registryEntry?.(found.state, cell.city) }];
  });
};
