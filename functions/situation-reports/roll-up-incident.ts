import { loadSet } from '../../shared/data/loaded.ts';
import { rollUp } from '../../shared/domain/roll-up/roll-up.ts';
import type { RollUp } from '../../shared/domain/roll-up/roll-up-result.ts';
import { RollUpSourceSchema } from '../../shared/domain/roll-up/roll-up-source.ts';
import { figuresList } from '../../shared/domain/situation-report/situation-report-listings.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { partnerIncidentConversation } from '../../shared/exchange/conversations/partner-incident.ts';
import { problems } from '../../shared/http/problems.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import { AGGREGATE_KIND_NAMES } from '../../shared/reference/aggregate-kinds.ts';
import { CONVERSATIONS, type SituationReportsCell } from './situation-reports-cell.ts';

/** Cities that report on one incident, at most: the cities of a region, and some. */
const MOST_CITIES = 200;

/**
 * What all cities report on an incident of this city or of a partner, added up: one Query of the latest figures of each, and the incident.
 * @throws ProblemError 404
 */
export const rollUpIncident = async (cell: SituationReportsCell, incidentId: string): Promise<RollUp> => {
  const [loaded, { items }] = await Promise.all([
    loadSet(cell.store, CONVERSATIONS, [
      { kind: 'incident', id: incidentId },
      { kind: 'partner-incident', id: incidentId },
    ]),
    listCards(cell, figuresList(incidentId), { limit: MOST_CITIES }, RollUpSourceSchema),
  ]);
  const known =
    loaded.state(incidentConversation, incidentId) ?? loaded.state(partnerIncidentConversation, incidentId) ?? items[0];
  if (!known) throw problems.notFound(AGGREGATE_KIND_NAMES.incident, incidentId);
  return rollUp({ incidentId, exercise: known.exercise }, items);
};
