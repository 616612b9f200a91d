import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { IncidentCommand } from '../../shared/domain/incident/incident-commands.ts';
import { IncidentCardSchema, incidentList, occurrenceRange } from '../../shared/domain/incident/incident-listings.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import { incidentRoutes as routes } from '../../shared/http/routes/incidents.ts';
import { IncidentViewSchema, incidentView } from '../../shared/http/views/incident.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';

export type IncidentsCell = HttpCell & ExecutingCell;

/** Incidents in this city. */
export const createHandler = (cell: IncidentsCell) => {
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation: incidentConversation,
    parameter: 'incidentId',
    schema: IncidentViewSchema,
    view: incidentView,
  });
  return createHttpHandler(cell, [
    implement(routes.listIncidents, async ({ query: { status, from, until, ...page } }) => ({
      body: await listCards(cell, incidentList(status), page, IncidentCardSchema, {
        descending: true,
        between: occurrenceRange(from, until),
      }),
    })),
    implement(routes.readIncident, async ({ params }) => {
      const { state, row } = await loadOr404(cell, incidentConversation, params.incidentId);
      return { body: incidentView(state), version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.openIncident, {
      conversation: incidentConversation,
      target: cell.newId,
      command: ({ body: { responseLevel, exercise, ...details } }, _, id): IncidentCommand => ({
        type: 'open',
        id,
        details,
        responseLevel,
        exercise,
      }),
      view: incidentView,
    }),
    on(routes.changeIncident, ({ body }) => ({ type: 'change', details: body })),
    on(routes.changeResponseLevel, ({ body }) => ({ type: 'change-level', ...body })),
    on(routes.closeIncident, ({ body }) => ({ type: 'close', ...body })),
  ]);
};
