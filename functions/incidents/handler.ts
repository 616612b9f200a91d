import type { IncidentCommand } from '../../shared/domain/incident/incident-commands.ts';
import { IncidentCardSchema, incidentList, occurrenceRange } from '../../shared/domain/incident/incident-listings.ts';
import {
  PartnerIncidentCardSchema,
  partnerIncidentList,
} from '../../shared/domain/partner-incident/partner-incident.ts';
import { incidentConversation as conversation } from '../../shared/exchange/conversations/incident.ts';
import { partnerIncidentConversation } from '../../shared/exchange/conversations/partner-incident.ts';
import { incidentRoutes as routes } from '../../shared/http/routes/incidents.ts';
import { partnerIncidentRoutes } from '../../shared/http/routes/partner-incidents.ts';
import { IncidentViewSchema, incidentView as view } from '../../shared/http/views/incident.ts';
import { partnerIncidentView } from '../../shared/http/views/partner-incident.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler } from '../../shared/lambda/http-handler.ts';
import { duplicatesRoute } from './duplicates-route.ts';
import { CONVERSATIONS, type IncidentsCell, reportsOn } from './incidents-cell.ts';
import { overlapsRoute } from './overlaps-route.ts';
import { relatedRoutes } from './related-routes.ts';

const LATEST_FIRST = { descending: true };

/** Incidents in this city, and those that partners tell of. */
export const createHandler = (cell: IncidentsCell) => {
  const named = {
    conversation,
    parameter: 'incidentId',
    schema: IncidentViewSchema,
    view,
    alsoLoad: reportsOn,
  } as const;
  const on = commandsOn(cell, CONVERSATIONS, named);
  return createHttpHandler(cell, [
    implement(routes.listIncidents, async ({ query: { status, from, until, ...page } }) => ({
      body: await listCards(cell, incidentList(status), page, IncidentCardSchema, {
        ...LATEST_FIRST,
        between: occurrenceRange(from, until),
      }),
    })),
    implement(routes.readIncident, async ({ params }) => {
      const { state, row } = await loadOr404(cell, conversation, params.incidentId);
      return { body: view(state), version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.openIncident, {
      conversation,
      target: cell.newId,
      alsoLoad: (_, id) => reportsOn(id),
      command: ({ body: { responseLevel, exercise, ...details } }, _, id): IncidentCommand => ({
        type: 'open',
        ...{ id, details, responseLevel, exercise },
      }),
      view,
    }),
    on(routes.changeIncident, ({ body }) => ({ type: 'change', details: body })),
    on(routes.changeResponseLevel, ({ body }) => ({ type: 'set-level', ...body })),
    on(routes.endResponse, ({ body }) => ({ type: 'end-response', ...body })),
    on(routes.closeIncident, ({ body }) => ({ type: 'close', ...body })),
    on(routes.takeCommand, ({ body }) => ({ type: 'take-command', commander: body })),
    ...relatedRoutes(cell),
    overlapsRoute(cell),
    duplicatesRoute(cell),
    implement(partnerIncidentRoutes.listPartnerIncidents, async ({ query: { city, ...page } }) => ({
      body: await listCards(cell, partnerIncidentList(city), page, PartnerIncidentCardSchema, LATEST_FIRST),
    })),
    implement(partnerIncidentRoutes.readPartnerIncident, async ({ params }) => {
      const { state, row } = await loadOr404(cell, partnerIncidentConversation, params.incidentId);
      return { body: partnerIncidentView(state), version: row.version };
    }),
  ]);
};
