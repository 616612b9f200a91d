import { type ExecutingCell, execute } from '../../shared/data/execute.ts';
import { loadSet } from '../../shared/data/loaded.ts';
import type { Actor } from '../../shared/domain/kernel/actor.ts';
import { type Asking, askingOf, askingReceived } from '../../shared/domain/over-ask/ask.ts';
import type { OverAskCommand } from '../../shared/domain/over-ask/over-ask.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { overAskConversation } from '../../shared/exchange/conversations/over-ask.ts';
import { receivedRequestConversation } from '../../shared/exchange/conversations/received-request.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { onRows, type RowNote } from '../../shared/lambda/row-queue.ts';
import { askedFor, findOverlaps } from './find-overlaps.ts';
import { relatedIncidents } from './related-incidents.ts';

const CONVERSATIONS = conversationsOf(overAskConversation, requestConversation, receivedRequestConversation);

const isRequestKind = (kind: string | undefined): kind is 'request' | 'received-request' =>
  kind === 'request' || kind === 'received-request';

const askingNow = async ({ store }: ExecutingCell, note: RowNote): Promise<(Asking & { id: string }) | undefined> => {
  const [kind, id] = note.pk.split('#');
  if (!isRequestKind(kind) || id === undefined) return undefined;
  const loaded = await loadSet(store, CONVERSATIONS, [{ kind, id }]);
  if (kind === 'request') {
    const request = loaded.state(requestConversation, id);
    return request && { id, ...askingOf(request) };
  }
  const received = loaded.state(receivedRequestConversation, id);
  return received && { id, ...askingReceived(received) };
};

const commanding =
  (cell: ExecutingCell, id: string) =>
  (command: OverAskCommand): Promise<unknown> => {
    const actor: Actor = { kind: 'clock', city: cell.city };
    return execute(cell, CONVERSATIONS, { target: { kind: 'over-ask', id }, actor, command: () => command });
  };

/** What a request asks for is written down first and compared then: of two that come at once, the second to be written finds the first. */
const follow = async (cell: ExecutingCell, note: RowNote): Promise<void> => {
  const asking = await askingNow(cell, note);
  if (!asking) return;
  const { id, asks, stands } = asking;
  const command = commanding(cell, id);
  await command({ type: 'follow', id, asks, stands });
  if (!stands) return;
  const { overlaps } = await findOverlaps(cell, asks);
  if (overlaps.length > 0) await command({ type: 'find', overlaps });
};

/** Compares anew what is asked for incidents that belong together from now on. Of two requests, the later one tells of it. */
const compareJoined = async (cell: ExecutingCell, { pk }: RowNote): Promise<void> => {
  const [, incidentId = ''] = pk.split('#');
  const asks = await askedFor(cell, await relatedIncidents(cell, incidentId));
  for (const requestId of new Set(asks.map((ask) => ask.requestId))) {
    const found = await findOverlaps(
      cell,
      asks.filter((ask) => ask.requestId === requestId),
    );
    const overlaps = found.overlaps.filter(({ other }) => other.requestId < requestId);
    if (overlaps.length > 0) await commanding(cell, requestId)({ type: 'find', overlaps });
  }
};

/**
 * Follows what this city and its partners ask for, as it is told of requests and of incidents that are joined, and tells the duty room of
 * what may be asked for twice.
 */
export const createHandler = (cell: ExecutingCell) =>
  onRows(async (notes) => {
    const again = new Set<string>();
    for (const note of new Map(notes.map((one) => [one.pk, one])).values()) {
      const work = note.pk.startsWith('incident#') ? compareJoined : follow;
      await work(cell, note).catch((error: unknown) => {
        cell.log.error('requests were not compared', { partition: note.pk, error: error as Error });
        again.add(note.pk);
      });
    }
    return again;
  });
