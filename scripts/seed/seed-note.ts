import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Instant, InstantSchema } from '../../shared/domain/kernel/instant.ts';

const NoteSchema = z.strictObject({
  startedAt: InstantSchema,
  finished: z.boolean(),
  /** Steps that need not be done again. */
  done: z.array(z.string()).default([]),
});

/** How far the seeding of a data directory has come. */
export interface SeedNote {
  /** What is said depends on when it began, and must be the same when it goes on. */
  readonly startedAt: Instant;
  readonly isFinished: boolean;
  /** Does a step unless it was done, even before a restart. */
  once(step: string, work: () => Promise<void>): Promise<void>;
  finish(): void;
}

/** @returns the note kept in a data directory, begun if there is none. */
export const openSeedNote = (directory: string): SeedNote => {
  const file = join(directory, 'seed.json');
  let note = existsSync(file)
    ? NoteSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { startedAt: new Date().toISOString(), finished: false, done: [] };
  const keep = (next: typeof note): void => {
    note = next;
    // In one piece, for whoever is killed while writing.
    writeFileSync(`${file}.next`, JSON.stringify(note));
    renameSync(`${file}.next`, file);
  };
  if (!note.finished) keep(note);
  return {
    startedAt: note.startedAt,
    isFinished: note.finished,
    once: async (step, work) => {
      if (note.done.includes(step)) return;
      await work();
      keep({ ...note, done: [...note.done, step] });
    },
    finish: () => keep({ ...note, finished: true }),
  };
};
