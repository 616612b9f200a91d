import { type IncidentState, levelOf } from '../incident/incident-state.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Text } from '../kernel/text.ts';
import { EVENT_CLASSES, HAZARDS } from '../vocabulary/hazards.ts';
import { matchingList, type PlanCard, type PlanScope } from './plan-listings.ts';
import { PLAN_TYPES, rankOf } from './plan-type.ts';
import { isInForce } from './plan-validity.ts';

/** A list in which plans that match an incident stand, and how closely they do: 0 is closest. */
export interface MatchingList {
  readonly list: string;
  readonly scope: number;
  readonly level: number;
}

/** @returns the lists that together hold every plan that matches an incident, the closest first. */
export const matchingLists = (incident: IncidentState): readonly MatchingList[] => {
  const { hazard } = incident.details;
  const responseLevel = levelOf(incident);
  const levels = responseLevel === undefined ? [undefined] : [responseLevel, undefined];
  const scopes: readonly PlanScope[] = [{ hazard }, { eventClass: HAZARDS[hazard].eventClass }, 'anything'];
  return scopes.flatMap((scope, index) =>
    levels.map((level) => ({
      list: matchingList(scope, level),
      scope: index,
      level: level === undefined ? 1 : 0,
    })),
  );
};

/** A plan that matches an incident, with why it is where it is. */
export interface MatchingPlan {
  readonly plan: PlanCard;
  readonly inForce: boolean;
  readonly why: readonly Text[];
}

interface Found extends Omit<MatchingList, 'list'> {
  readonly plan: PlanCard;
  readonly inForce: boolean;
}

/** In force before not in force, by type, by how closely they match, by title. */
const inOrder = (one: Found, other: Found): number =>
  Number(other.inForce) - Number(one.inForce) ||
  rankOf(one.plan.type) - rankOf(other.plan.type) ||
  one.scope - other.scope ||
  one.level - other.level ||
  (one.plan.title < other.plan.title ? -1 : 1);

const scopeReason = (scope: number, { details }: IncidentState): Text => {
  const { eventClass, ...hazard } = HAZARDS[details.hazard];
  const { zh, en } = EVENT_CLASSES[eventClass];
  if (scope === 0) return { zh: `针对${hazard.zh}`, en: `for ${hazard.en.toLowerCase()}` };
  return scope === 1
    ? { zh: `针对${zh}类`, en: `for ${en.toLowerCase()} in general` }
    : { zh: '适用于各类事件', en: 'for whatever happens' };
};

const levelReason = (level: number, incident: IncidentState): Text =>
  level === 0
    ? { zh: `适用${levelOf(incident)}级响应`, en: `for response level ${levelOf(incident)}` }
    : { zh: '适用各级响应', en: 'for every response level' };

const validityReason = ({ validFrom, validUntil }: PlanCard): Text => ({
  zh: `不在有效期内（${validFrom}至${validUntil ?? '长期'}）`,
  en: `not in force (from ${validFrom} until ${validUntil ?? 'further notice'})`,
});

/**
 * @param found the plans of each list of {@link matchingLists}.
 * @returns all of them once each, in the order in which a duty officer looks: special before general before departmental before
 * enterprise plans, among these the closest match first; those that are not in force at the end.
 */
export const rankPlans = (
  incident: IncidentState,
  found: readonly { readonly from: MatchingList; readonly plans: readonly PlanCard[] }[],
  now: Instant,
): readonly MatchingPlan[] =>
  found
    .flatMap(({ from: { scope, level }, plans }) =>
      plans.map((plan): Found => ({ plan, scope, level, inForce: isInForce(plan, now) })),
    )
    .sort(inOrder)
    .filter(({ plan }, index, all) => all.findIndex((other) => other.plan.planId === plan.planId) === index)
    .map(({ plan, inForce, scope, level }) => ({
      plan,
      inForce,
      why: [
        PLAN_TYPES[plan.type],
        scopeReason(scope, incident),
        levelReason(level, incident),
        ...(inForce ? [] : [validityReason(plan)]),
      ],
    }));
