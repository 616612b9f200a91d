import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import * as z from 'zod';
import { CLAIMS, type Person, PersonSchema } from '../shared/http/person.ts';
import { Failure } from './failure.ts';

/** Somebody who signed in to a city's API. */
const SessionSchema = z.strictObject({
  /** Of the city's API, without a slash at its end. */
  apiUrl: z.url(),
  /** What it was made of; `{city}` stands for the city. */
  baseUrl: z.string(),
  personId: z.string(),
  token: z.string(),
});
export type Session = z.infer<typeof SessionSchema>;

const FileSchema = z.strictObject({ sessions: z.array(SessionSchema) });

/** Nobody but the user may read it. */
const FILE_MODE = 0o600;
const DIRECTORY_MODE = 0o700;

/** Who a token says one is; not proven here, the service does that. */
export interface Holder extends Person {
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/**
 * @returns who holds the token.
 * @throws Failure when it is none of a city's.
 */
export const holderOf = (token: string): Holder => {
  try {
    const { exp, ...claims } = decodeJwt(token);
    const named = Object.entries(CLAIMS).map(([property, claim]) => [property, claims[claim]]);
    return { ...PersonSchema.parse(Object.fromEntries(named)), expiresAt: z.number().parse(exp) * 1000 };
  } catch (cause) {
    const text = { zh: '这不是本系统的访问令牌。', en: 'This is no access token of this service.' };
    throw new Failure('not-signed-in', text, { cause });
  }
};

/** The sign-ins of this user, latest first. */
export class Sessions {
  private readonly directory: string;
  constructor(directory: string) {
    this.directory = directory;
  }

  private get file(): string {
    return join(this.directory, 'sessions.json');
  }

  all(): readonly Session[] {
    if (!existsSync(this.file)) return [];
    try {
      return FileSchema.parse(JSON.parse(readFileSync(this.file, 'utf8'))).sessions;
    } catch (cause) {
      const text = {
        zh: `${this.file} 无法读取，请删除后重新登录。`,
        en: `${this.file} cannot be read; remove it and sign in again.`,
      };
      throw new Failure('failed', text, { cause });
    }
  }

  /** Keeps a sign-in as the latest; one person has one with each API. */
  keep(session: Session): void {
    this.write([session, ...this.without([session])]);
  }

  /** Forgets sign-ins. */
  forget(sessions: readonly Session[]): void {
    this.write(this.without(sessions));
  }

  private without(sessions: readonly Session[]): readonly Session[] {
    return this.all().filter(
      (known) => !sessions.some(({ apiUrl, personId }) => apiUrl === known.apiUrl && personId === known.personId),
    );
  }

  /** In one piece, or not at all. */
  private write(sessions: readonly Session[]): void {
    mkdirSync(this.directory, { recursive: true, mode: DIRECTORY_MODE });
    const draft = `${this.file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ sessions }, undefined, 2), { mode: FILE_MODE });
    chmodSync(draft, FILE_MODE);
    renameSync(draft, this.file);
  }
}
