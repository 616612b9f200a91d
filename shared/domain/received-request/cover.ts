import { scopeRefusal } from '../agreement/agreement-scope.ts';
import type { AgreementState } from '../agreement/agreement-state.ts';
import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import { exerciseRefusal } from '../agreement/agreement-use.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { PlacedRequest } from '../request/placed-request.ts';
import { RECEIVED_REQUEST_REFUSALS } from './received-request-refusals.ts';

/** @returns the terms that cover the request, or which of them excludes it; the requester checked the same before it asked. */
export const coverOf = (
  { incident, items, exercise }: PlacedRequest,
  agreement: AgreementState | undefined,
  now: Instant,
): { readonly terms: AgreementTerms } | { readonly refusal: Refusal } => {
  if (!agreement) return { refusal: { reason: RECEIVED_REQUEST_REFUSALS.noAgreement, parameters: {} } };
  const use = { hazard: incident.hazard, kinds: items.map(({ kind }) => kind) };
  const refusal = exerciseRefusal(agreement, exercise) ?? scopeRefusal(agreement, use, now);
  return refusal ? { refusal } : { terms: agreement.terms };
};
