import { loadMany } from '../../shared/data/loaded.ts';
import { keys } from '../../shared/data/table.ts';
import { AgreementCardSchema, agreementList } from '../../shared/domain/agreement/agreement-listings.ts';
import { partnerOf } from '../../shared/domain/agreement/agreement-state.ts';
import type { WithinReach } from '../../shared/domain/kernel/aggregate.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { CITIES } from '../../shared/reference/cities.ts';
import type { ClockCell } from './clock-cell.ts';

/** A city has agreements with its neighbours: dozens, not hundreds. */
const MOST_AGREEMENTS = 200;

/** @returns the agreements in force, with where their partners are as far as the reference data knows: one Query and one BatchGetItem. */
export const agreementsInReach = async ({ store, city }: ClockCell): Promise<readonly WithinReach[]> => {
  const { pk } = keys.listing(agreementList({ status: 'in-force' }), '');
  const { items } = await store.query({ pk, limit: MOST_AGREEMENTS });
  const ids = items.map(({ card }) => AgreementCardSchema.parse(card).agreementId);
  const loaded = await loadMany(
    store,
    conversationsOf(agreementConversation),
    ids.map((id) => ({ kind: 'agreement', id })),
  );
  return ids.flatMap((id): WithinReach[] => {
    const agreement = loaded.state(agreementConversation, id);
    if (!agreement) return [];
    const partner = CITIES.find(({ code }) => code === partnerOf(agreement, city));
    return [{ agreement, ...(partner && { seat: partner.seat }) }];
  });
};
