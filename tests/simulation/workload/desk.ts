import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import type { Role } from '../../../shared/http/roles.ts';
import type { Method } from '../../../shared/http/route.ts';
import { type Answer, call } from '../gateway.ts';
import { person } from '../people.ts';
import type { Random } from '../random.ts';
import type { World } from '../world.ts';

/** A command somebody gave, and what they know of its fate. */
export interface Deed {
  readonly city: string;
  /** Nobody gives two commands: whoever it is, the ledger may name them once. */
  readonly personId: string;
  readonly method: Method;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly givenAt: number;
  /** `unknown`: no answer ever came, or only errors of the server. */
  readonly outcome: 'acknowledged' | 'refused' | 'unknown';
  readonly answer: Answer | undefined;
}

export interface Command {
  readonly city: string;
  readonly role: Role;
  readonly method?: Method;
  readonly path: string;
  readonly body: unknown;
  readonly ifMatch?: string | undefined;
  /** Who gives it, where it must be somebody in particular. */
  readonly number?: number;
}

/** People at work: they send, send again with the same key when no answer comes, and remember what they were told. */
export interface Desk {
  /** @returns the answer, whatever it says; nothing when none came however often it was tried. */
  command(command: Command): Promise<Answer | undefined>;
  /** @returns the body of a successful answer, with its ETag. */
  read(city: string, path: string): Promise<{ readonly body: unknown; readonly etag: string | undefined } | undefined>;
  deeds(): readonly Deed[];
}

const ATTEMPTS = 8;
const LONGEST_WAIT_MS = 5 * MINUTE_MS;

const isFinal = (answer: Answer | undefined): answer is Answer =>
  answer !== undefined && answer.status < 500 && answer.status !== 429;

const outcomeOf = (answer: Answer | undefined): Deed['outcome'] => {
  if (!isFinal(answer)) return 'unknown';
  return answer.status < 300 ? 'acknowledged' : 'refused';
};

/** @param firstPerson number of the first who gives a command: who has given one before gives no other. */
export const createDesk = (world: World, random: Random, firstPerson: number): Desk => {
  const deeds: Deed[] = [];
  let people = firstPerson;

  const persistently = async (send: () => Promise<Answer | undefined>): Promise<Answer | undefined> => {
    let answer = await send();
    for (let attempt = 1; attempt < ATTEMPTS && !isFinal(answer); attempt += 1) {
      await world.time.wait(random.between(500, LONGEST_WAIT_MS));
      answer = await send();
    }
    return answer;
  };

  return {
    command: async ({ city, role, method = 'POST', path, body, ifMatch, number }) => {
      people += 1;
      const who = person(city, role, number ?? people);
      const request = {
        person: who,
        method,
        path,
        body,
        ...(ifMatch === undefined ? {} : { ifMatch }),
        ...(method === 'POST' ? { idempotencyKey: `key-${people}` } : {}),
      };
      const givenAt = world.time.now();
      const answer = await persistently(() => call(world.host(city), request));
      deeds.push({ city, personId: who.id, method, path, givenAt, outcome: outcomeOf(answer), answer });
      return isFinal(answer) ? answer : undefined;
    },
    read: async (city, path) => {
      const request = { person: person(city, 'coordinator'), method: 'GET', path } as const;
      const answer = await persistently(() => call(world.host(city), request));
      return answer?.status === 200 ? { body: answer.body, etag: answer.etag } : undefined;
    },
    deeds: () => deeds,
  };
};
