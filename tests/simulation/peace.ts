import type { Item } from '../../shared/data/store.ts';
import type { DeployedFunction } from './host.ts';
import { CALM, type Weather } from './weather.ts';
import { createDesk, type Deed } from './workload/desk.ts';
import type { Knowledge } from './workload/matters.ts';
import { makePeace } from './workload/peace.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 6, 15);
const CITIES = ['630100', '620100', '630200', '632500', '632800'];

/** Different peaces that stories can begin with, besides those that are made in bad weather. */
const VARIANTS = 4;

/** Cities before the flood: what they know, and what their tables hold. */
export interface Peace {
  readonly cities: readonly string[];
  readonly knowledge: Knowledge;
  readonly rows: ReadonlyMap<string, readonly Item[]>;
  /** The moment at which it is so, milliseconds since 1970. */
  readonly at: number;
}

/** Runs what is planned until the work is done. */
export const finish = async <T>({ time }: World, work: Promise<T>): Promise<T> => {
  let done = false;
  const marked = work.finally(() => {
    done = true;
  });
  for (let until: number | undefined = time.now(); until !== undefined; until = time.next()) {
    await time.runUntil(until);
    if (done) return marked;
  }
  throw new Error('somebody waits for what will never come');
};

/** Makes peace in a world of its own, in that weather. */
export const peaceInThe = async (
  weather: Weather,
  options: Omit<WorldOptions, 'start' | 'rows' | 'cities'> & { readonly cityCount: number },
): Promise<{ readonly world: World; readonly knowledge: Knowledge; readonly deeds: readonly Deed[] }> => {
  const world = createWorld({ ...options, cities: CITIES.slice(0, options.cityCount), start: START });
  world.setWeather(weather);
  const desk = createDesk(world, world.random('peace desk'), 0);
  const knowledge = await finish(world, makePeace(world, desk, START + 6 * HOUR_MS));
  return { world, knowledge, deeds: desk.deeds() };
};

const made = new WeakMap<readonly DeployedFunction[], Map<number, Promise<Peace>>>();

const make = async (functions: readonly DeployedFunction[], variant: number): Promise<Peace> => {
  const { world, knowledge } = await peaceInThe(CALM, { seed: -1 - variant, functions, cityCount: 3 });
  await world.time.runUntil(world.time.now() + HOUR_MS);
  return {
    cities: world.hosts.map(({ city }) => city),
    knowledge,
    rows: new Map(world.hosts.map(({ city, store }) => [city, store.rows()])),
    at: world.time.now(),
  };
};

/** @returns a peace made in calm weather; the same for the same seed, and made once only, as it costs as much as a flood. */
export const madePeace = (functions: readonly DeployedFunction[], seed: number): Promise<Peace> => {
  const variants = made.get(functions) ?? new Map<number, Promise<Peace>>();
  made.set(functions, variants);
  const variant = seed % VARIANTS;
  const peace = variants.get(variant) ?? make(functions, variant);
  variants.set(variant, peace);
  return peace;
};
