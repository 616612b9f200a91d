import { describe, expect, it } from 'vitest';
import { deployment } from '../../../shared/domain/deployment/deployment.ts';
import type { DeploymentEvent } from '../../../shared/domain/deployment/deployment-events.ts';
import { aFreshId, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { aDeployment } from '../../builders/deployment.ts';

const messageId = aFreshId();
const question = aFreshId();
const progress = { status: 'departed' as const, since: NOW, departedAt: NOW };
const report = { messageId, at: NOW, sentAt: NOW, progress, estimates: { departure: NOW, arrival: NOW } };
const answering = { messageId, question, answeredAt: NOW };

/** Each thing said, who says it, and what the other duty room reads. */
const SAID: readonly [DeploymentEvent, string, 'routine' | 'urgent', string, string][] = [
  [{ type: 'statusReported', report, stepped: true }, LANZHOU, 'routine', '：已出发。', 'reports: departed.'],
  [
    { type: 'extensionAsked', question: { messageId, askedAt: NOW, until: NOW, reason: '水未退' } },
    XINING,
    'urgent',
    '请求延期',
    'is asked to stay',
  ],
  [
    { type: 'extensionAnswered', answer: { response: 'accept', ...answering, until: NOW } },
    LANZHOU,
    'routine',
    '同意',
    'has accepted the extension',
  ],
  [
    { type: 'returnAsked', question: { messageId, askedAt: NOW, by: NOW, reason: '汛情' } },
    LANZHOU,
    'urgent',
    '召回',
    'is wanted back',
  ],
  [
    { type: 'returnAnswered', answer: { response: 'decline', ...answering, reason: '正在救人' } },
    XINING,
    'urgent',
    '不同意',
    'the recall was declined',
  ],
  [{ type: 'teamReleased', release: { messageId, releasedAt: NOW } }, XINING, 'urgent', '放行', 'has been released'],
];

describe('what the duty rooms are told of a deployment', () => {
  it.each(SAID)('%j', (event, speaker, urgency, zh, en) => {
    const cities = aDeployment();
    const listener = speaker === LANZHOU ? XINING : LANZHOU;
    expect(deployment.notices?.(event, cities.state(speaker))).toEqual([]);
    expect(deployment.notices?.(event, cities.state(listener))).toEqual([
      { urgency, text: { zh: expect.stringContaining(zh), en: expect.stringContaining(en) } },
    ]);
  });

  it('is nothing when no step was made, or when the other city only asks how things stand', () => {
    const state = aDeployment().state(XINING);
    expect(deployment.notices?.({ type: 'statusReported', report, stepped: false }, state)).toEqual([]);
    const owner = aDeployment().state(LANZHOU);
    expect(deployment.notices?.({ type: 'statusAsked', messageId, askedAt: NOW }, owner)).toEqual([]);
  });

  it('is urgent when a message of ours was not taken', () => {
    const reason = { zh: '没有这次派遣。', en: 'There is no such deployment.' };
    const failure = { messageId, city: LANZHOU, code: 'deployment-not-found', reason, at: NOW };
    const [notice] =
      deployment.notices?.({ type: 'deploymentMessageFailed', failure }, aDeployment().state(XINING)) ?? [];
    expect(notice).toMatchObject({ urgency: 'urgent', text: { en: expect.stringContaining(reason.en) } });
  });
});
