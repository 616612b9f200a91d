import { confirmedBy } from '../registry/upkeep.ts';
import type { PlanEvent } from './plan-events.ts';
import { MAXIMUM_FORMER_VERSIONS, type PlanState } from './plan-state.ts';

type ActivePlan = Extract<PlanState, { status: 'active' }>;
type EventOf<T> = Extract<PlanEvent, { readonly type: T }>;

/** What stays the same version was corrected; a new one sends the present one into the history. */
const revised = (plan: ActivePlan, event: EventOf<'planRevised'>): ActivePlan => {
  const { version, title, validFrom, document } = plan.details;
  const former = {
    ...{ version, title, validFrom, replacedAt: event.at, reason: event.reason },
    ...(document === undefined ? {} : { document }),
  };
  const formerVersions = event.details.version === version ? plan.formerVersions : [former, ...plan.formerVersions];
  return {
    ...plan,
    ...confirmedBy(event),
    details: event.details,
    formerVersions: formerVersions.slice(0, MAXIMUM_FORMER_VERSIONS),
  };
};

/** @returns the plan after an event. */
export const evolvePlan = (plan: PlanState | undefined, event: PlanEvent): PlanState => {
  if (event.type === 'planFiled') {
    const { id, details } = event;
    return { status: 'active', id, details, formerVersions: [], ...confirmedBy(event) };
  }
  if (plan?.status !== 'active') throw new Error(`${event.type} happens to plans on file only`);
  switch (event.type) {
    case 'planRevised':
      return revised(plan, event);
    case 'planConfirmed':
      return { ...plan, ...confirmedBy(event) };
    case 'planRetired':
      return { ...plan, status: 'retired', reason: event.reason, retiredAt: event.at };
  }
};
