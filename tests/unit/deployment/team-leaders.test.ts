import { describe, expect, it } from 'vitest';
import { assertMaySee, filterFor, reportsAs } from '../../../functions/deployments/team-leaders.ts';
import type { Role } from '../../../shared/http/roles.ts';
import { LANZHOU } from '../../builders/circumstances.ts';
import { aDeployment, LEADER } from '../../builders/deployment.ts';

const person = (id: string, ...roles: Role[]) => ({ id, name: id, city: LANZHOU, roles });

describe('a person who leads teams', () => {
  it.each<[Role[], 'leader' | 'duty-room']>([
    [['team-leader'], 'leader'],
    [['team-leader', 'auditor'], 'leader'],
    [['team-leader', 'duty-officer'], 'duty-room'],
    [['coordinator'], 'duty-room'],
  ])('with the roles %j reports as %s', (roles, as) => {
    expect(reportsAs(person('p', ...roles))).toBe(as);
  });

  it('sees the own teams only, unless another role lets them see more', () => {
    const state = aDeployment().state(LANZHOU);
    expect(() => assertMaySee(person(LEADER, 'team-leader'), state)).not.toThrow();
    expect(() => assertMaySee(person('another', 'team-leader'), state)).toThrow('not-leader-of-team');
    expect(() => assertMaySee(person('another', 'team-leader', 'auditor'), state)).not.toThrow();
  });

  it('gets the list of the own teams, unfiltered', () => {
    expect(filterFor(person(LEADER, 'team-leader'), { side: undefined })).toEqual({ leader: LEADER });
    expect(() => filterFor(person(LEADER, 'team-leader'), { side: 'owner' })).toThrow('own-deployments-only');
    expect(filterFor(person('officer', 'duty-officer'), { side: 'owner' })).toEqual({ side: 'owner' });
  });
});
