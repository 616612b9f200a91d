import { loadSet } from '../../shared/data/loaded.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { partnerIncidentConversation } from '../../shared/exchange/conversations/partner-incident.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

const CONVERSATIONS = conversationsOf(incidentConversation, partnerIncidentConversation);

/** Steps from one incident to the next that are followed, each one read. */
const STEPS = 4;
/** Incidents that may belong together before the rest is left aside. */
const MOST_RELATED = 40;

/**
 * @returns the ids of an incident and all that are said to belong with it, on either side, here or in partner cities that have told of
 * theirs; what belongs with one of them belongs with all.
 */
export const relatedIncidents = async (
  { store }: Pick<Cell, 'store'>,
  incidentId: string,
): Promise<ReadonlySet<string>> => {
  const related = new Set([incidentId]);
  let fresh: readonly string[] = [incidentId];
  for (let step = 0; step < STEPS && fresh.length > 0; step += 1) {
    const loaded = await loadSet(
      store,
      CONVERSATIONS,
      fresh.flatMap((id) => [
        { kind: 'incident' as const, id },
        { kind: 'partner-incident' as const, id },
      ]),
    );
    const next = fresh.flatMap((id) => [
      ...(loaded.state(incidentConversation, id)?.relations ?? []).map((relation) => relation.incidentId),
      ...(loaded.state(partnerIncidentConversation, id)?.linked ?? []).map((linked) => linked.incidentId),
      ...(loaded.state(partnerIncidentConversation, id)?.incident.relations ?? []).map((told) => told.incidentId),
    ]);
    fresh = [...new Set(next)].filter((id) => !related.has(id)).slice(0, MOST_RELATED - related.size);
    for (const id of fresh) related.add(id);
  }
  return related;
};
