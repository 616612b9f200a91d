import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { StoryFile } from '../../shared/data/story-file.ts';

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

/**
 * Verifies a story file by a program that knows nothing of the service.
 * @param keyIds each city's key id, as its own people were told it.
 * @returns what the program says.
 * @throws NotVerified
 */
export const verifyOffline = async (path: string, keyIds: Readonly<Record<string, string>>): Promise<string> => {
  const told = Object.entries(keyIds).map(([city, keyId]) => `${city}=${keyId}`);
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [VERIFIER, path, ...told]);
    return stdout.trim();
  } catch (error) {
    const { stderr } = error as { readonly stderr?: string };
    throw new NotVerified(stderr?.trim() || String(error), { cause: error });
  }
};
