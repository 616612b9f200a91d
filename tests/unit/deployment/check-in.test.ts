import { describe, expect, it } from 'vitest';
import { deployment } from '../../../shared/domain/deployment/deployment.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { aDeployment, aReport, inCommon } from '../../builders/deployment.ts';

const NOON = '2026-07-15T12:00:00.000Z';
const position = { latitude: 36.62, longitude: 101.78, crs: 'CGCS2000' as const, place: '城东区' };
const checkIn = { type: 'check-in' as const, as: 'duty-room' as const, remarks: {} };

const working = () => {
  const cities = aDeployment();
  cities.goOn('working');
  cities.setTime(NOON);
  return cities;
};

describe('a check-in', () => {
  it('is a report of now that takes the mission no further, and the requester has it', () => {
    const cities = working();
    cities.act(LANZHOU, { ...checkIn, remarks: { position, note: '全员平安' } });
    cities.deliverAll();
    const { progress, heardAt, lastReport } = cities.state(XINING);
    expect(progress).toMatchObject({ status: 'working', since: '2026-07-15T07:00:00.000Z' });
    expect({ heardAt, lastReport }).toMatchObject({
      heardAt: NOON,
      lastReport: { at: NOON, position, note: '全员平安' },
    });
    expect(inCommon(cities.state(XINING))).toEqual(inCommon(cities.state(LANZHOU)));
  });

  it('needs no words, and nobody is told of it', () => {
    const cities = working();
    const decision = cities.act(LANZHOU, checkIn);
    const told = (decision.accepted ? decision.events : []).flatMap(
      (event) => deployment.notices?.(event, cities.state(XINING)) ?? [],
    );
    expect({ outcome: outcomeOf(decision), told }).toEqual({ outcome: 'accepted', told: [] });
  });

  it('is the leader’s own, or the duty room’s for whoever telephoned', () => {
    expect(outcomeOf(working().act(LANZHOU, { ...checkIn, as: 'leader' }, 'team-leader'))).toBe('accepted');
    expect(outcomeOf(working().act(LANZHOU, { ...checkIn, as: 'leader' }))).toBe('not-leader-of-team');
    expect(outcomeOf(working().act(XINING, checkIn))).toBe('wrong-side-of-deployment');
  });

  it('is over when the mission is', () => {
    const cities = working();
    cities.setTime('2026-07-20T05:00:00.000Z');
    cities.act(LANZHOU, aReport('returning', '2026-07-20T00:00:00.000Z'));
    expect(outcomeOf(cities.act(LANZHOU, checkIn))).toBe('accepted');
    cities.act(LANZHOU, aReport('home', '2026-07-20T05:00:00.000Z'));
    expect(outcomeOf(cities.act(LANZHOU, checkIn))).toBe('not-on-mission');
  });
});
