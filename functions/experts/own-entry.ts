import type { Capacity } from '../../shared/domain/expert/expert-commands.ts';
import type { ExpertFilter } from '../../shared/domain/expert/expert-listings.ts';
import { EXPERT_REFUSALS } from '../../shared/domain/expert/expert-refusals.ts';
import type { ExpertState } from '../../shared/domain/expert/expert-state.ts';
import type { Person } from '../../shared/http/person.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { hasOneOf, READERS, type Role } from '../../shared/http/roles.ts';

/** @returns whether a person is an expert and nothing else that would let them see the pool. */
const isExpertOnly = ({ roles }: Person): boolean => !hasOneOf(roles, READERS);

/** @returns in what capacity a person does what these roles may do for anybody, and experts for themselves. */
export const actsAs = ({ roles }: Person, forAnybody: readonly Role[]): Capacity =>
  hasOneOf(roles, forAnybody) ? 'city' : 'expert';

/** @returns the list a person may see: an expert's holds the own entry, whatever was asked for. */
export const filterFor = (person: Person, filter: ExpertFilter): ExpertFilter =>
  isExpertOnly(person) ? { person: person.id } : filter;

/** @throws ProblemError 403 for an expert who is another one. */
export const assertMaySee = (person: Person, { details }: ExpertState): void => {
  if (isExpertOnly(person) && details.personId !== person.id)
    throw problemOfRefusal({ reason: EXPERT_REFUSALS.notOneself, parameters: {} });
};
