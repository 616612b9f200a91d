import * as z from 'zod';
import type { Instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { blockedWithin } from '../vocabulary/availability.ts';
import { EXPERT_REFUSALS as REFUSALS } from './expert-refusals.ts';
import type { ExpertState } from './expert-state.ts';

/** When advice is wanted. */
export interface AdvicePeriod {
  readonly from: Instant;
  readonly until: Instant;
}

/** @returns when an expert that has left did so: the last step of the membership. */
export const leftAt = ({ membership, term }: ExpertState): Instant => membership.at(-1)?.at ?? term.until;

/**
 * Why an expert cannot be called out for a period, the first in this order: left, outside the term, an unavailable period that
 * overlaps it.
 * @returns `undefined` when they can.
 */
export const unavailability = (expert: ExpertState, wanted: AdvicePeriod): Refusal | undefined => {
  const { name } = expert.details;
  if (expert.status === 'left') return { reason: REFUSALS.left, parameters: { expert: name, at: leftAt(expert) } };
  const { from } = expert.term;
  const until = expert.leaving?.at ?? expert.term.until;
  if (wanted.from < from || wanted.until > until)
    return { reason: REFUSALS.outsideTerm, parameters: { expert: name, from, until } };
  const blocked = blockedWithin(expert.periods, wanted);
  return (
    blocked && {
      reason: REFUSALS.notAvailable,
      parameters: { expert: name, from: blocked.from, until: blocked.until, reason: blocked.reason },
    }
  );
};

/** In one word whether an expert can be called out; the words are those of {@link unavailability}, in its order. */
export const ExpertConditionSchema = z
  .enum(['available', 'left', 'outside-term', 'unavailable'])
  .meta({ id: 'ExpertCondition' });
export type ExpertCondition = z.infer<typeof ExpertConditionSchema>;

const CONDITION_OF: Readonly<Record<string, ExpertCondition>> = {
  [REFUSALS.left.code]: 'left',
  [REFUSALS.outsideTerm.code]: 'outside-term',
  [REFUSALS.notAvailable.code]: 'unavailable',
};

/** @returns the condition of an expert for a period. */
export const conditionOf = (expert: ExpertState, period: AdvicePeriod): ExpertCondition => {
  const refusal = unavailability(expert, period);
  return refusal ? (CONDITION_OF[refusal.reason.code] ?? 'unavailable') : 'available';
};
