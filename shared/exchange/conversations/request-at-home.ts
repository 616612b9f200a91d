import { request } from '../../domain/request/request.ts';
import type { RequestCommand } from '../../domain/request/request-commands.ts';
import type { RequestEvent } from '../../domain/request/request-events.ts';
import type { RequestState } from '../../domain/request/request-state.ts';
import type { Conversation } from '../conversation.ts';

/**
 * A request where it is only read, or changes only by what agencies do about it, of which partners are told nothing: for functions that
 * say nothing to partners, and do without the codecs of what others say.
 */
export const requestAtHome: Conversation<RequestState, RequestCommand, RequestEvent> = {
  aggregate: request,
  outgoing: ({ type }) => {
    if (type !== 'itemTaskNoted') throw new Error(`${type} is not told to partners from here`);
    return [];
  },
  incoming: () => undefined,
};
