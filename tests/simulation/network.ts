import { RULE_TARGET } from '../../infra/delivery.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/domain/kernel/instant.ts';
import type { Dispatch, Publisher } from '../../shared/exchange/ports.ts';
import { type BusPattern, busEntry, linkPattern } from '../../shared/exchange/routing.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { compilePattern } from '../../shared/lambda/event-pattern.ts';
import type { Random } from './random.ts';
import type { Trace } from './trace.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Weather } from './weather.ts';

/** An event as EventBridge hands it to the target of a rule. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

type Target = (event: BusEvent) => void;

/** A city's way to the others. */
export interface CityNetwork {
  readonly publisher: Publisher;
  readonly courier: Cell['courier'];
  /** Calls `target` with every event on the city's own bus that matches. */
  rule(pattern: BusPattern, target: Target): void;
}

export interface Network {
  city(code: string): CityNetwork;
  /** Lets a bus be the target of a rule on another. */
  link(from: string, to: string): void;
  /** No message passes between the two until {@link Network.mend}. */
  cut(one: string, other: string): void;
  mend(): void;
}

export interface NetworkOptions {
  readonly cities: readonly string[];
  readonly time: VirtualTime;
  readonly random: Random;
  readonly weather: () => Weather;
  readonly trace: Trace;
}

/** A rule's target is tried for so long, with longer and longer waits in between. */
const GIVE_UP_AFTER_MS = RULE_TARGET.eventAgeHours * HOUR_MS;
const FIRST_WAIT_MS = MINUTE_MS;
const LONGEST_WAIT_MS = 4 * HOUR_MS;

interface Rule {
  readonly matches: (event: BusEvent) => boolean;
  readonly target: Target;
}

const isCut = (cuts: ReadonlySet<string>, one: string, other: string): boolean =>
  cuts.has(`${one} ${other}`) || cuts.has(`${other} ${one}`);

/** The buses of all cities and what lies between them. */
export const createNetwork = ({ cities, time, random, weather, trace }: NetworkOptions): Network => {
  const buses = new Map<string, Rule[]>(cities.map((city) => [city, []]));
  const cuts = new Set<string>();

  const rulesOf = (city: string): Rule[] => {
    const rules = buses.get(city);
    if (!rules) throw new RangeError(`no bus of ${city}`);
    return rules;
  };

  const put = (city: string, said: Pick<BusEvent, 'source' | 'detail-type' | 'detail'>): void => {
    const event: BusEvent = {
      version: '0',
      id: random.hex(32),
      source: said.source,
      'detail-type': said['detail-type'],
      account: '000000000000',
      time: new Date(time.now()).toISOString(),
      region: 'simulation',
      resources: [],
      detail: said.detail,
    };
    for (const { matches, target } of rulesOf(city)) if (matches(event)) deliver(city, event, target);
  };

  /** What travels is text: nobody gets the sender's own objects. */
  const putDispatch = (city: string, dispatch: Dispatch): void => {
    const { source, detailType, detail } = busEntry(dispatch);
    put(city, { source, 'detail-type': detailType, detail: JSON.parse(detail) });
  };

  /** At least once, when it pleases; or not at all. */
  const deliver = (city: string, event: BusEvent, target: Target): void => {
    const { lostMessage, repeatedMessage, slowestMessageMs } = weather();
    const copies = random.chance(lostMessage) ? 0 : random.chance(repeatedMessage) ? 2 : 1;
    if (copies !== 1) trace.note(city, `bus delivers ${event['detail-type']} ${copies} times`);
    for (let copy = 0; copy < copies; copy += 1) time.after(random.between(0, slowestMessageMs), () => target(event));
  };

  const forward = (from: string, to: string, event: BusEvent, since: number, wait: number): void => {
    if (!isCut(cuts, from, to)) {
      put(to, event);
      return;
    }
    if (time.now() - since > GIVE_UP_AFTER_MS) {
      trace.note(from, `link to ${to} gives up on ${event['detail-type']}`);
      return;
    }
    time.after(wait, () => forward(from, to, event, since, Math.min(2 * wait, LONGEST_WAIT_MS)));
  };

  const publish = async (city: string, dispatches: readonly Dispatch[]): Promise<void> => {
    const { refusedBatch, slowOperation, slowestOperationMs } = weather();
    if (random.chance(slowOperation)) await time.wait(random.between(0, slowestOperationMs));
    const taken = random.chance(refusedBatch) ? random.between(0, dispatches.length - 1) : dispatches.length;
    for (const dispatch of dispatches.slice(0, taken)) {
      trace.note(city, `publishes ${dispatch.envelope.type} ${dispatch.envelope.id} for ${dispatch.to.join()}`);
      putDispatch(city, dispatch);
    }
    if (taken < dispatches.length) throw new Error('the bus refused some of the entries');
  };

  return {
    city: (code) => ({
      publisher: { publish: (dispatches) => publish(code, dispatches) },
      courier: {
        deliver: async (to, dispatch) => {
          if (isCut(cuts, code, to)) throw new Error(`no connection to ${to}`);
          putDispatch(to, dispatch);
        },
      },
      rule: (pattern, target) => rulesOf(code).push({ matches: compilePattern(pattern), target }),
    }),
    link: (from, to) =>
      rulesOf(from).push({
        matches: compilePattern(linkPattern(from, [to])),
        target: (event) => forward(from, to, event, time.now(), FIRST_WAIT_MS),
      }),
    cut: (one, other) => {
      trace.note(one, `cut off from ${other}`);
      cuts.add(`${one} ${other}`);
    },
    mend: () => {
      trace.note('all', 'connections mended');
      cuts.clear();
    },
  };
};
