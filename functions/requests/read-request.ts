import type { ExecutingCell } from '../../shared/data/execute.ts';
import { type Loaded, loadSet, type Reference } from '../../shared/data/loaded.ts';
import { isEngaged, isOpen, type RequestState } from '../../shared/domain/request/request-state.ts';
import { conversationAmong, conversationsOf } from '../../shared/exchange/conversation.ts';
import { deploymentConversation } from '../../shared/exchange/conversations/deployment.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { taskConversation } from '../../shared/exchange/conversations/task.ts';
import { handOffsOf, pendingOf } from '../../shared/http/views/pending.ts';
import { type RequestReading, requestView } from '../../shared/http/views/request.ts';
import { loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { cityRulesOf } from '../../shared/reference/city-rules.ts';

const OFFSPRING = conversationsOf(deploymentConversation, taskConversation);

/** Missions and tasks looked at with their request: what one read brings. */
const LOOKED_AT = 100;

/** The missions that are out for a request, and the tasks that were made of its items. */
const offspringOf = (state: RequestState): readonly Reference[] =>
  isOpen(state)
    ? (requestConversation.aggregate.related?.(state) ?? [])
        .filter(({ id }) => !isEngaged(state) || state.endedDeployments[id] === undefined)
        .slice(-LOOKED_AT)
    : [];

/**
 * A request with what it waits for: of itself, and of the missions and tasks that came of it. One read, and one more when there are any.
 * @throws ProblemError 404
 */
export const readRequest = async (
  cell: ExecutingCell,
  requestId: string,
): Promise<{ readonly reading: RequestReading; readonly version: number }> => {
  const { state, row } = await loadOr404(cell, requestConversation, requestId);
  const rules = cityRulesOf(cell.city);
  const offspring = offspringOf(state);
  const loaded = offspring.length > 0 ? await loadSet(cell.store, OFFSPRING, offspring) : undefined;
  const theirs = offspring.flatMap((reference) => {
    const found: Loaded<unknown> | undefined = loaded?.get(reference);
    const { aggregate } = conversationAmong(OFFSPRING, reference.kind);
    return found ? handOffsOf({ aggregate, ...found }, rules) : [];
  });
  const own = handOffsOf({ aggregate: requestConversation.aggregate, state, row }, rules);
  return { reading: { ...requestView(state), pending: pendingOf(...own, ...theirs) }, version: row.version };
};
