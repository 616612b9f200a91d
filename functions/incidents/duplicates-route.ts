import { loadSet } from '../../shared/data/loaded.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { partnerIncidentConversation } from '../../shared/exchange/conversations/partner-incident.ts';
import { problems } from '../../shared/http/problems.ts';
import { incidentRoutes } from '../../shared/http/routes/incidents.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { AGGREGATE_KIND_NAMES } from '../../shared/reference/aggregate-kinds.ts';
import { findAlike } from '../work-orders/find-alike.ts';

const CONVERSATIONS = conversationsOf(incidentConversation, partnerIncidentConversation);

/** An incident of this city or of a partner's, whichever has the id, as it is compared. @throws ProblemError 404 */
const reportedAs = async ({ store }: Pick<Cell, 'store'>, id: string) => {
  const loaded = await loadSet(store, CONVERSATIONS, [
    { kind: 'incident', id },
    { kind: 'partner-incident', id },
  ]);
  const own = loaded.state(incidentConversation, id);
  const partners = loaded.state(partnerIncidentConversation, id);
  const { exercise } = own ?? partners ?? {};
  const told = own?.details ?? partners?.incident;
  if (!told || exercise === undefined) throw problems.notFound(AGGREGATE_KIND_NAMES.incident, id);
  const { hazard, position, occurredAt, title, description } = told;
  return { id, hazard, position, occurredAt, exercise, description: `${title} ${description}` };
};

/** What is on hand that may be the same as an incident: before it is dismissed as a duplicate, linked, or given its work orders. */
export const duplicatesRoute = (cell: Pick<Cell, 'store'>): BoundRoute =>
  implement(incidentRoutes.listIncidentDuplicates, async ({ params, query }) => {
    const reported = await reportedAs(cell, params.incidentId);
    return { body: { items: [...(await findAlike(cell, reported, query))] } };
  });
