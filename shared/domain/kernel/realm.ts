import type { AggregateKind } from './aggregate.ts';
import { type Refusal, reason } from './refusal.ts';

/** What exists once, in peace time, and serves drills as well as what is real. Everything else is one of the two, for good. */
const SERVES_BOTH: readonly AggregateKind[] = [
  ...(['team', 'depot', 'stock', 'equipment', 'vehicle', 'package', 'expert', 'agency', 'plan', 'roster'] as const),
  ...(['agreement', 'listing-share', 'import-job', 'warning-rule', 'notification-settings'] as const),
];

/** @returns whether aggregates of this kind belong to a drill or to what is real. */
export const isEitherRealOrDrill = (kind: AggregateKind): boolean => !SERVES_BOTH.includes(kind);

/** Why what belongs to a drill and what is real cannot be joined. */
export const REALM_REFUSALS = {
  mixed: reason('drill-and-real-kept-apart', 'conflict', {
    zh: '演练与真实事项不得混用。',
    en: 'What belongs to a drill and what is real are kept apart.',
  }),
} as const;

/** @returns the refusal of joining the two. */
export const mixedRefusal = (isExercise: boolean, otherIsExercise: boolean): Refusal | undefined =>
  isExercise === otherIsExercise ? undefined : { reason: REALM_REFUSALS.mixed, parameters: {} };
