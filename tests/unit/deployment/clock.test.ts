import { describe, expect, it } from 'vitest';
import { deployment } from '../../../shared/domain/deployment/deployment.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { aDeployment, aReport } from '../../builders/deployment.ts';

const clock = { type: 'clock-ran-out' as const };

/** Rings the clock of a city whenever it is due, as the clock function does, until the moment given. */
const ringUntil = (cities: ReturnType<typeof aDeployment>, city: string, until: string): readonly string[] => {
  const rung: string[] = [];
  for (let due = deployment.dueAt(cities.state(city)); due !== undefined && due <= until; ) {
    cities.setTime(due);
    const decision = cities.act(city, clock);
    if (!decision.accepted || decision.events.length === 0) throw new Error(`the clock of ${due} found nothing`);
    for (const event of decision.events) if (event.type === 'promiseBroken') rung.push(event.broken.promise);
    due = deployment.dueAt(cities.state(city));
  }
  return rung;
};

describe('the clock of a deployment', () => {
  it.each([LANZHOU, XINING])('rings once for each promise, in %s', (city) => {
    const cities = aDeployment();
    expect(ringUntil(cities, city, '2026-08-01T00:00:00.000Z')).toEqual(['departure', 'arrival', 'return']);
    expect(deployment.dueAt(cities.state(city))).toBeUndefined();
  });

  it('rings again when a new time is promised and passes', () => {
    const cities = aDeployment();
    expect(ringUntil(cities, LANZHOU, '2026-07-15T03:00:00.000Z')).toEqual(['departure']);
    const estimates = { departure: '2026-07-15T04:00:00.000Z' };
    cities.act(LANZHOU, aReport('mobilising', '2026-07-15T02:00:00.000Z', { estimates }));
    expect(ringUntil(cities, LANZHOU, '2026-07-15T05:00:00.000Z')).toEqual(['departure']);
  });

  it('is silent about what was done in time', () => {
    const cities = aDeployment();
    cities.goOn('working');
    expect(ringUntil(cities, XINING, '2026-07-19T00:00:00.000Z')).toEqual([]);
  });

  it('rings when an extension or a recall stays unanswered for two hours', () => {
    const cities = aDeployment();
    cities.goOn('working');
    cities.act(XINING, { type: 'ask-extension', until: '2026-07-22T00:00:00.000Z', reason: '水未退' });
    cities.act(LANZHOU, { type: 'ask-return', by: '2026-07-16T00:00:00.000Z', reason: '本市有汛情' });
    cities.deliverAll();
    expect(deployment.dueAt(cities.state(XINING))).toBe('2026-07-15T09:00:00.000Z');
    expect(ringUntil(cities, XINING, '2026-07-15T10:00:00.000Z')).toEqual(['extension-answer', 'return-answer']);
    expect(ringUntil(cities, LANZHOU, '2026-07-15T10:00:00.000Z')).toEqual(['extension-answer', 'return-answer']);
  });

  it('waits for a recalled team to leave by the hour wanted, and to come home when expected', () => {
    const cities = aDeployment();
    cities.goOn('working');
    cities.act(LANZHOU, { type: 'ask-return', by: '2026-07-16T00:00:00.000Z', reason: '本市有汛情' });
    cities.deliverAll();
    cities.act(XINING, { type: 'answer-return', decision: { response: 'accept' } });
    cities.deliverAll();
    expect(ringUntil(cities, LANZHOU, '2026-07-16T01:00:00.000Z')).toEqual(['return']);
    const returnArrival = '2026-07-16T05:00:00.000Z';
    cities.act(LANZHOU, aReport('returning', '2026-07-16T00:00:00.000Z', { estimates: { returnArrival } }));
    expect(ringUntil(cities, LANZHOU, '2026-07-17T00:00:00.000Z')).toEqual(['home-coming']);
  });

  it('marks a broken promise and leaves the telling to the table of deadlines', () => {
    const cities = aDeployment();
    const broken = { promise: 'arrival' as const, due: '2026-07-15T06:00:00.000Z' };
    const marked = deployment.evolve(cities.state(XINING), { type: 'promiseBroken', broken });
    expect(marked.overdue).toEqual([broken]);
    expect(deployment.notices?.({ type: 'promiseBroken', broken }, marked)).toEqual([]);
  });
});
