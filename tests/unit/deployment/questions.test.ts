import { describe, expect, it } from 'vitest';
import { deployment } from '../../../shared/domain/deployment/deployment.ts';
import type { ExtensionAnswer } from '../../../shared/domain/deployment/deployment-questions.ts';
import { plus } from '../../../shared/domain/kernel/instant.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { circumstances, LANZHOU, XINING } from '../../builders/circumstances.ts';
import { aDeployment, aReport, DEPLOYMENT_ID, inCommon } from '../../builders/deployment.ts';
import { TEAM_ID } from '../../builders/team.ts';

const NOON = '2026-07-15T12:00:00.000Z';
/** When the team is to leave for home, as was requested. */
const LIMIT = '2026-07-20T00:00:00.000Z';
const LATER = '2026-07-22T00:00:00.000Z';
const askLonger = { type: 'ask-extension' as const, until: LATER, reason: '水未退' };
const askBack = { type: 'ask-return' as const, by: '2026-07-16T00:00:00.000Z', reason: '本市有汛情' };
const byCoordinator = (now: string) => circumstances({ city: XINING, now, role: 'coordinator' });
const yes = { response: 'accept' as const };

const working = () => {
  const cities = aDeployment();
  cities.goOn('working');
  cities.setTime(NOON);
  return cities;
};

describe('an extension', () => {
  it('granted moves the end that both have agreed', () => {
    const cities = working();
    cities.act(XINING, askLonger);
    cities.deliverAll();
    expect(cities.state(LANZHOU).extension).toMatchObject({ question: { until: LATER, reason: '水未退' } });
    cities.act(LANZHOU, { type: 'answer-extension', decision: yes });
    cities.deliverAll();
    expect(cities.state(XINING).agreedReturn).toBe(LATER);
    expect(inCommon(cities.state(XINING))).toEqual(inCommon(cities.state(LANZHOU)));
  });

  it('granted has the team promised for as much longer, at its owner; declined or heard of it does not', () => {
    const said = { messageId: DEPLOYMENT_ID, question: DEPLOYMENT_ID, answeredAt: NOON, until: LATER };
    const of = (city: string, answer: ExtensionAnswer) =>
      deployment.consequences?.({ type: 'extensionAnswered', answer }, working().state(city));
    expect(of(LANZHOU, { response: 'accept', ...said })).toEqual([
      {
        kind: 'team',
        id: TEAM_ID,
        command: { type: 'extend-commitment', deploymentId: DEPLOYMENT_ID, until: LATER },
      },
    ]);
    expect(of(LANZHOU, { response: 'decline', ...said, reason: '另有任务' })).toEqual([]);
    expect(of(XINING, { response: 'accept', ...said })).toEqual([]);
  });

  it('declined leaves the end where it was, and another can be asked', () => {
    const cities = working();
    cities.act(XINING, askLonger);
    cities.deliverAll();
    cities.act(LANZHOU, { type: 'answer-extension', decision: { response: 'decline', reason: '另有任务' } });
    cities.deliverAll();
    expect(cities.state(XINING)).toMatchObject({
      agreedReturn: '2026-07-20T00:00:00.000Z',
      extension: { answer: { response: 'decline', reason: '另有任务' } },
    });
    expect(outcomeOf(cities.act(XINING, askLonger))).toBe('accepted');
  });

  it('is asked one at a time, and for later than agreed', () => {
    const cities = working();
    expect(outcomeOf(cities.act(XINING, { ...askLonger, until: '2026-07-20T00:00:00.000Z' }))).toBe('not-an-extension');
    cities.act(XINING, askLonger);
    expect(outcomeOf(cities.act(XINING, askLonger))).toBe('already-asked');
  });

  it('cannot reach into the past', () => {
    const cities = working();
    cities.setTime('2026-07-25T00:00:00.000Z');
    expect(outcomeOf(cities.act(XINING, askLonger, 'representative'))).toBe('time-has-passed');
  });

  it('is asked before the limit; after it, by the representative only', () => {
    const cities = working();
    cities.setTime(plus(LIMIT, -1));
    expect(outcomeOf(deployment.decide(cities.state(XINING), askLonger, byCoordinator(plus(LIMIT, -1))))).toBe(
      'accepted',
    );
    cities.setTime(LIMIT);
    expect(outcomeOf(cities.act(XINING, askLonger))).toBe('extension-after-the-limit');
    expect(outcomeOf(cities.act(XINING, askLonger, 'representative'))).toBe('accepted');
  });

  it('after a recall with consent is asked before the team is to leave', () => {
    const cities = working();
    cities.act(LANZHOU, askBack);
    cities.deliverAll();
    cities.act(XINING, { type: 'answer-return', decision: yes });
    expect(outcomeOf(cities.act(XINING, askLonger))).toBe('already-released');
  });

  it('that crosses the departure for home is declined without a person', () => {
    const cities = working();
    cities.act(XINING, { type: 'release' });
    cities.deliverAll();
    expect(outcomeOf(cities.act(XINING, askLonger))).toBe('already-released');

    const crossing = working();
    crossing.setTime('2026-07-20T00:00:00.000Z');
    crossing.act(LANZHOU, aReport('returning', '2026-07-20T00:00:00.000Z'));
    crossing.act(XINING, askLonger, 'representative');
    crossing.deliverAll();
    expect(crossing.state(XINING).extension?.answer?.response).toBe('decline');
    expect(inCommon(crossing.state(XINING))).toEqual(inCommon(crossing.state(LANZHOU)));
  });
});

