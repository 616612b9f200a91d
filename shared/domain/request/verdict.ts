import { hasProspect } from './bookkeeping.ts';
import { evolveRequest } from './evolve-request.ts';
import type { RequestEvent } from './request-events.ts';
import { isOpen, type OpenRequest, type RequestState } from './request-state.ts';
import { isLive } from './requisition-record.ts';

const withoutProspect = (state: OpenRequest): readonly string[] =>
  state.items.filter((item) => !hasProspect(state, item)).map(({ itemId }) => itemId);

/** Whether nobody so much as answered. */
const unanswered = ({ placements }: OpenRequest): boolean =>
  placements.some(({ status }) => status === 'lapsed') &&
  placements.every(
    ({ status, answers }) => status === 'refused-by-exchange' || (status === 'lapsed' && !answers.length),
  );

/**
 * What events mean for the request as a whole: when the last hope of an item, or of all of it, went with them, that is an
 * event too, and the duty room hears of it. Once for each time hope is lost. Where no partner was asked there is none to lose.
 */
export const verdictOn = (
  before: RequestState | undefined,
  events: readonly RequestEvent[],
  at: string,
): readonly RequestEvent[] => {
  const after = events.reduce<RequestState | undefined>(evolveRequest, before);
  if (after?.status !== 'placed' || after.placements.length === 0) return [];
  const hopeless = withoutProspect(after);
  if (hopeless.length === after.items.length && !after.requisitions.some(isLive))
    return [unanswered(after) ? { type: 'requestLapsed', at } : { type: 'requestUnableToFill', at }];
  const known = before && isOpen(before) ? withoutProspect(before) : [];
  const itemIds = hopeless.filter((itemId) => !known.includes(itemId));
  return itemIds.length > 0 ? [{ type: 'itemsUnableToFill', itemIds, at }] : [];
};
