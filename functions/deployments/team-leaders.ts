import type { DeploymentCommandOf } from '../../shared/domain/deployment/deployment-commands.ts';
import type { DeploymentFilter } from '../../shared/domain/deployment/deployment-listings.ts';
import { DEPLOYMENT_REFUSALS } from '../../shared/domain/deployment/deployment-refusals.ts';
import type { DeploymentState } from '../../shared/domain/deployment/deployment-state.ts';
import { leaderOf } from '../../shared/domain/deployment/mission.ts';
import type { Person } from '../../shared/http/person.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { DUTY_ROOM, hasOneOf, READERS } from '../../shared/http/roles.ts';

/** @returns whether a person leads teams and is nothing else that would let them see the city's business. */
const isLeaderOnly = ({ roles }: Person): boolean => !hasOneOf(roles, READERS);

/** @returns in what capacity a person reports: the duty room for any team, a leader for the own. */
export const reportsAs = ({ roles }: Person): DeploymentCommandOf<'report'>['as'] =>
  hasOneOf(roles, DUTY_ROOM) ? 'duty-room' : 'leader';

/**
 * @returns the list a person may see: a leader's is that of the own teams, which is short and takes no filters.
 * @throws ProblemError 403
 */
export const filterFor = (person: Person, filter: DeploymentFilter): DeploymentFilter => {
  if (!isLeaderOnly(person)) return filter;
  if (Object.values(filter).some((value) => value !== undefined))
    throw problemOfRefusal({ reason: DEPLOYMENT_REFUSALS.ownOnly, parameters: {} });
  return { leader: person.id };
};

/** @throws ProblemError 403 for a team leader whose team it is not. */
export const assertMaySee = (person: Person, { mission }: DeploymentState): void => {
  if (isLeaderOnly(person) && leaderOf(mission) !== person.id)
    throw problemOfRefusal({ reason: DEPLOYMENT_REFUSALS.notLeader, parameters: {} });
};
