import { request } from '../../domain/request/request.ts';
import type { RequestCommand } from '../../domain/request/request-commands.ts';
import type { RequestEvent } from '../../domain/request/request-events.ts';
import type { RequestState } from '../../domain/request/request-state.ts';
import type { Conversation } from '../conversation.ts';

/** Partners are told nothing of drafts, of what agencies do, and of the end of what they were never asked for. */
const isUntold = (event: RequestEvent): boolean =>
  event.type === 'itemTaskNoted' ||
  event.type === 'requestDrafted' ||
  (event.type === 'requestCancelled' && event.recalls.length === 0);

/** A request where it is only read, or changes only by what partners are not told: for functions that do without the codecs of what is. */
export const requestAtHome: Conversation<RequestState, RequestCommand, RequestEvent> = {
  aggregate: request,
  outgoing: (event) => {
    if (!isUntold(event)) throw new Error(`${event.type} is not told to partners from here`);
    return [];
  },
  incoming: () => undefined,
};
