import type { RegistryEntryKind } from '../../shared/domain/registry/registry-entry.ts';
import type { AnyConversation } from '../../shared/exchange/conversation.ts';
import { agencyConversation } from '../../shared/exchange/conversations/agency.ts';
import { expertConversation } from '../../shared/exchange/conversations/expert.ts';
import { packageConversation } from '../../shared/exchange/conversations/package.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';

/** The kinds of aggregate that are looked up. */
export const REGISTRY_CONVERSATIONS: Readonly<Record<RegistryEntryKind, AnyConversation>> = {
  team: teamConversation,
  agency: agencyConversation,
  expert: expertConversation,
  stock: stockConversation,
  package: packageConversation,
};
