import { describe, expect, it } from 'vitest';
import type { DeploymentReport } from '../../../shared/domain/deployment/deployment-report.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { aFreshId, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { aDeployment, aReport } from '../../builders/deployment.ts';

const AT = '2026-07-15T07:00:00.000Z';

const told = (progress: DeploymentReport['progress']) => ({
  type: 'receive-report' as const,
  from: LANZHOU,
  report: { messageId: aFreshId(), at: AT, sentAt: AT, progress, estimates: { departure: NOW, arrival: NOW } },
});

const mobilising = { status: 'mobilising' as const, since: NOW };
const arrived = { status: 'arrived' as const, since: AT, departedAt: NOW, arrivedAt: AT };
const returning = { status: 'returning' as const, since: AT, departedAt: NOW, returnDepartedAt: AT };

describe('the requester', () => {
  it('believes the owner how far the team is, even steps it has not heard of', () => {
    const cities = aDeployment();
    expect(outcomeOf(cities.act(XINING, told(returning)))).toBe('accepted');
    expect(cities.state(XINING)).toMatchObject({ progress: returning, lastReport: { at: AT } });
  });

  it('does not believe that a team went back a step', () => {
    const cities = aDeployment();
    cities.act(XINING, told(arrived));
    expect(outcomeOf(cities.act(XINING, told(mobilising)))).toBe('deployment-step-not-possible');
  });

  it('does not believe that what is over goes on, or ended in another way', () => {
    const home = aDeployment();
    home.act(XINING, told({ ...returning, status: 'home', homeAt: AT }));
    expect(outcomeOf(home.act(XINING, told({ status: 'cancelled', since: AT })))).toBe('deployment-step-not-possible');
    const off = aDeployment();
    off.act(XINING, told({ status: 'cancelled', since: AT }));
    expect(outcomeOf(off.act(XINING, told(arrived)))).toBe('deployment-step-not-possible');
  });

  it('cannot report for the team', () => {
    expect(outcomeOf(aDeployment().act(XINING, aReport('departed', NOW)))).toBe('wrong-side-of-deployment');
  });
});

describe('the owner', () => {
  it('takes no answer to a recall for the answer to another one', () => {
    const cities = aDeployment();
    cities.goOn('working');
    cities.act(LANZHOU, { type: 'ask-return', by: '2026-07-16T00:00:00.000Z', reason: '本市有汛情' });
    const answer = { response: 'accept' as const, messageId: aFreshId(), question: aFreshId(), answeredAt: AT };
    cities.act(LANZHOU, { type: 'receive-return-answer', from: XINING, answer });
    expect(cities.state(LANZHOU).recall?.answer).toBeUndefined();
  });
});
