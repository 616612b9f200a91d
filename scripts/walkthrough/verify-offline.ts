import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { StoryFile } from '../../shared/data/story-file.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { cityName } from '../../shared/reference/cities.ts';

const VERIFIER = fileURLToPath(new URL('../../tests/conformance/verify-story-file.mjs', import.meta.url));

/** Somebody's file did not verify; the message is the verifier's. */
export class NotVerified extends Error {}

/** A story file on disk. */
export interface Kept {
  readonly path: string;
  remove(): void;
}

/** Writes a story into a temporary file. */
export const keepStory = (story: StoryFile): Kept => {
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-story-'));
  const path = join(folder, `${story.chapters[0]?.kind ?? 'story'}-${story.city}.json`);
  writeFileSync(path, JSON.stringify(story, undefined, 2));
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** What the program says of a file that holds. */
const VERIFIED = /^verified: (?<entries>\d+) ledger entries, (?<messages>\d+) signed messages, sealed by (?<city>\d+)$/;

/** @returns what the program said of a file that holds, in both languages. */
export const inBothLanguages = (said: string): Text => {
  const { entries, messages, city = '' } = VERIFIED.exec(said)?.groups ?? {};
  if (entries === undefined) throw new NotVerified(said);
  return {
    zh: `核验通过，台账${entries}条、签名消息${messages}条，由${cityName(city).zh}封签`,
    en: `verified, ${entries} ledger entries and ${messages} signed messages, sealed by ${cityName(city).en}`,
  };
};

/**
 * Verifies a story file by a program that knows nothing of the service.
 * @param keyIds each city's key id, as its own people were told it.
 * @returns what the program says; see {@link inBothLanguages}.
 * @throws NotVerified
 */
export const verifyOffline = async (path: string, keyIds: Readonly<Record<string, string>>): Promise<string> => {
  const told = Object.entries(keyIds).map(([city, keyId]) => `${city}=${keyId}`);
  const { stdout } = await promisify(execFile)(process.execPath, [VERIFIER, path, ...told]).catch((cause: unknown) => {
    const { stderr } = cause as { readonly stderr?: string };
    throw new NotVerified(stderr?.trim() || String(cause), { cause });
  });
  return stdout.trim();
};
