import type { Aggregate } from '../kernel/aggregate.ts';
import { earliest } from '../kernel/instant.ts';
import { deadlinesOf } from './decide-clock.ts';
import { decideRequest } from './decide-request.ts';
import { evolveRequest } from './evolve-request.ts';
import type { RequestCommand } from './request-commands.ts';
import { requestConsequences } from './request-consequences.ts';
import { requestDeadlines } from './request-deadlines.ts';
import { type RequestEvent, RequestEventSchema } from './request-events.ts';
import { requestListings } from './request-listings.ts';
import { requestNotices } from './request-notices.ts';
import { deploymentsOf, isEngaged, isOpen, type RequestState, RequestStateSchema } from './request-state.ts';
import { widened } from './widen.ts';

/** A request this city places: from its draft to its archive. */
export const request: Aggregate<RequestState, RequestCommand, RequestEvent> = {
  kind: 'request',
  stateSchema: RequestStateSchema,
  eventSchema: RequestEventSchema,
  decide: decideRequest,
  evolve: evolveRequest,
  deadlines: requestDeadlines,
  performAct: widened,
  dueAt: (state) => (isOpen(state) ? earliest(...deadlinesOf(state)) : undefined),
  listings: requestListings,
  consequences: requestConsequences,
  notices: requestNotices,
  isExercise: ({ exercise }) => exercise,
  cameOf: ({ incident }) => incident.incidentId,
  authority: (state) => (isEngaged(state) ? state.placements[0]?.agreementId : undefined),
  related: (state) =>
    isEngaged(state)
      ? [
          ...deploymentsOf(state).map(({ deploymentId: id }) => ({ kind: 'deployment', id }) as const),
          ...state.ownHelp.tasks.map(({ taskId: id }) => ({ kind: 'task', id }) as const),
        ]
      : [],
};
