import { loadSet } from '../../shared/data/loaded.ts';
import { ExpertCardSchema, expertList } from '../../shared/domain/expert/expert-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { expertConversation } from '../../shared/exchange/conversations/expert.ts';
import type { Person } from '../../shared/http/person.ts';
import type { ExpertQuery } from '../../shared/http/routes/experts.ts';
import { type ExpertListEntry, standingOf } from '../../shared/http/views/expert.ts';
import { freshness, upkeepView } from '../../shared/http/views/upkeep.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { filterFor } from './own-entry.ts';

const CONVERSATIONS = conversationsOf(expertConversation);

/** A page of the pool: one Query for its entries and one BatchGetItem for how they stand, which changes by the hour. */
export const listExperts = async (
  cell: Pick<Cell, 'store' | 'clock' | 'staleAfterDays'>,
  { class: ofClass, hazard, from = cell.clock.now(), until = from, ...page }: ExpertQuery,
  person: Person,
): Promise<{ items: ExpertListEntry[]; nextCursor?: string }> => {
  const list = expertList(filterFor(person, { class: ofClass, hazard }));
  const { items, ...next } = await listCards(cell, list, page, ExpertCardSchema);
  const experts = await loadSet(
    cell.store,
    CONVERSATIONS,
    items.map(({ expertId }) => ({ kind: 'expert', id: expertId })),
  );
  const at = freshness(cell);
  const entries = items.flatMap((card): ExpertListEntry[] => {
    const expert = experts.state(expertConversation, card.expertId);
    return expert
      ? [{ ...card, ...standingOf(expert, { from, until }), ...upkeepView(expert, at, expert.status === 'in-pool') }]
      : [];
  });
  return { items: entries, ...next };
};
