import type { ExecutingCell } from '../shared/data/execute.ts';
import type { AggregateKind } from '../shared/domain/kernel/aggregate.ts';
import type { SomeConversations } from '../shared/exchange/conversation.ts';
import { performDrill } from './drills/give-injects.ts';
import { answerPreAuthorised } from './received-requests/answer-pre-authorised.ts';
import { tellStock } from './stock/tell-stock.ts';
import { tellDrill } from './teams/tell-drill.ts';
import { performActs } from './warnings/perform-acts.ts';

type FollowUp = (cell: ExecutingCell, conversations: SomeConversations, id: string) => Promise<void>;

/** Work on an aggregate that needs more reading than a decision may do. Each does nothing when there is nothing to do. */
const FOLLOW_UPS: { readonly [K in AggregateKind]?: FollowUp } = {
  'received-request': answerPreAuthorised,
  depot: tellStock,
  team: tellDrill,
  drill: performDrill,
  warning: performActs,
};

/** Does an aggregate's follow-up work, if its kind has any: right after a message was applied, and again when its clock rings. */
export const followUp = async (
  cell: ExecutingCell,
  conversations: SomeConversations,
  { kind, id }: { readonly kind: AggregateKind; readonly id: string },
): Promise<void> => FOLLOW_UPS[kind]?.(cell, conversations, id);
