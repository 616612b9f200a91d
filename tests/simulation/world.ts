import type { Item } from '../../shared/data/store.ts';
import { DAY_MS, MINUTE_MS } from '../../shared/domain/kernel/instant.ts';
import { createHost, type DeployedFunction, type Host, type Sabotage } from './host.ts';
import { createNetwork, type Network } from './network.ts';
import { createRandom, type Random } from './random.ts';
import { attachSources } from './sources.ts';
import { createTrace, type Trace } from './trace.ts';
import { createVirtualTime, type VirtualTime } from './virtual-time.ts';
import { CALM, type Weather } from './weather.ts';

export interface WorldOptions {
  readonly seed: number;
  readonly cities: readonly string[];
  readonly functions: readonly DeployedFunction[];
  /** When it begins, milliseconds since 1970. */
  readonly start: number;
  readonly sabotage?: Sabotage;
  /** What the cities' tables hold from the beginning. */
  readonly rows?: ReadonlyMap<string, readonly Item[]>;
}

/** Several cities' installations, the network between them, and one seed from which all that happens follows. */
export interface World {
  readonly time: VirtualTime;
  readonly trace: Trace;
  readonly network: Network;
  readonly hosts: readonly Host[];
  host(city: string): Host;
  /** A source of chance for one purpose. */
  random(purpose: string): Random;
  setWeather(weather: Weather): void;
}

/** A clock is wrong by so much at most. */
const MOST_SKEW_MS = 5 * MINUTE_MS;
/** Of this it gains or loses so much at most, within {@link DRIFTS_FOR_MS}, and then no more. */
const MOST_DRIFT_MS = MINUTE_MS;
const DRIFTS_FOR_MS = 10 * DAY_MS;

/** A clock that is wrong from the beginning, and more or less so as time goes on. */
const wrongClock = (random: Random, start: number): ((moment: number) => number) => {
  const least = MOST_SKEW_MS - MOST_DRIFT_MS;
  const offset = random.between(-least, least);
  const drift = random.between(-MOST_DRIFT_MS, MOST_DRIFT_MS) / DRIFTS_FOR_MS;
  return (moment) => moment + offset + Math.round(Math.min(moment - start, DRIFTS_FOR_MS) * drift);
};

/** Every pair of cities is linked by a rule or by the courier, in each direction, as chance will have it. */
const linkAll = (hosts: readonly Host[], network: Network, random: Random): void => {
  for (const host of hosts) {
    const peers = hosts.map(({ city }) => city).filter((city) => city !== host.city);
    const courierPeers = peers.filter(() => random.chance(0.3));
    for (const peer of peers) if (!courierPeers.includes(peer)) network.link(host.city, peer);
    attachSources(host, courierPeers);
  }
};

export const createWorld = ({ seed, cities, functions, start, sabotage = {}, rows }: WorldOptions): World => {
  const time = createVirtualTime(start);
  const trace = createTrace(time.now);
  const random = (purpose: string): Random => createRandom(seed, purpose);
  let current = CALM;
  const weather = (): Weather => current;
  const network = createNetwork({ cities, time, random: random('network'), weather, trace });
  const skews = random('clocks');
  const hosts = cities.map((city) =>
    createHost({
      city,
      time,
      trace,
      weather,
      functions,
      sabotage,
      random: random(city),
      network: network.city(city),
      rows: rows?.get(city) ?? [],
      clockAt: wrongClock(skews, start),
    }),
  );
  linkAll(hosts, network, random('links'));
  return {
    time,
    trace,
    network,
    hosts,
    random,
    host: (city) => {
      const host = hosts.find((one) => one.city === city);
      if (!host) throw new RangeError(`no city ${city}`);
      return host;
    },
    setWeather: (next) => {
      current = next;
    },
  };
};
