import { plan } from '../../domain/plan/plan.ts';
import type { PlanCommand } from '../../domain/plan/plan-commands.ts';
import type { PlanEvent } from '../../domain/plan/plan-events.ts';
import type { PlanState } from '../../domain/plan/plan-state.ts';
import type { Conversation } from '../conversation.ts';

/** Plans are the city's own: other cities hear of what is asked for by them. */
export const planConversation: Conversation<PlanState, PlanCommand, PlanEvent> = {
  aggregate: plan,
  outgoing: () => [],
  incoming: () => undefined,
};
