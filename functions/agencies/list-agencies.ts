import { loadSet } from '../../shared/data/loaded.ts';
import { agencyConditionOf } from '../../shared/domain/agency/agency-availability.ts';
import { AgencyCardSchema, type AgencyFilter, agencyList } from '../../shared/domain/agency/agency-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agencyConversation } from '../../shared/exchange/conversations/agency.ts';
import type { AgencyListEntry } from '../../shared/http/views/agency.ts';
import { freshness, upkeepView } from '../../shared/http/views/upkeep.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

const CONVERSATIONS = conversationsOf(agencyConversation);

/** A page of the registry: one Query for its entries and one BatchGetItem for their condition, which changes by the hour. */
export const listAgencies = async (
  cell: Pick<Cell, 'store' | 'clock' | 'staleAfterDays'>,
  { kind, hazard, ...page }: AgencyFilter & { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: AgencyListEntry[]; nextCursor?: string }> => {
  const { items, ...next } = await listCards(cell, agencyList({ kind, hazard }), page, AgencyCardSchema);
  const references = items.map(({ agencyId }) => ({ kind: 'agency' as const, id: agencyId }));
  const agencies = await loadSet(cell.store, CONVERSATIONS, references);
  const at = freshness(cell);
  const entries = items.flatMap((card): AgencyListEntry[] => {
    const agency = agencies.state(agencyConversation, card.agencyId);
    return agency
      ? [
          {
            ...card,
            condition: agencyConditionOf(agency, at.now),
            ...upkeepView(agency, at, agency.status !== 'retired'),
          },
        ]
      : [];
  });
  return { items: entries, ...next };
};
