import type { AgencyKeeper } from '../../shared/domain/agency/agency-commands.ts';
import { isKeptBy } from '../../shared/domain/plan/decide-plan.ts';
import type { PlanFilter } from '../../shared/domain/plan/plan-listings.ts';
import { PLAN_REFUSALS } from '../../shared/domain/plan/plan-refusals.ts';
import type { PlanState } from '../../shared/domain/plan/plan-state.ts';
import type { Person } from '../../shared/http/person.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { hasOneOf, READERS, REGISTRARS, type Role } from '../../shared/http/roles.ts';

const NO_AGENCY = 'none';

/** @returns on whose behalf a person acts who may do, with these roles, what it is for any plan. */
export const keeperOf = ({ roles, agency }: Person, forAnybody: readonly Role[] = REGISTRARS): AgencyKeeper =>
  hasOneOf(roles, forAnybody) ? { for: 'city' } : { for: 'agency', agencyId: agency };

/** @returns the list a person may see: people of an agency get their own plans, whatever was asked for. */
export const filterFor = ({ roles, agency }: Person, filter: PlanFilter): PlanFilter =>
  hasOneOf(roles, READERS) ? filter : { agency: agency ?? NO_AGENCY };

/** @throws ProblemError 403 for people of an agency whose plan it is not. */
export const assertMaySee = (person: Person, plan: PlanState): void => {
  if (!isKeptBy(plan, keeperOf(person, READERS)))
    throw problemOfRefusal({ reason: PLAN_REFUSALS.notTheirs, parameters: {} });
};
