import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../shared/domain/kernel/instant.ts';
import { call } from './gateway.ts';
import type { Sabotage } from './host.ts';
import { person } from './people.ts';
import { TOY_SERVICE } from './toy-service.ts';
import { CALM, stormOf, type Weather } from './weather.ts';
import { createWorld, type World } from './world.ts';

const START = Date.UTC(2026, 10, 1);
const CITIES = ['630100', '620100', '630200'];

const send = async (world: World, from: string, to: string, id: string): Promise<void> => {
  const request = {
    person: person(from, 'coordinator'),
    method: 'POST',
    path: `/v1/notes/${id}`,
    body: { to },
  } as const;
  for (;;) {
    const answer = await call(world.host(from), request);
    if (answer?.status === 201) return;
    await world.time.wait(1000);
  }
};

/** A day of notes between the cities in that weather, with a cut and a crash; then calm until nothing is left to do. */
const run = async (seed: number, weather: Weather, sabotage: Sabotage = {}) => {
  const world = createWorld({ seed, cities: CITIES, functions: TOY_SERVICE, start: START, sabotage });
  const random = world.random('plan');
  world.setWeather(weather);
  const notes = Array.from({ length: 12 }, (_, n) => {
    const [from = '', to = ''] = random.shuffled(CITIES);
    const id = `n${n}`;
    world.time.after(random.between(0, 24 * HOUR_MS), () => void send(world, from, to, id));
    return { id, from, to };
  });
  world.network.cut('630100', '620100');
  world.time.after(random.between(0, 24 * HOUR_MS), () => world.host('630100').crash());
  await world.time.runUntil(START + 30 * HOUR_MS);
  world.setWeather(CALM);
  world.network.mend();
  await world.time.runUntil(START + 80 * HOUR_MS);
  const kept = world.hosts.flatMap(({ city, store }) =>
    store.rows().flatMap(({ pk, sk }) => (sk === 'KEPT' ? [`${pk} ${city}`] : [])),
  );
  const unconfirmed = world.hosts.flatMap(({ store }) => store.rows().filter(({ sk }) => sk === 'SENT'));
  return {
    world,
    kept: kept.toSorted(),
    expected: notes.map(({ id, to }) => `note#${id} ${to}`).toSorted(),
    unconfirmed,
  };
};

const storm = (seed: number): Weather => stormOf(createWorldRandom(seed));
const createWorldRandom = (seed: number) =>
  createWorld({ seed, cities: [], functions: [], start: START }).random('weather');

describe('world', () => {
  it('carries every note to where it is for, once in effect, in any weather', async () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const { kept, expected, unconfirmed } = await run(seed, storm(seed));
      expect(kept, `seed ${seed}`).toEqual(expected);
      expect(unconfirmed, `seed ${seed}`).toEqual([]);
    }
  });

  it('leaves nothing to chance but the seed', async () => {
    const hash = async (seed: number) => (await run(seed, storm(seed))).world.trace.hash();
    expect(await hash(7)).toBe(await hash(7));
    expect(await hash(7)).not.toBe(await hash(8));
  });

  it('makes trouble', async () => {
    const { world } = await run(3, { ...CALM, lostMessage: 0.3, repeatedMessage: 0.5, stall: 0.05, throttling: 0.1 });
    const story = world.trace.lines().join('\n');
    for (const word of ['crashes', 'cut off', 'delivers Note 0 times', 'delivers Note 2 times', 'stalls', 'throttled'])
      expect(story).toContain(word);
  });

  it('loses notes when the clock does not send them again', async () => {
    const mute: Sabotage = {
      store: (store) => ({ ...store, queryDue: async () => ({ keys: [] }) }),
    };
    const { unconfirmed } = await run(3, { ...CALM, lostMessage: 0.3 }, mute);
    expect(unconfirmed.length).toBeGreaterThan(0);
  });
});
