import type { Aggregate } from '../kernel/aggregate.ts';
import { decideReceivedRequest } from './decide-received-request.ts';
import { evolveReceivedRequest } from './evolve-received-request.ts';
import { receivedRequestDueAt } from './received-request-clock.ts';
import type { ReceivedRequestCommand } from './received-request-commands.ts';
import { receivedRequestConsequences } from './received-request-consequences.ts';
import { receivedRequestDeadlines } from './received-request-deadlines.ts';
import { type ReceivedRequestEvent, ReceivedRequestEventSchema } from './received-request-events.ts';
import { begunDeployments } from './received-request-items.ts';
import { receivedRequestListings } from './received-request-listings.ts';
import { receivedRequestNotices } from './received-request-notices.ts';
import { type ReceivedRequestState, ReceivedRequestStateSchema } from './received-request-state.ts';

/** A partner city's request at the city that was asked, under the same id as at the partner. */
export const receivedRequest: Aggregate<ReceivedRequestState, ReceivedRequestCommand, ReceivedRequestEvent> = {
  kind: 'received-request',
  stateSchema: ReceivedRequestStateSchema,
  eventSchema: ReceivedRequestEventSchema,
  decide: decideReceivedRequest,
  evolve: evolveReceivedRequest,
  deadlines: receivedRequestDeadlines,
  dueAt: receivedRequestDueAt,
  listings: receivedRequestListings,
  consequences: receivedRequestConsequences,
  notices: receivedRequestNotices,
  isExercise: ({ placed }) => placed.exercise,
  cameOf: ({ placed }) => placed.incident.incidentId,
  authority: ({ placed }) => placed.agreementId,
  related: (state) => begunDeployments(state).map(({ deploymentId: id }) => ({ kind: 'deployment', id })),
};
