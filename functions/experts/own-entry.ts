import type { ExpertFilter } from '../../shared/domain/expert/expert-listings.ts';
import { EXPERT_REFUSALS } from '../../shared/domain/expert/expert-refusals.ts';
import type { ExpertState } from '../../shared/domain/expert/expert-state.ts';
import type { Person } from '../../shared/http/person.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { READERS } from '../../shared/http/roles.ts';

/** @returns whether a person is an expert and nothing else that would let them see the pool. */
const isExpertOnly = ({ roles }: Person): boolean => !roles.some((role) => READERS.includes(role));

/** @returns the list a person may see: an expert's holds the own entry, whatever was asked for. */
export const filterFor = (person: Person, filter: ExpertFilter): ExpertFilter =>
  isExpertOnly(person) ? { person: person.id } : filter;

/** @throws ProblemError 403 for an expert who is another one. */
export const assertMaySee = (person: Person, { details }: ExpertState): void => {
  if (isExpertOnly(person) && details.personId !== person.id)
    throw problemOfRefusal({ reason: EXPERT_REFUSALS.notOneself, parameters: {} });
};
