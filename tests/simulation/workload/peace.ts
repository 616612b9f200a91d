import { HOUR_MS } from '../../../shared/domain/kernel/instant.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';
import { sign } from './agreements.ts';
import type { Desk } from './desk.ts';
import type { Knowledge } from './matters.ts';
import type { KnownTeam } from './provider.ts';
import { registerTeam } from './setup.ts';

/** Neighbours sign with one another; the first signs with all. */
const pairsOf = (cities: readonly string[], random: Random): readonly (readonly [string, string])[] =>
  cities.flatMap((city, index) =>
    cities.slice(index + 1).flatMap((other) => {
      if (index > 0 && random.chance(0.5)) return [];
      return [random.chance(0.5) ? ([city, other] as const) : ([other, city] as const)];
    }),
  );

/** What is done in peace time: teams are registered and agreements signed, until the moment `end` at the latest. */
export const makePeace = async (world: World, desk: Desk, end: number): Promise<Knowledge> => {
  const { time } = world;
  const random = world.random('peace');
  const cities = world.hosts.map(({ city }) => city);
  const teams = new Map<string, KnownTeam[]>(cities.map((city) => [city, []]));
  const agreements = new Map<string, string[]>(cities.map((city) => [city, []]));

  const equip = async (city: string): Promise<void> => {
    for (let leader = random.between(1, 2); leader > 0; leader -= 1) {
      const team = await registerTeam(desk, random, { city, leader, now: time.now() });
      if (team) teams.get(city)?.push(team);
    }
  };

  const ally = async (one: string, other: string): Promise<void> => {
    await time.wait(random.between(0, HOUR_MS));
    const agreement = await sign({ world, desk, random, end }, one, other);
    if (agreement !== undefined) for (const city of [one, other]) agreements.get(city)?.push(agreement);
  };

  await Promise.all([...cities.map(equip), ...pairsOf(cities, random).map(([one, other]) => ally(one, other))]);
  return { teams, agreements };
};
