import type { IncidentState } from '../incident/incident-state.ts';
import { type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { DraftItem } from '../request/request-item.ts';
import type { NamedPlan } from './named-plan.ts';
import type { TemplateItem } from './plan-details.ts';
import { PLAN_REFUSALS as REFUSALS } from './plan-refusals.ts';
import type { PlanState } from './plan-state.ts';
import { isInForce } from './plan-validity.ts';

/** What a plan asks for, for an incident; or why it cannot. */
export type PlanDraft =
  | { readonly plan: NamedPlan; readonly items: readonly DraftItem[]; readonly refusal?: undefined }
  | { readonly refusal: Refusal };

/** Times count from the incident; where its time for an item has passed already, from now: nobody comes yesterday. */
const itemFor = (
  { neededByMinutes, neededUntilMinutes, reportingPoint, ...same }: TemplateItem,
  { occurredAt, position }: IncidentState['details'],
  now: Instant,
): DraftItem => {
  const start = plus(occurredAt, neededByMinutes * MINUTE_MS) > now ? occurredAt : now;
  return {
    ...same,
    neededBy: plus(start, neededByMinutes * MINUTE_MS),
    neededUntil: plus(start, neededUntilMinutes * MINUTE_MS),
    reportingPoint: reportingPoint ?? position,
  };
};

/** @returns the items of a request for an incident as a plan has them ready. */
export const draftFromPlan = (plan: PlanState | undefined, incident: IncidentState, now: Instant): PlanDraft => {
  if (!plan) return { refusal: { reason: REFUSALS.unknown, parameters: {}, pointer: '/planId' } };
  const { title, version, validFrom, requestTemplate } = plan.details;
  const refused = (reason: Refusal['reason']): PlanDraft => ({
    refusal: { reason, parameters: { plan: title, validFrom }, pointer: '/planId' },
  });
  if (plan.status === 'retired') return refused(REFUSALS.retired);
  if (!isInForce(plan.details, now)) return refused(REFUSALS.notInForce);
  if (!requestTemplate) return refused(REFUSALS.noTemplate);
  const items = requestTemplate.items.map((item) => itemFor(item, incident.details, now));
  return { plan: { planId: plan.id, title, version }, items };
};
