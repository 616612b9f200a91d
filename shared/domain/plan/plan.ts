import type { Aggregate } from '../kernel/aggregate.ts';
import { decidePlan } from './decide-plan.ts';
import { evolvePlan } from './evolve-plan.ts';
import type { PlanCommand } from './plan-commands.ts';
import { type PlanEvent, PlanEventSchema } from './plan-events.ts';
import { planListings } from './plan-listings.ts';
import { type PlanState, PlanStateSchema } from './plan-state.ts';

/** An emergency plan on file. */
export const plan: Aggregate<PlanState, PlanCommand, PlanEvent> = {
  kind: 'plan',
  stateSchema: PlanStateSchema,
  eventSchema: PlanEventSchema,
  decide: decidePlan,
  evolve: evolvePlan,
  dueAt: () => undefined,
  listings: planListings,
  isExercise: () => false,
};
