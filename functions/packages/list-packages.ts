import { LoadedSet, loadSet, type Reference } from '../../shared/data/loaded.ts';
import { PackageCardSchema, packageList } from '../../shared/domain/package/package-listings.ts';
import { partsOf } from '../../shared/domain/package/package-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { packageConversation } from '../../shared/exchange/conversations/package.ts';
import type { PackageQuery } from '../../shared/http/routes/packages.ts';
import { type PackageListEntry, packageConditionView } from '../../shared/http/views/package.ts';
import { freshness, upkeepView } from '../../shared/http/views/upkeep.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { PART_CONVERSATIONS, partsAmong } from '../../shared/lambda/package-parts.ts';

const CONVERSATIONS = { ...PART_CONVERSATIONS, ...conversationsOf(packageConversation) };

/** What one BatchGetItem reads. */
const BATCH = 100;

const readAll = async (cell: Pick<Cell, 'store'>, references: readonly Reference[]): Promise<LoadedSet> => {
  const batches = Array.from({ length: Math.ceil(references.length / BATCH) }, (_, index) =>
    references.slice(index * BATCH, (index + 1) * BATCH),
  );
  const sets = await Promise.all(batches.map((batch) => loadSet(cell.store, CONVERSATIONS, batch)));
  return sets.reduce((all, set) => all.with(set), new LoadedSet(new Map(), new Set()));
};

/** A page of packages: one Query for its entries, and all they are made of, a hundred to a BatchGetItem. */
export const listPackages = async (
  cell: Pick<Cell, 'store' | 'clock' | 'staleAfterDays'>,
  { kind, hazard, team, available, from = cell.clock.now(), until = from, ...page }: PackageQuery,
): Promise<{ items: PackageListEntry[]; nextCursor?: string }> => {
  const { items, ...next } = await listCards(cell, packageList({ kind, hazard, team }), page, PackageCardSchema);
  const references = items.flatMap((card) => [{ kind: 'package' as const, id: card.packageId }, ...partsOf(card)]);
  const read = await readAll(cell, references);
  const at = freshness(cell);
  const entries = items.flatMap((card): PackageListEntry[] => {
    const state = read.state(packageConversation, card.packageId);
    if (!state) return [];
    const condition = packageConditionView(state, partsAmong(read, state.details), { from, until });
    return [{ ...card, ...condition, ...upkeepView(state, at, state.status === 'active') }];
  });
  const wanted = entries.filter(({ condition }) => available === undefined || condition === 'available');
  return { items: wanted, ...next };
};
