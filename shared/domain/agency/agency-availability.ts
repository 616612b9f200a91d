import * as z from 'zod';
import type { Instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { blockedWithin } from '../vocabulary/availability.ts';
import { AGENCY_REFUSALS as REFUSALS } from './agency-refusals.ts';
import type { AgencyState } from './agency-state.ts';

/**
 * Why an agency cannot be given a task at a moment, the first in this order: retired, suspended, agreement not in force,
 * certification expired, an unavailable period.
 * @returns `undefined` when it can.
 */
export const agencyUnavailability = ({ status, details, periods }: AgencyState, at: Instant): Refusal | undefined => {
  const { name: agency, agreement, certification } = details;
  if (status === 'retired') return { reason: REFUSALS.retired, parameters: { agency } };
  if (status === 'suspended') return { reason: REFUSALS.suspended, parameters: { agency } };
  const { validFrom, validUntil } = agreement;
  if (at < validFrom || at >= validUntil)
    return { reason: REFUSALS.agreementNotInForce, parameters: { agency, validFrom, validUntil } };
  if (certification.expiresAt <= at)
    return { reason: REFUSALS.certificationExpired, parameters: { agency, expiresAt: certification.expiresAt } };
  const blocked = blockedWithin(periods, { from: at, until: at });
  if (!blocked) return undefined;
  const { from, until, reason } = blocked;
  return { reason: REFUSALS.notAvailable, parameters: { agency, from, until, reason } };
};

const CONDITIONS = {
  [REFUSALS.retired.code]: 'retired',
  [REFUSALS.suspended.code]: 'suspended',
  [REFUSALS.agreementNotInForce.code]: 'agreement-not-in-force',
  [REFUSALS.certificationExpired.code]: 'certification-expired',
  [REFUSALS.notAvailable.code]: 'unavailable',
} as const;

/** In one word whether an agency can be given a task; the words are those of {@link agencyUnavailability}. */
export const AgencyConditionSchema = z
  .enum(['available', ...Object.values(CONDITIONS)])
  .meta({ id: 'AgencyCondition' });
export type AgencyCondition = z.infer<typeof AgencyConditionSchema>;

/** @returns the condition of an agency at a moment. */
export const agencyConditionOf = (agency: AgencyState, at: Instant): AgencyCondition => {
  const refusal = agencyUnavailability(agency, at);
  if (!refusal) return 'available';
  return (CONDITIONS as Readonly<Record<string, AgencyCondition>>)[refusal.reason.code] ?? 'unavailable';
};
