import { describe, expect, it } from 'vitest';
import { nextSteps, possible, reportedAt } from '../../../console/src/deployments/deployment-acts.ts';
import { reportOf } from '../../../console/src/deployments/report-values.ts';

type View = Parameters<typeof possible>[0];

const NOW = '2026-10-02T00:00:00.000Z';
const LATER = '2026-10-05T00:00:00.000Z';

const view = (overrides: Partial<View> = {}): View => ({
  side: 'owner',
  owner: '620100',
  requester: '630100',
  status: 'working',
  times: { departure: {}, arrival: {}, returnDeparture: { estimated: LATER }, returnArrival: {} },
  ...overrides,
});

const allowed = (state: View): readonly string[] =>
  Object.entries(possible(state)).flatMap(([name, isPossible]) => (isPossible ? [name] : []));

const question = { messageId: 'm', askedAt: NOW, until: LATER, reason: 'r' };
const recall = { messageId: 'm', askedAt: NOW, by: NOW, reason: 'r' };
const answering = { messageId: 'a', question: 'm', answeredAt: NOW };

describe('what can be done to a deployment', () => {
  it.each([
    ['by whose team works', view(), ['report', 'askReturn']],
    ['by whom it helps', view({ side: 'requester' }), ['askStatus', 'askExtension', 'release']],
    ['with an own team', view({ requester: '620100' }), ['report', 'askExtension', 'askReturn', 'release']],
    ['while an extension is asked', view({ extension: { question } }), ['report', 'answerExtension', 'askReturn']],
    [
      'while the team is wanted back',
      view({ side: 'requester', returnRequest: { question: recall } }),
      ['askStatus', 'askExtension', 'answerReturn', 'release'],
    ],
    ['with goods', view({ side: 'requester', lot: {} as never, status: 'en-route' }), ['askStatus', 'release']],
    ['once it is let go', view({ release: { messageId: 'm', releasedAt: NOW } }), ['report']],
    ['once it is home', view({ status: 'home' }), ['close']],
    ['once it is closed', view({ status: 'closed' }), []],
  ])('%s', (_, state, acts) => {
    expect(allowed(state)).toEqual(acts);
  });
});

describe('the next steps to report', () => {
  it.each([
    ['of a team that mobilises', view({ status: 'mobilising' }), ['departed', 'en-route']],
    ['of a team on its way', view({ status: 'en-route' }), ['arrived']],
    ['of goods on their way', view({ status: 'en-route', lot: {} as never }), ['arrived', 'delivered']],
    ['of a team that must stay', view(), []],
    ['of a team let go', view({ release: { messageId: 'm', releasedAt: NOW } }), ['returning']],
    [
      'of a team whose time is over',
      view({ times: { ...view().times, returnDeparture: { estimated: NOW } } }),
      ['returning'],
    ],
    [
      'of a team that may go later, too early',
      view({
        returnRequest: {
          question: recall,
          answer: { response: 'provisional', ...answering, reason: 'r', availableFrom: LATER },
        },
      }),
      [],
    ],
    ['of a team going home', view({ status: 'returning' }), ['home']],
    ['of a team called off', view({ status: 'cancelled' }), []],
  ])('%s', (_, state, steps) => {
    expect(nextSteps(state, NOW)).toEqual(steps);
  });
});

describe('a report', () => {
  const times = { ...view().times, arrival: { actual: LATER } };

  it('is of now, or of the last moment known where clocks disagree', () => {
    expect(reportedAt({ times: view().times, openedAt: NOW }, LATER)).toBe(LATER);
    expect(reportedAt({ times, openedAt: NOW }, NOW)).toBe(LATER);
  });

  it('says only what was entered', () => {
    const values = {
      status: 'returning',
      note: undefined,
      estimates: { returnArrival: LATER, arrival: undefined },
    } as const;
    expect(reportOf(values, { times: view().times, openedAt: NOW }, NOW)).toEqual({
      status: 'returning',
      at: NOW,
      estimates: { returnArrival: LATER },
    });
  });
});
