import { partnerOf } from '../agreement/agreement-state.ts';
import type { DeadlineActed } from '../deadline/deadline-acted.ts';
import type { ClockRanOut, WithinReach } from '../kernel/aggregate.ts';
import type { Circumstances } from '../kernel/decision.ts';
import { distanceKm } from '../vocabulary/estimated-travel.ts';
import { hasProspect } from './bookkeeping.ts';
import { agreementRefusal, placementUnder } from './decide-placement.ts';
import { done } from './deciding.ts';
import type { RequestEvent } from './request-events.ts';
import { isOpen, MAXIMUM_PARTNERS, type OpenRequest, type RequestState } from './request-state.ts';

/** Partners that the clock asks at once; the nearest first, and not everybody for what two could give. */
export const PARTNERS_A_STEP = 3;

const nearestFirst = (
  { incident: { position } }: OpenRequest,
  within: readonly WithinReach[],
): readonly WithinReach[] => {
  const away = ({ seat }: WithinReach): number => (seat ? distanceKm(position, seat) : Number.POSITIVE_INFINITY);
  return [...within].sort(
    (left, right) => away(left) - away(right) || (left.agreement.id < right.agreement.id ? -1 : 1),
  );
};

/** Partners that do not have the request, under agreements it can be placed under; each once. */
const nextPartners = (
  state: OpenRequest,
  within: readonly WithinReach[],
  circumstances: Circumstances,
): readonly WithinReach[] => {
  const asked = new Set(state.placements.map(({ city }) => city));
  const room = Math.max(0, Math.min(PARTNERS_A_STEP, MAXIMUM_PARTNERS - asked.size));
  return nearestFirst(state, within)
    .filter(({ agreement }) => {
      const partner = partnerOf(agreement, circumstances.city);
      if (asked.has(partner) || agreementRefusal(state, agreement, circumstances)) return false;
      asked.add(partner);
      return true;
    })
    .slice(0, room);
};

/**
 * Places a request with the next partners by itself, when its own let the time pass and nobody who has time left could fill what is
 * needed.
 */
export const widened = (
  state: RequestState,
  { act }: DeadlineActed,
  { withinReach = [] }: ClockRanOut,
  circumstances: Circumstances,
): readonly RequestEvent[] => {
  if (act !== 'widen' || !isOpen(state) || state.items.every((item) => hasProspect(state, item))) return [];
  const placements = nextPartners(state, withinReach, circumstances).map(({ agreement }) =>
    placementUnder(agreement, circumstances, circumstances.newId()),
  );
  return placements.length === 0 ? [] : [{ type: 'requestPlaced', placements, ...done(circumstances) }];
};
