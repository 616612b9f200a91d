import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { runCli } from '../../cli/program.ts';
import type { World } from '../../cli/world.ts';
import { CLAIMS } from '../../shared/http/person.ts';
import type { Role } from '../../shared/http/roles.ts';

/** What a command did. */
export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A world in which nothing but an API that the test plays is there, and time passes only by waiting. */
export interface CliWorld {
  readonly world: World;
  /** Runs a command as typed. */
  run(...args: readonly string[]): Promise<Ran>;
  /** What the API was asked, in order: method, URL, body. */
  readonly asked: { readonly method: string; readonly url: string; readonly body: string }[];
  dispose(): void;
}

const START = Date.parse('2026-11-24T12:00:00.000Z');
const HOUR_SECONDS = 3600;

/** @returns a token such as the city's issuer gives, signed by nobody who matters. */
export const aToken = (role: Role, city = '630100', expiresAt = START + HOUR_SECONDS * 1000): Promise<string> =>
  new SignJWT({ [CLAIMS.name]: '演示', [CLAIMS.city]: city, [CLAIMS.roles]: [role] })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(`${role}@${city}`)
    .setExpirationTime(expiresAt / 1000)
    .sign(new Uint8Array(32));

/** @param answer plays the API; without it nothing answers. */
export const createCliWorld = (
  answer?: (url: URL, init: RequestInit | undefined) => Response,
  overrides: Partial<World> = {},
): CliWorld => {
  const directory = mkdtempSync(join(tmpdir(), 'shouwang-cli-'));
  const asked: CliWorld['asked'] = [];
  let time = START;
  let [stdout, stderr] = ['', ''];
  const world: World = {
    environment: {},
    configDirectory: join(directory, 'config'),
    fetch: async (input, init) => {
      asked.push({ method: init?.method ?? 'GET', url: String(input), body: String(init?.body ?? '') });
      if (!answer) throw new TypeError('fetch failed');
      return answer(new URL(String(input)), init);
    },
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    isWatched: false,
    now: () => time,
    pause: async (milliseconds) => {
      time += milliseconds;
    },
    readInput: async () => '',
    askSecret: async () => 'demo',
    ...overrides,
  };
  return {
    world,
    asked,
    run: async (...args) => {
      [stdout, stderr] = ['', ''];
      const exit = await runCli(world, args);
      return { exit, stdout, stderr };
    },
    dispose: () => rmSync(directory, { recursive: true, force: true }),
  };
};

/** @returns an answer as the API gives it. */
export const answered = (status: number, body: unknown, contentType = 'application/json'): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': contentType } });
