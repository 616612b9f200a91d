import type { LoadedSet } from '../../shared/data/loaded.ts';
import type { IncidentCommand } from '../../shared/domain/incident/incident-commands.ts';
import { warning } from '../../shared/domain/warning/warning.ts';
import { isWarning } from '../../shared/domain/warning/warning-state.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { incidentConversation as conversation } from '../../shared/exchange/conversations/incident.ts';
import { planConversation } from '../../shared/exchange/conversations/plan.ts';
import { warningConversation } from '../../shared/exchange/conversations/warning.ts';
import { incidentRoutes as routes } from '../../shared/http/routes/incidents.ts';
import { incidentView as view } from '../../shared/http/views/incident.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import type { BoundRoute } from '../../shared/lambda/bound-route.ts';
import { CONVERSATIONS, type IncidentsCell, reportsOn } from './incidents-cell.ts';
import { foundAmong, referenceTo } from './other-incidents.ts';

const warningAmong = (others: LoadedSet, id: string): { readonly isExercise: boolean } | undefined => {
  const state = others.state(warningConversation, id);
  return isWarning(state) ? { isExercise: warning.isExercise(state) } : undefined;
};

/** What an incident has to do with other things: all of it is read with the incident. */
export const relatedRoutes = (cell: IncidentsCell): readonly BoundRoute[] => [
  commandRoute(cell, CONVERSATIONS, routes.verifyIncident, {
    conversation,
    target: ({ params }) => params.incidentId,
    alsoLoad: ({ body }, id) => [
      ...reportsOn(id),
      ...(body.verdict === 'duplicate' ? [referenceTo(body.of, cell.city)] : []),
    ],
    command: ({ body }, others): IncidentCommand => {
      if (body.verdict === 'true') return { type: 'verify', words: body.words };
      if (body.verdict === 'false') return { type: 'dismiss', ...body };
      const { verdict, reason, of } = body;
      return { type: 'dismiss', verdict, reason, of: { ...of, found: foundAmong(others, of, cell.city) } };
    },
    view,
  }),
  commandRoute(cell, CONVERSATIONS, routes.linkIncident, {
    conversation,
    target: ({ params }) => params.incidentId,
    alsoLoad: ({ body: { planIds, warningIds } }) => [
      ...planIds.map((id) => ({ kind: 'plan' as const, id })),
      ...warningIds.map((id) => ({ kind: 'warning' as const, id })),
    ],
    command: ({ body: links }, others): IncidentCommand => ({
      type: 'link',
      links,
      plans: links.planIds.map((id) => others.state(planConversation, id)),
      warnings: links.warningIds.map((id) => warningAmong(others, id)),
    }),
    view,
  }),
  commandRoute(cell, CONVERSATIONS, routes.relateIncident, {
    conversation,
    target: ({ params }) => params.incidentId,
    alsoLoad: ({ body }) => body.relations.map((other) => referenceTo(other, cell.city)),
    command: ({ body }, others): IncidentCommand => ({
      type: 'relate',
      relations: body.relations.map((other) => ({ ...other, found: foundAmong(others, other, cell.city) })),
    }),
    view,
  }),
  commandRoute(cell, CONVERSATIONS, routes.shareIncident, {
    conversation,
    target: ({ params }) => params.incidentId,
    alsoLoad: ({ body: { agreementId: id } }) => [{ kind: 'agreement', id }],
    command: ({ body: { agreementId } }, others): IncidentCommand => ({
      type: 'share',
      agreementId,
      agreement: others.state(agreementConversation, agreementId),
    }),
    view,
  }),
];
