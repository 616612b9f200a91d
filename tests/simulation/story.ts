import { DAY_MS, HOUR_MS } from '../../shared/domain/kernel/instant.ts';
import type { DeployedFunction, Sabotage } from './host.ts';
import { type Evidence, rowsOf } from './oracle/evidence.ts';
import { finish, madePeace, peaceInThe } from './peace.ts';
import { createRandom, type Random } from './random.ts';
import { CALM, stormOf, type Weather } from './weather.ts';
import { createDesk, type Deed } from './workload/desk.ts';
import { createDutyRooms } from './workload/duty-rooms.ts';
import type { Knowledge } from './workload/matters.ts';
import { createWorld, type World } from './world.ts';

/** Nobody needs a team any more by then: what was promised and not called for is over at both ends. */
const LAST_NEEDED_MS = 6 * DAY_MS;

export interface StoryOptions {
  readonly seed: number;
  readonly functions: readonly DeployedFunction[];
  readonly sabotage?: Sabotage;
}

/** What is left of a run. */
export interface Story {
  readonly world: World;
  readonly evidence: readonly Evidence[];
  readonly deeds: readonly Deed[];
  /** From when on nothing went wrong any more, milliseconds since 1970. */
  readonly calmSince: number;
}

interface Beginning {
  readonly world: World;
  readonly knowledge: Knowledge;
  readonly deeds: readonly Deed[];
}

/** Most stories begin after a peace that was made in calm weather; some begin with peace-making in the storm. */
const begin = async (options: StoryOptions, fate: Random, storm: Weather): Promise<Beginning> => {
  if (fate.chance(0.1)) return peaceInThe(storm, { ...options, cityCount: fate.between(3, 4) });
  const { cities, rows, at, knowledge } = await madePeace(options.functions, options.seed);
  return { world: createWorld({ ...options, cities, rows, start: at }), knowledge, deeds: [] };
};

const planCrashes = (world: World, fate: Random, forMs: number): void => {
  for (let count = fate.between(0, 3); count > 0; count -= 1) {
    const host = fate.pick(world.hosts);
    world.time.after(fate.between(0, forMs), () => host.crash());
  }
};

/** A city may be cut off from another, for some hours or for two days. @returns for how long, milliseconds. */
const planCut = (world: World, fate: Random): number => {
  if (!fate.chance(0.25)) return 0;
  const [one, other] = fate.shuffled(world.hosts.map(({ city }) => city));
  const forMs = (fate.chance(0.15) ? 48 : fate.between(1, 8)) * HOUR_MS;
  world.time.after(fate.between(0, 4 * HOUR_MS), () => {
    world.network.cut(one ?? '', other ?? '');
    world.time.after(forMs, () => world.network.mend());
  });
  return forMs;
};

/** So that the trace's hash speaks of what the tables hold, too. */
const noteEnd = ({ trace }: World, evidence: readonly Evidence[]): void => {
  for (const one of evidence)
    for (const { pk, version, head } of rowsOf(one, 'state'))
      trace.note(one.city, `ends with ${pk} ${version} ${head}`);
};

/** One run: peace, storm with floods, calm until everything has been said. All of it follows from the seed. */
export const tell = async (options: StoryOptions): Promise<Story> => {
  const fate = createRandom(options.seed, 'fate');
  const storm = stormOf(fate);
  const { world, knowledge, deeds } = await begin(options, fate, storm);
  const { time } = world;
  const desk = createDesk(world, world.random('desk'), 1000);
  const rooms = createDutyRooms(world, desk, knowledge);
  world.setWeather(storm);
  const stormMs = Math.max(fate.between(6, 30) * HOUR_MS, planCut(world, fate) + 6 * HOUR_MS);
  planCrashes(world, fate, stormMs);
  await finish(world, rooms.work(time.now() + stormMs));
  world.setWeather(CALM);
  world.network.mend();
  const calmSince = time.now();
  await time.runUntil(calmSince + 3 * HOUR_MS);
  await finish(world, rooms.wrapUp(fate.chance(0.25) ? 12 : 0));
  await time.runUntil(time.now() + LAST_NEEDED_MS);
  const evidence = world.hosts.map(({ city, store }) => ({ city, rows: store.rows() }));
  noteEnd(world, evidence);
  return { world, evidence, deeds: [...deeds, ...desk.deeds()], calmSince };
};
