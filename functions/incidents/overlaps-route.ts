import { loadSet } from '../../shared/data/loaded.ts';
import type { Need } from '../../shared/domain/incident/incident-details.ts';
import { type Ask, askingOf, askingReceived } from '../../shared/domain/over-ask/ask.ts';
import { overlapsOf } from '../../shared/domain/over-ask/overlap.ts';
import { totalsOf } from '../../shared/domain/over-ask/totals.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { receivedRequestConversation } from '../../shared/exchange/conversations/received-request.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { problems } from '../../shared/http/problems.ts';
import { overlapRoutes } from '../../shared/http/routes/overlaps.ts';
import { NOT_VISIBLE } from '../../shared/http/views/overlaps.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { AGGREGATE_KIND_NAMES } from '../../shared/reference/aggregate-kinds.ts';
import { askedFor, findOverlaps } from '../over-asks/find-overlaps.ts';
import { relatedIncidents } from '../over-asks/related-incidents.ts';

type Reading = Pick<Cell, 'store'>;

const CONVERSATIONS = conversationsOf(requestConversation, receivedRequestConversation, incidentConversation);

/** A request of this city or a partner's, whichever has the id, also one that is a draft as yet. @throws ProblemError 404 */
const asksOf = async ({ store }: Reading, id: string): Promise<readonly Ask[]> => {
  const loaded = await loadSet(store, CONVERSATIONS, [
    { kind: 'request', id },
    { kind: 'received-request', id },
  ]);
  const own = loaded.state(requestConversation, id);
  if (own) return askingOf(own).asks;
  const received = loaded.state(receivedRequestConversation, id);
  if (received) return askingReceived(received).asks;
  throw problems.notFound(AGGREGATE_KIND_NAMES.request, id);
};

/** What this city's incidents among these are said to need. */
const needsOf = async ({ store }: Reading, incidents: ReadonlySet<string>): Promise<readonly Need[]> => {
  const references = [...incidents].map((id) => ({ kind: 'incident' as const, id }));
  const loaded = await loadSet(store, CONVERSATIONS, references);
  return references.flatMap(({ id }) => loaded.state(incidentConversation, id)?.details.needs ?? []);
};

const ofRequest = async (cell: Reading, requestId: string) => {
  const asks = await asksOf(cell, requestId);
  return { asks, ...(await findOverlaps(cell, asks)) };
};

/** Of two asks of the incident that may be the same, each is named once. */
const ofIncident = async (cell: Reading, incidentId: string) => {
  const incidents = await relatedIncidents(cell, incidentId);
  const asks = await askedFor(cell, incidents);
  const overlaps = asks.flatMap((ask, index) => overlapsOf([ask], asks.slice(index + 1), () => true));
  return { asks, overlaps, incidents };
};

/** What may be asked for twice or in excess, as it is now. */
export const overlapsRoute = (cell: Reading): BoundRoute =>
  implement(overlapRoutes.listOverlaps, async ({ query: { requestId, incidentId = '' } }) => {
    const found = await (requestId === undefined ? ofIncident(cell, incidentId) : ofRequest(cell, requestId));
    const [standing, needs] = await Promise.all([askedFor(cell, found.incidents), needsOf(cell, found.incidents)]);
    const all = [...new Map([...standing, ...found.asks].map((ask) => [ask.itemId, ask])).values()];
    return {
      body: {
        asks: [...found.asks],
        overlaps: [...found.overlaps],
        totals: [...totalsOf(all, needs)],
        notVisible: NOT_VISIBLE,
      },
    };
  });
