import type * as z from 'zod';
import type { RouteContract } from '../../shared/http/route.ts';
import type { TestCall } from '../builders/test-cell.ts';
import type { Cost, MeteredCities, Reception } from './metered-cities.ts';

/** What something of that name cost. */
export interface Figure extends Cost {
  readonly name: string;
}

/** Keeps what commands, lookups and receptions cost, in the order in which they came. */
export class Account {
  readonly commands: Figure[] = [];
  readonly lookups: Figure[] = [];
  private readonly received = new Map<string, Reception>();
  private readonly cities: MeteredCities;

  constructor(cities: MeteredCities) {
    this.cities = cities;
  }

  /** What taking in a message cost, for the first of each type. */
  get receptions(): readonly Reception[] {
    return [...this.received.values()];
  }

  /** Somebody gives a command; what it sends arrives, and what is answered to that. Without a name only that counts. */
  async command<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    name: string | undefined,
    as: string,
    contract: RouteContract<P, Q, B, R>,
    request: TestCall,
  ): Promise<z.infer<R>> {
    const [answer, cost] = await this.cities.call(as, contract, request);
    if (name !== undefined) this.commands.push({ name, ...cost });
    for (const reception of await this.cities.deliverAll())
      if (!this.received.has(reception.type)) this.received.set(reception.type, reception);
    return answer;
  }

  /** Somebody looks something up. */
  async lookup<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    name: string,
    as: string,
    contract: RouteContract<P, Q, B, R>,
    request: TestCall = {},
  ): Promise<z.infer<R>> {
    const [answer, cost] = await this.cities.call(as, contract, request);
    this.lookups.push({ name, ...cost });
    return answer;
  }
}
