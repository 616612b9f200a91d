import type { Instant } from '../kernel/instant.ts';
import type { PlanDetails } from './plan-details.ts';

/** @returns whether a plan is valid at a moment. */
export const isInForce = (
  { validFrom, validUntil }: Pick<PlanDetails, 'validFrom' | 'validUntil'>,
  at: Instant,
): boolean => validFrom <= at && (validUntil === undefined || at < validUntil);