describe('a recall', () => {
  it('with consent lets the team leave at once', () => {
    const cities = working();
    cities.act(LANZHOU, askBack);
    cities.deliverAll();
    cities.act(XINING, { type: 'answer-return', decision: yes });
    cities.deliverAll();
    expect(outcomeOf(cities.act(LANZHOU, aReport('returning', NOON)))).toBe('accepted');
  });

  it('on a condition lets it leave from the hour named', () => {
    const cities = working();
    cities.act(LANZHOU, askBack);
    cities.deliverAll();
    const availableFrom = '2026-07-15T18:00:00.000Z';
    cities.act(XINING, {
      type: 'answer-return',
      decision: { response: 'provisional', reason: '待接替队伍到达', availableFrom },
    });
    cities.deliverAll();
    expect(outcomeOf(cities.act(LANZHOU, aReport('returning', NOON)))).toBe('not-free-to-return');
    cities.setTime(availableFrom);
    expect(outcomeOf(cities.act(LANZHOU, aReport('returning', availableFrom)))).toBe('accepted');
  });

  it('declined keeps it there, and can be asked again', () => {
    const cities = working();
    cities.act(LANZHOU, askBack);
    expect(outcomeOf(cities.act(LANZHOU, askBack))).toBe('already-asked');
    cities.deliverAll();
    cities.act(XINING, { type: 'answer-return', decision: { response: 'decline', reason: '正在救人' } });
    cities.deliverAll();
    expect(outcomeOf(cities.act(LANZHOU, aReport('returning', NOON)))).toBe('not-free-to-return');
    expect(outcomeOf(cities.act(LANZHOU, askBack))).toBe('accepted');
    expect(outcomeOf(cities.act(XINING, { type: 'answer-return', decision: yes }))).toBe('nothing-to-answer');
  });

  it('of a team that has not left calls the mission off', () => {
    const cities = aDeployment();
    cities.act(LANZHOU, askBack);
    cities.deliverAll();
    cities.act(XINING, { type: 'answer-return', decision: yes });
    cities.deliverAll();
    expect(cities.state(XINING)).toMatchObject({ phase: 'ended', progress: { status: 'cancelled' } });
  });

  it('that crosses the release is agreed without a person', () => {
    const cities = working();
    cities.act(LANZHOU, askBack);
    cities.act(XINING, { type: 'release' });
    cities.deliverAll();
    expect(cities.state(LANZHOU).recall?.answer?.response).toBe('accept');
    expect(inCommon(cities.state(XINING))).toEqual(inCommon(cities.state(LANZHOU)));
  });

  it('names a time to come', () => {
    expect(outcomeOf(working().act(LANZHOU, { ...askBack, by: '2026-07-15T11:00:00.000Z' }))).toBe('time-has-passed');
  });
});

describe('a release', () => {
  it('of a team that has not left calls the mission off, once its city says so', () => {
    const cities = aDeployment();
    cities.act(XINING, { type: 'release', note: '水已退' });
    expect(cities.state(XINING).progress.status).toBe('mobilising');
    cities.deliverAll();
    expect(cities.state(XINING)).toMatchObject({ phase: 'ended', progress: { status: 'cancelled' } });
    expect(outcomeOf(cities.act(XINING, { type: 'release' }))).toBe('not-on-mission');
  });

  it('turns a team back that left meanwhile', () => {
    const cities = aDeployment();
    cities.setTime('2026-07-15T02:00:00.000Z');
    cities.act(LANZHOU, aReport('departed', '2026-07-15T02:00:00.000Z'));
    cities.act(XINING, { type: 'release' });
    cities.deliverAll();
    expect(cities.state(XINING).progress.status).toBe('departed');
    expect(outcomeOf(cities.act(LANZHOU, aReport('returning', '2026-07-15T02:00:00.000Z')))).toBe('accepted');
  });

  it('that did not reach the owner can be said again', () => {
    const cities = working();
    const released = cities.act(XINING, { type: 'release' });
    if (!released.accepted || released.events[0]?.type !== 'teamReleased') throw new Error('released');
    const { messageId } = released.events[0].release;
    const reason = { zh: '无法送达', en: 'could not be delivered' };
    cities.act(XINING, { type: 'message-failed', messageId, city: LANZHOU, code: 'undeliverable', reason });
    expect(cities.state(XINING).release).toBeUndefined();
    expect(cities.state(XINING).failures).toHaveLength(1);
    expect(outcomeOf(cities.act(XINING, { type: 'release' }))).toBe('accepted');
  });
});

describe('a question how things stand', () => {
  it('is answered by itself, naming the question', () => {
    const cities = working();
    cities.act(XINING, { type: 'ask-status' });
    expect(cities.underWay()).toEqual(['RequestResourceDeploymentStatus']);
    cities.deliver(XINING);
    expect(cities.underWay()).toEqual(['ReportResourceDeploymentStatus']);
    cities.deliverAll();
    expect(cities.story(XINING).slice(-2)).toEqual(['statusAsked', 'statusReported']);
  });
});

describe('a city that is not part of it', () => {
  it('is not listened to', () => {
    const cities = working();
    const release = { messageId: '0190b000-0000-7000-8000-000000000999', releasedAt: NOON };
    expect(outcomeOf(cities.act(LANZHOU, { type: 'receive-release', from: '630200', release }))).toBe(
      'not-party-to-deployment',
    );
  });

  it('or what was never opened', () => {
    const cities = aDeployment();
    expect(outcomeOf(cities.act('630200', { type: 'ask-status' }))).toBe('deployment-not-found');
    expect(
      outcomeOf(cities.act(LANZHOU, { type: 'open', side: 'owner', mission: cities.state(LANZHOU).mission })),
    ).toBe('deployment-already-open');
  });
});
