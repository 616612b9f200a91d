import type * as z from 'zod';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { IncidentCommand } from '../../shared/domain/incident/incident-commands.ts';
import { IncidentCardSchema, incidentList, occurrenceRange } from '../../shared/domain/incident/incident-listings.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { incidentRoutes as routes } from '../../shared/http/routes/incidents.ts';
import { type IncidentViewSchema, incidentView } from '../../shared/http/views/incident.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement, type RouteInput } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';

export type IncidentsCell = HttpCell & ExecutingCell;

/** Incidents in this city. */
export const createHandler = (cell: IncidentsCell) =>
  createHttpHandler(cell, [
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
    onIncident(cell, routes.changeIncident, ({ body }) => ({ type: 'change', details: body })),
    onIncident(cell, routes.changeResponseLevel, ({ body }) => ({ type: 'change-level', ...body })),
    onIncident(cell, routes.closeIncident, ({ body }) => ({ type: 'close', ...body })),
  ]);

/** A command on the incident that the path names, answered with the incident after it. */
const onIncident = <P extends z.ZodType<{ incidentId: string }>, Q extends z.ZodType, B extends z.ZodType>(
  cell: IncidentsCell,
  contract: RouteContract<P, Q, B, typeof IncidentViewSchema>,
  command: (input: RouteInput<z.infer<P>, z.infer<Q>, z.infer<B>>) => IncidentCommand,
): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, contract, {
    conversation: incidentConversation,
    target: ({ params }) => params.incidentId,
    command,
    view: incidentView,
  });
