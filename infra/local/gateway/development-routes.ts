import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { InstantSchema, MINUTE_MS, millisecondsBetween } from '../../../shared/domain/kernel/instant.ts';
import { LOCAL_DEAD_LETTER_QUEUES } from '../city/city-queues.ts';
import type { LocalCity } from '../city/local-city.ts';
import type { DemoDirectory } from '../demo-directory.ts';
import { IntroductionSchema } from '../demo-people.ts';
import type { Links } from '../messaging/links.ts';
import { passTime, ring } from '../pass-time.ts';
import type { TestClock } from '../test-clock.ts';
import { type Answer, json, message, readBody } from './answer.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** As large as PutEvents itself takes, and room for JSON around it. */
const MAXIMUM_BYTES = 2 * 1024 * 1024;

const EntriesSchema = z.array(
  z.object({
    Source: z.string(),
    DetailType: z.string(),
    Detail: z.union([z.string(), z.record(z.string(), z.unknown())]),
  }),
);
const CutSchema = z.object({ cut: z.boolean() });

/** A year's worth: more is a typing error. */
const MOST_MINUTES = 366 * 24 * 60;
const minutes = z.int().max(MOST_MINUTES);
/** All clocks go forward only; one of a city may be put ahead or behind. */
const ClockSchema = z.union([
  z.strictObject({ advanceMinutes: minutes.min(0) }),
  z.strictObject({ now: InstantSchema }),
  z.strictObject({ city: z.string(), advanceMinutes: minutes.min(-MOST_MINUTES) }),
]);

export interface DevelopmentOptions {
  readonly cities: ReadonlyMap<string, LocalCity>;
  readonly links: Links;
  readonly clock: TestClock;
  readonly directory: DemoDirectory;
}

class NotUnderstood extends Error {}

const bodyOf = async <S extends z.ZodType>(request: IncomingMessage, schema: S): Promise<z.output<S>> => {
  try {
    return schema.parse(JSON.parse((await readBody(request, MAXIMUM_BYTES)).toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) throw new NotUnderstood(error.message);
    throw error;
  }
};

/**
 * What only the embedded runtime offers, below `/_local`, to try by hand what a deployment hides: put events on a city's bus
 * (a forged message, say), look at what was given up and have it tried again, cut the link between two cities, put the clocks forward,
 * introduce people who can sign in.
 */
export class DevelopmentRoutes {
  private readonly options: DevelopmentOptions;

  constructor(options: DevelopmentOptions) {
    this.options = options;
  }

  async answer(request: IncomingMessage, path: string): Promise<Answer> {
    // A page of another site must not get here through a visitor's browser: JSON it cannot send, an own origin it has.
    const isLocal = LOOPBACK.has(request.socket.remoteAddress ?? '') && request.headers.origin === undefined;
    if (!isLocal) return message(403, 'Forbidden');
    try {
      const [, first = '', second = '', third = ''] = path.split('/');
      if (first === 'people') return await this.people(request);
      if (first === 'links') return await this.link(request, second, third);
      return first === 'clock'
        ? await this.time(request)
        : await this.ofCity(request, this.options.cities.get(first), second, third);
    } catch (error) {
      if (error instanceof NotUnderstood) return message(400, error.message);
      throw error;
    }
  }

  private async people(request: IncomingMessage): Promise<Answer> {
    const { directory } = this.options;
    if (request.method === 'POST') directory.introduce(await bodyOf(request, z.array(IntroductionSchema)));
    return json(200, { people: directory.people.map(({ id, title, city }) => ({ id, title, city })) });
  }

  private async link(request: IncomingMessage, from: string, to: string): Promise<Answer> {
    const { links, cities } = this.options;
    if (request.method === 'GET' && from === '') return json(200, { cut: links.cutLinks });
    if (request.method !== 'POST' || !cities.has(from) || !cities.has(to)) return message(404, 'Not Found');
    const { cut } = await bodyOf(request, CutSchema);
    if (cut) links.cut(from, to);
    else links.heal(from, to);
    return json(200, { from, to, cut });
  }

  private async time(request: IncomingMessage): Promise<Answer> {
    if (request.method === 'GET') return json(200, this.clocks());
    if (request.method !== 'POST') return message(404, 'Not Found');
    const { cities, clock } = this.options;
    const all = [...cities.values()];
    const asked = await bodyOf(request, ClockSchema);
    if ('city' in asked) {
      const city = cities.get(asked.city);
      if (!city) return message(404, 'Not Found');
      clock.skew(city.code, asked.advanceMinutes * MINUTE_MS);
      await ring([city], all);
      return json(200, { ...this.clocks(), stops: 1 });
    }
    const ahead = 'now' in asked ? millisecondsBetween(clock.now(), asked.now) : asked.advanceMinutes * MINUTE_MS;
    if (ahead < 0) return message(400, 'the clocks go forward only');
    if (ahead > MOST_MINUTES * MINUTE_MS) return message(400, 'the clocks go forward by a year at most');
    const stops = await passTime(all, clock, ahead);
    return json(200, { ...this.clocks(), stops });
  }

  private clocks() {
    const { cities, clock } = this.options;
    return {
      now: clock.now(),
      cities: Object.fromEntries([...cities.keys()].map((city) => [city, clock.now(city)])),
    };
  }

  private async ofCity(
    request: IncomingMessage,
    city: LocalCity | undefined,
    what: string,
    which: string,
  ): Promise<Answer> {
    switch (city && `${request.method} ${what}`) {
      case 'POST events':
        return json(200, await this.putEvents(request, city));
      case 'GET queues':
        return json(200, city?.queues.sizes);
      case 'GET dlq':
        return json(200, this.deadLetters(city));
      case 'POST redrive':
        return this.redrive(city, which);
      default:
        return message(404, 'Not Found');
    }
  }

  /** All that was given up, or what is in the queue of that name. */
  private async redrive(city: LocalCity | undefined, which: string): Promise<Answer> {
    const names = which === '' ? LOCAL_DEAD_LETTER_QUEUES : LOCAL_DEAD_LETTER_QUEUES.filter((name) => name === which);
    return names.length === 0 ? message(404, 'Not Found') : json(200, { redriven: await city?.queues.redrive(names) });
  }

  private async putEvents(request: IncomingMessage, city: LocalCity | undefined) {
    const entries = await bodyOf(request, EntriesSchema);
    return city?.bus.putEvents(
      entries.map(({ Detail, ...rest }) => ({
        ...rest,
        Detail: typeof Detail === 'string' ? Detail : JSON.stringify(Detail),
      })),
    );
  }

  private deadLetters(city: LocalCity | undefined) {
    return Object.values(city?.queues.deadLetters ?? {}).flatMap((queue) =>
      queue.messages().map(({ id, sentAt, reason, body }) => ({
        queue: queue.name,
        id,
        at: new Date(sentAt).toISOString(),
        reason,
        from: body.queue,
        body: body.body,
      })),
    );
  }
}
