import { describe, expect, it } from 'vitest';
import { deployment } from '../../../shared/domain/deployment/deployment.ts';
import { workedMilliseconds } from '../../../shared/domain/deployment/deployment-state.ts';
import { leaderOf } from '../../../shared/domain/deployment/mission.ts';
import { HOUR_MS } from '../../../shared/domain/kernel/instant.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { aDeployment, aReport, DEPLOYMENT_ID, inCommon, LEADER, REQUEST_ID } from '../../builders/deployment.ts';
import { TEAM_ID } from '../../builders/team.ts';

const AT = (hour: number, day = 15) => `2026-07-${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;

describe('the owner of a team', () => {
  it('reports every step, and the requester sees it', () => {
    const cities = aDeployment();
    cities.goOn('working');
    expect(cities.state(XINING).progress).toEqual({
      status: 'working',
      since: AT(7),
      departedAt: AT(2),
      arrivedAt: AT(6),
    });
    expect(inCommon(cities.state(XINING))).toEqual(inCommon(cities.state(LANZHOU)));
  });

  it('may only say where the team is, and correct the estimates', () => {
    const cities = aDeployment();
    cities.goOn('departed');
    cities.setTime(AT(3));
    const position = { latitude: 36.3, longitude: 102.8, crs: 'CGCS2000' as const, place: '京藏高速' };
    cities.act(LANZHOU, aReport('departed', AT(3), { position, note: '绕行', estimates: { arrival: AT(9) } }));
    cities.deliverAll();
    const { progress, estimates, lastReport } = cities.state(XINING);
    expect(progress).toEqual({ status: 'departed', since: AT(2), departedAt: AT(2) });
    expect(estimates).toEqual({ departure: AT(2), arrival: AT(9) });
    expect(lastReport).toMatchObject({ at: AT(3), position, note: '绕行' });
  });

  it.each([
    ['a step that has not come', aReport('departed', AT(3)), 'time-in-future'],
    ['a step before the order', aReport('departed', '2026-07-14T23:00:00.000Z'), 'time-before-previous-step'],
    ['an arrival without departure', aReport('arrived', AT(1)), 'deployment-step-not-possible'],
    ['to be home', aReport('home', AT(1)), 'deployment-step-not-possible'],
    ['for a team somebody else leads', { ...aReport('departed', AT(1)), as: 'leader' as const }, 'not-leader-of-team'],
    ['an end to close', { type: 'close' as const }, 'deployment-not-ended'],
    ["the requester's release", { type: 'release' as const }, 'wrong-side-of-deployment'],
    [
      'an answer to no question',
      { type: 'answer-extension' as const, decision: { response: 'accept' as const } },
      'nothing-to-answer',
    ],
  ])('cannot report %s', (_what, command, code) => {
    const cities = aDeployment();
    cities.setTime(AT(2));
    expect(outcomeOf(cities.act(LANZHOU, command))).toBe(code);
    expect(cities.underWay()).toEqual([]);
  });

  it('lets the leader of the very team report, who is known at home only', () => {
    const cities = aDeployment();
    cities.setTime(AT(2));
    const report = { ...aReport('departed', AT(2)), as: 'leader' as const };
    expect(outcomeOf(cities.act(LANZHOU, report, 'team-leader'))).toBe('accepted');
    expect(leaderOf(cities.state(LANZHOU).mission)).toBe(LEADER);
    expect(leaderOf(cities.state(XINING).mission)).toBeUndefined();
  });

  it('keeps its team there until it is let go, called back with consent, or the time is over', () => {
    const cities = aDeployment();
    cities.goOn('working');
    cities.setTime(AT(12));
    const leave = aReport('returning', AT(12));
    expect(outcomeOf(cities.act(LANZHOU, leave))).toBe('not-free-to-return');
    cities.setTime(AT(0, 20));
    expect(outcomeOf(cities.act(LANZHOU, aReport('returning', AT(0, 20))))).toBe('accepted');
  });

  it('has its team back when it is home: the team is free, and both sides know of the end', () => {
    const cities = aDeployment();
    cities.goOn('working');
    cities.setTime(AT(18));
    cities.act(XINING, { type: 'release', note: '辛苦了' });
    cities.deliverAll();
    cities.act(LANZHOU, aReport('returning', AT(18)));
    cities.setTime(AT(22));
    cities.act(LANZHOU, aReport('home', AT(22)));
    cities.deliverAll();
    const home = cities.state(LANZHOU);
    expect(home.phase).toBe('ended');
    expect(workedMilliseconds(home)).toBe(12 * HOUR_MS);
    expect(workedMilliseconds(cities.state(XINING))).toBe(12 * HOUR_MS);
    const report = { type: 'statusReported' as const, report: reportOf(home), stepped: true };
    const ended = { type: 'deployment-ended', deploymentId: DEPLOYMENT_ID, at: AT(22) };
    expect(deployment.consequences?.(report, home)).toEqual([
      { kind: 'team', id: TEAM_ID, command: { type: 'release-commitment', deploymentId: DEPLOYMENT_ID } },
      { kind: 'received-request', id: REQUEST_ID, command: ended },
    ]);
    expect(deployment.consequences?.(report, cities.state(XINING))).toEqual([
      { kind: 'request', id: REQUEST_ID, command: ended },
    ]);
    expect(deployment.consequences?.({ ...report, stepped: false }, home)).toEqual([]);
  });

  it('archives at its own time; a question that comes later is still answered', () => {
    const cities = aDeployment();
    cities.act(XINING, { type: 'release' });
    cities.deliverAll();
    expect(outcomeOf(cities.act(LANZHOU, { type: 'close' }))).toBe('accepted');
    expect(cities.state(LANZHOU)).toMatchObject({ phase: 'closed', progress: { status: 'cancelled' } });
    expect(cities.state(XINING).phase).toBe('ended');
    cities.act(XINING, { type: 'ask-status' });
    cities.deliverAll();
    expect(cities.story(XINING).at(-1)).toBe('statusReported');
    expect(cities.state(LANZHOU).phase).toBe('closed');
    expect(outcomeOf(cities.act(LANZHOU, aReport('departed', AT(0))))).toBe('deployment-step-not-possible');
  });
});

const reportOf = (state: ReturnType<ReturnType<typeof aDeployment>['state']>) => {
  if (!state.lastReport) throw new Error('there was a report');
  return state.lastReport;
};
