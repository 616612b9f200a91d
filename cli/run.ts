import type { Language, Text } from '../shared/domain/kernel/text.ts';
import { type Client, createClient } from '../shared/http/client.ts';
import { Failure, unreachable } from './failure.ts';
import { holderOf, Sessions } from './sessions.ts';
import { type Destination, destinationOf, type GlobalOptions } from './settings.ts';
import type { World } from './world.ts';

/** One call of a command: where it goes, in which language, and how it shows what comes of it. */
export interface Run {
  readonly world: World;
  readonly language: Language;
  readonly sessions: Sessions;
  readonly destination: Destination;
  /** Like the platform's own, but what does not answer is a {@link Failure}. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * @returns the API, as whoever is signed in.
   * @throws Failure when nobody is, or not any more.
   */
  client(): Client;
  /** @returns a text in the language of the run. */
  words(text: Text): string;
  /** Tells whoever watches, beside the result. */
  note(text: Text): void;
  /** Prints a part of the result for people; programs get the whole of it from {@link Run.show}. */
  tell(text: string): void;
  /** Prints the result: for programs as one JSON document, else for people. To be called once. */
  show(value: unknown, forPeople: string): void;
}

const signIn: Text = {
  zh: '请先登录：npx shouwang login <角色>@<城市代码>',
  en: 'Sign in first: npx shouwang login <role>@<city code>',
};
const signInAgain: Text = { zh: '登录已过期，请重新登录。', en: 'The sign-in has expired; sign in again.' };

/** @returns a `fetch` that says in our words when nothing answers. */
export const reachingFetch =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  async (input, init) => {
    try {
      return await fetch(input, init);
    } catch (error) {
      throw unreachable(new URL(String(input)).origin, error);
    }
  };

/** @returns what a command works with. */
export const createRun = (world: World, options: GlobalOptions, language: Language): Run => {
  const sessions = new Sessions(world.configDirectory);
  const destination = destinationOf(options, world.environment, sessions.all());
  const fetch = reachingFetch(world.fetch);
  const isJson = options.json === true;
  return {
    ...{ world, language, sessions, destination, fetch },
    client: () => {
      const { apiUrl, session } = destination;
      if (!session) throw new Failure('not-signed-in', signIn);
      if (holderOf(session.token).expiresAt <= world.now()) throw new Failure('not-signed-in', signInAgain);
      return createClient({ baseUrl: apiUrl, token: session.token, language, fetch });
    },
    words: (text) => text[language],
    note: (text) => world.stderr(`${text[language]}\n`),
    tell: (text) => {
      if (!isJson) world.stdout(`${text}\n`);
    },
    show: (value, forPeople) => {
      if (isJson) world.stdout(`${JSON.stringify(value, undefined, 2)}\n`);
      else if (forPeople !== '') world.stdout(`${forPeople}\n`);
    },
  };
};
