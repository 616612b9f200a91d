import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import type { Listing } from '../kernel/aggregate.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { ItemInShortSchema, itemInShort } from '../request/request-item.ts';
import type { ResourceKind } from '../vocabulary/resource-kinds.ts';
import { itemOf, promisedFor, unansweredItems } from './received-request-items.ts';
import { isOpen, type ReceivedRequestState, ReceivedRequestStatusSchema } from './received-request-state.ts';

/** What lists show of a received request. */
export const ReceivedRequestCardSchema = z
  .strictObject({
    requestId: z.uuid(),
    from: CityCodeSchema,
    status: ReceivedRequestStatusSchema,
    incident: IncidentSummarySchema.pick({ incidentId: true, title: true, hazard: true, responseLevel: true }),
    items: z.array(ItemInShortSchema.extend({ itemId: z.uuid() })),
    /** How many of the items wait for an answer, and how many requisitions for a commitment. */
    unanswered: z.int().min(0),
    uncommitted: z.int().min(0),
    receivedAt: InstantSchema,
    replyBy: InstantSchema,
    exercise: z.boolean(),
  })
  .meta({ id: 'ReceivedRequestCard' });
type ReceivedRequestCard = z.infer<typeof ReceivedRequestCardSchema>;

/** What received requests are looked up by: at most one of these; without any, those that are going on. */
export interface ReceivedRequestFilter {
  readonly status?: string | undefined;
  readonly city?: string | undefined;
}

/** @returns the list that holds exactly the requests of the filter; in order of the deadline if still open, else of their coming. */
export const receivedRequestList = ({ status, city }: ReceivedRequestFilter = {}): string => {
  if (status !== undefined) return `received-request/status/${status}`;
  return city === undefined ? 'received-request/open' : `received-request/city/${city}`;
};

/** @returns the list of requests, real ones or those of drills, that count on an agreement's pre-authorisation of a kind; see {@link PromisedCardSchema}. */
export const promisedList = (agreementId: string, kind: ResourceKind, isExercise: boolean): string =>
  `received-request/pre-authorised/${agreementId}/${kind}${isExercise ? '/exercise' : ''}`;

/** How many teams of one kind a request was promised by a pre-authorisation, while it is going on. */
export const PromisedCardSchema = z.strictObject({ requestId: z.uuid(), teams: z.int().positive() });

const cardOf = (state: ReceivedRequestState): ReceivedRequestCard => {
  const { placed, status, requisitions, receivedAt, replyBy } = state;
  const { incidentId, title, hazard, responseLevel } = placed.incident;
  return {
    requestId: placed.requestId,
    from: placed.requestedBy.city,
    status,
    incident: { incidentId, title, hazard, responseLevel },
    items: placed.items.map((item) => ({ itemId: item.itemId, ...itemInShort(item) })),
    unanswered: isOpen(state) ? unansweredItems(state).length : 0,
    uncommitted: isOpen(state) ? requisitions.filter((received) => received.status === 'pending').length : 0,
    receivedAt,
    replyBy,
    exercise: placed.exercise,
  };
};

const promisedByKind = (state: ReceivedRequestState): ReadonlyMap<ResourceKind, number> => {
  const promised = new Map<ResourceKind, number>();
  const automatic = state.answers.flatMap((answer) => (answer.automatic ? answer.items : []));
  for (const { itemId } of automatic) {
    const item = itemOf(state, itemId);
    const teams = promisedFor(state, itemId).teams.length;
    if (item && teams > 0) promised.set(item.kind, (promised.get(item.kind) ?? 0) + teams);
  }
  return promised;
};

/** @returns the rows by which a received request is found; what it was promised by pre-authorisation counts until it ends. */
export const receivedRequestListings = (state: ReceivedRequestState): readonly Listing[] => {
  const { requestId, agreementId, requestedBy } = state.placed;
  const card = cardOf(state);
  const coming = `${state.receivedAt}#${requestId}`;
  const lists: readonly Listing[] = [
    { list: receivedRequestList({ status: state.status }), sort: coming, card },
    { list: receivedRequestList({ city: requestedBy.city }), sort: coming, card },
  ];
  if (!isOpen(state)) return lists;
  const promised = [...promisedByKind(state)].map(([kind, teams]) => ({
    list: promisedList(agreementId, kind, state.placed.exercise),
    sort: requestId,
    card: { requestId, teams },
  }));
  return [...lists, { list: receivedRequestList(), sort: `${state.replyBy}#${requestId}`, card }, ...promised];
};
