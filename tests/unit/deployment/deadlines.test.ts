import { describe, expect, it } from 'vitest';
import { deployment } from '../../../shared/domain/deployment/deployment.ts';
import { statusOf } from '../../../shared/domain/deployment/deployment-state.ts';
import type { DeploymentStatus } from '../../../shared/domain/deployment/deployment-status.ts';
import { MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { circumstances, LANZHOU, XINING } from '../../builders/circumstances.ts';
import { rulesWithin, WITHIN_MINUTES, waitsIn } from '../../builders/deadlines.ts';
import { aDeployment, aMission, aReport } from '../../builders/deployment.ts';

type Cities = ReturnType<typeof aDeployment>;
type ActiveStep = 'departed' | 'en-route' | 'arrived' | 'working';

/** When the team is to leave for home, and a while before. */
const LIMIT = '2026-07-20T00:00:00.000Z';
const NOON = '2026-07-15T12:00:00.000Z';

const openAt = (cities: Cities, city: string) => deployment.deadlines?.(cities.state(city), rulesWithin(city)) ?? [];
const waitsAt = (cities: Cities, city: string) => waitsIn(openAt(cities, city));
const gone = (step: ActiveStep) => {
  const cities = aDeployment();
  cities.goOn(step);
  return cities;
};
const onTheWayHome = () => {
  const cities = gone('working');
  cities.setTime(LIMIT);
  cities.act(LANZHOU, aReport('returning', LIMIT));
  cities.deliverAll();
  return cities;
};
const home = () => {
  const cities = onTheWayHome();
  const at = plus(LIMIT, 60 * MINUTE_MS);
  cities.setTime(at);
  cities.act(LANZHOU, aReport('home', at));
  cities.deliverAll();
  return cities;
};
const cancelled = () => {
  const cities = aDeployment();
  cities.act(XINING, { type: 'release' });
  cities.deliverAll();
  return cities;
};
const closed = () => {
  const cities = home();
  for (const city of [LANZHOU, XINING]) cities.act(city, { type: 'close' });
  return cities;
};

const AT: Readonly<Record<Exclude<DeploymentStatus, 'delivered'>, () => Cities>> = {
  mobilising: aDeployment,
  departed: () => gone('departed'),
  'en-route': () => gone('en-route'),
  arrived: () => gone('arrived'),
  working: () => gone('working'),
  returning: onTheWayHome,
  home,
  cancelled,
  closed,
};

/** What the owner waits for of its team, and the requester of the owner, in each status. */
const WAITS: { readonly [S in keyof typeof AT]: readonly [owner: readonly string[], requester: readonly string[]] } = {
  mobilising: [['departure team'], [`departure ${LANZHOU}`]],
  departed: [
    ['arrival team', 'check-in team'],
    [`arrival ${LANZHOU}`, `check-in ${LANZHOU}`],
  ],
  'en-route': [
    ['arrival team', 'check-in team'],
    [`arrival ${LANZHOU}`, `check-in ${LANZHOU}`],
  ],
  arrived: [
    ['return team', 'check-in team'],
    [`return ${LANZHOU}`, 'extension duty-room', `check-in ${LANZHOU}`],
  ],
  working: [
    ['return team', 'check-in team'],
    [`return ${LANZHOU}`, 'extension duty-room', `check-in ${LANZHOU}`],
  ],
  returning: [
    ['home-coming team', 'check-in team'],
    [`home-coming ${LANZHOU}`, `check-in ${LANZHOU}`],
  ],
  home: [['archive duty-room'], ['archive duty-room']],
  cancelled: [['archive duty-room'], ['archive duty-room']],
  closed: [[], []],
};

describe('what a deployment waits for', () => {
  it.each(Object.keys(AT) as (keyof typeof AT)[])('%s', (status) => {
    const cities = AT[status]();
    expect(statusOf(cities.state(LANZHOU))).toBe(status);
    expect([waitsAt(cities, LANZHOU), waitsAt(cities, XINING)]).toEqual(WAITS[status]);
  });

  it('is the answer of the other end to what one has asked', () => {
    const cities = gone('working');
    cities.setTime(NOON);
    cities.act(XINING, { type: 'ask-extension', until: '2026-07-22T00:00:00.000Z', reason: '水未退' });
    cities.act(LANZHOU, { type: 'ask-return', by: '2026-07-16T00:00:00.000Z', reason: '本市有汛情' });
    cities.deliverAll();
    expect(waitsAt(cities, LANZHOU)).toEqual([
      'return team',
      'check-in team',
      'extension-answer duty-room',
      `return-answer ${XINING}`,
    ]);
    expect(waitsAt(cities, XINING)).toEqual([
      `return ${LANZHOU}`,
      `check-in ${LANZHOU}`,
      `extension-answer ${LANZHOU}`,
      'return-answer duty-room',
    ]);
  });

  it('is, of a team on its way that was called back, that it turns round', () => {
    const cities = gone('en-route');
    cities.setTime(NOON);
    cities.act(LANZHOU, { type: 'ask-return', by: '2026-07-16T00:00:00.000Z', reason: '本市有汛情' });
    cities.deliverAll();
    cities.act(XINING, { type: 'answer-return', decision: { response: 'accept' } });
    cities.deliverAll();
    expect(openAt(cities, LANZHOU)).toMatchObject([
      { handOff: 'return', due: '2026-07-16T00:00:00.000Z' },
      { handOff: 'check-in' },
    ]);
  });

  it('is no request for more time any more once the time is over', () => {
    const cities = gone('working');
    cities.setTime(LIMIT);
    cities.act(XINING, { type: 'clock-ran-out' });
    expect(waitsAt(cities, XINING)).toEqual([`return ${LANZHOU}`, `check-in ${LANZHOU}`]);
  });

  it('is due as estimated; a way home that nobody has estimated takes as long as the way there', () => {
    expect(openAt(aDeployment(), XINING)[0]?.due).toBe(aMission().estimatedDeparture);
    expect(openAt(gone('departed'), XINING)[0]?.due).toBe(aMission().estimatedArrival);
    expect(openAt(onTheWayHome(), XINING)[0]?.due).toBe(plus(LIMIT, 4 * 60 * MINUTE_MS));
  });

  it('is, of an own team, all of this city itself', () => {
    const { agreementId: _a, requisitionId: _r, commitMessageId: _c, ...order } = aMission({ requester: LANZHOU });
    const own = deployment.evolve(undefined, { type: 'deploymentOpened', side: 'owner', mission: order, at: NOON });
    const arrived = [aReport('departed', NOON), aReport('arrived', NOON)].reduce((state, command) => {
      const decision = deployment.decide(state, command, circumstances({ city: LANZHOU, now: NOON }));
      if (!decision.accepted) throw new Error(decision.refusal.reason.code);
      return decision.events.reduce(deployment.evolve, state);
    }, own);
    expect(waitsIn(deployment.deadlines?.(arrived, rulesWithin(LANZHOU)))).toEqual([
      'return team',
      'extension duty-room',
      'check-in team',
    ]);
  });
});

describe('the check-in of a team', () => {
  const dueAt = (cities: Cities, city: string) =>
    openAt(cities, city).find(({ handOff }) => handOff === 'check-in')?.due;
  const within = (at: string) => plus(at, WITHIN_MINUTES * MINUTE_MS);

  it('is due so long after the last word of people at either end', () => {
    const cities = gone('working');
    expect([LANZHOU, XINING].map((city) => dueAt(cities, city))).toEqual([
      within('2026-07-15T07:00:00.000Z'),
      within('2026-07-15T07:00:00.000Z'),
    ]);
    cities.setTime(NOON);
    cities.act(LANZHOU, aReport('working', NOON));
    cities.deliverAll();
    expect([LANZHOU, XINING].map((city) => dueAt(cities, city))).toEqual([within(NOON), within(NOON)]);
  });

  it('is not put off by what a system answers of itself', () => {
    const cities = gone('working');
    cities.setTime(NOON);
    cities.act(XINING, { type: 'ask-status' });
    cities.deliverAll();
    expect(cities.state(XINING).lastReport?.at).toBe('2026-07-15T07:00:00.000Z');
    expect([LANZHOU, XINING].map((city) => dueAt(cities, city))).toEqual([
      within('2026-07-15T07:00:00.000Z'),
      within('2026-07-15T07:00:00.000Z'),
    ]);
  });

  it('is due as often as the mission asks, where that is more often than by the table', () => {
    const dueWith = (checkInMinutes: number) => {
      const cities = aDeployment({ checkInMinutes });
      cities.goOn('working');
      return [LANZHOU, XINING].map((city) => dueAt(cities, city));
    };
    const heard = '2026-07-15T07:00:00.000Z';
    expect(dueWith(30)).toEqual([plus(heard, 30 * MINUTE_MS), plus(heard, 30 * MINUTE_MS)]);
    expect(dueWith(600)).toEqual([within(heard), within(heard)]);
  });

  it('is not asked of goods', () => {
    const { team: _team, ...order } = aMission();
    const lot = {
      stockId: '0190b000-0000-7000-8000-000000000601',
      name: '单帐篷',
      code: '1010101',
      unit: '顶',
      quantity: 200,
    };
    const opened = deployment.evolve(undefined, {
      type: 'deploymentOpened',
      side: 'requester',
      mission: { ...order, lot },
      at: NOON,
    });
    const progress = { status: 'departed', since: NOON, departedAt: NOON } as const;
    const report = { messageId: lot.stockId, at: NOON, sentAt: NOON, estimates: opened.estimates, progress };
    const departed = deployment.evolve(opened, { type: 'statusReported', report, stepped: true });
    expect(waitsIn(deployment.deadlines?.(departed, rulesWithin()))).toEqual([`arrival ${LANZHOU}`]);
  });
});
