import type { LookupHit } from '../../domain/lookup/lookup-query.ts';
import { spoken } from '../../reference/spoken.ts';

/** @returns a hit as people read it: moments by the clock on their wall. */
export const lookupHitView = ({ availability, ...hit }: LookupHit): LookupHit => ({
  ...hit,
  availability: availability.free ? availability : { ...availability, text: spoken(availability.text) },
});
