import { scopeRefusal } from '../agreement/agreement-scope.ts';
import type { AgreementState } from '../agreement/agreement-state.ts';
import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { PlacedRequest } from '../request/placed-request.ts';
import { REQUEST_REFUSALS } from '../request/request-refusals.ts';
import { RECEIVED_REQUEST_REFUSALS } from './received-request-refusals.ts';

/** @returns the terms that cover the request, or which of them excludes it; the requester checked the same before it asked. */
export const coverOf = (
  { incident, items, exercise, requestedBy }: PlacedRequest,
  agreement: AgreementState | undefined,
  now: Instant,
): { readonly terms: AgreementTerms } | { readonly refusal: Refusal } => {
  if (!agreement) return { refusal: { reason: RECEIVED_REQUEST_REFUSALS.noAgreement, parameters: {} } };
  if (agreement.exercise && !exercise) {
    const parameters = { partner: requestedBy.city, title: agreement.terms.title };
    return { refusal: { reason: REQUEST_REFUSALS.agreementForExercises, parameters } };
  }
  const refusal = scopeRefusal(agreement, { hazard: incident.hazard, kinds: items.map(({ kind }) => kind) }, now);
  return refusal ? { refusal } : { terms: agreement.terms };
};
