import * as z from 'zod';
import type { Item, Write } from '../../../shared/data/store.ts';
import type { RowTable } from './message-rows.ts';

const NotedSchema = z.object({
  /** Of the message that tells of it: the note's own name, and which of its rows it is. */
  id: z.string(),
  /** The new row. */
  of: z.object({ pk: z.string(), sk: z.string() }),
  /** Who is to be told of it. */
  to: z.array(z.string()),
});

/** A new row that somebody is to be told of. */
export type Noted = z.infer<typeof NotedSchema>;

const NotesSchema = z.array(NotedSchema);

/** Every note of a city is in this partition of its table. */
const PARTITION = 'local-notes';

/** @returns the name of the note that a message is in. */
const noteNamed = (id: string): string => id.replace(/#\d+$/, '');

/** The notes of who is still to be told of what, and how far each has come. */
export class ChangeNotes {
  private readonly table: RowTable;
  /** By note: what is not done yet, by whom. */
  private readonly undone = new Map<string, Set<string>>();
  private loading: Promise<readonly Noted[]> | undefined;

  constructor(table: RowTable) {
    this.table = table;
  }

  /** @returns the write that keeps a note, until all of it is {@link done}. As text: the table need not know what is in it. */
  noteOf(name: string, rows: readonly Noted[]): Write {
    const text = JSON.stringify(rows.map(({ id, of, to }): Noted => ({ id, of, to })));
    return { kind: 'put', item: { pk: PARTITION, sk: name, entity: 'local-note', text } };
  }

  /** Takes up notes that are on disk. */
  open(rows: readonly Noted[]): void {
    for (const { id, to } of rows) {
      const name = noteNamed(id);
      const undone = this.undone.get(name) ?? new Set();
      this.undone.set(name, undone);
      for (const follower of to) undone.add(`${follower} ${id}`);
    }
  }

  /** Resolves when there is a note of each of these on disk; most are there already. */
  async put(rows: readonly Noted[]): Promise<void> {
    const fresh = rows.filter(
      ({ id, to }) => !to.every((name) => this.undone.get(noteNamed(id))?.has(`${name} ${id}`)),
    );
    await this.table.writer.write(fresh.map((row) => this.noteOf(row.id, [row])));
    this.open(fresh);
  }

  /** Forgets what somebody has done; a note goes soon after all of it is. */
  done(follower: string, ids: readonly string[]): void {
    for (const id of ids) {
      const name = noteNamed(id);
      const undone = this.undone.get(name);
      undone?.delete(`${follower} ${id}`);
      if (undone?.size !== 0) continue;
      this.undone.delete(name);
      this.table.writer.removeSoon([{ pk: PARTITION, sk: name }]);
    }
  }

  /**
   * @param followers all that are told of anything now; what others left undone is forgotten.
   * @returns what an earlier process left undone, in order. Read once.
   */
  left(followers: readonly string[]): Promise<readonly Noted[]> {
    this.loading ??= this.load(followers);
    return this.loading;
  }

  private async load(followers: readonly string[]): Promise<readonly Noted[]> {
    const rows = (await this.table.rows(PARTITION)).flatMap(notedIn);
    this.open(rows);
    for (const { id, to } of rows)
      for (const name of to.filter((each) => !followers.includes(each))) this.done(name, [id]);
    return rows;
  }
}

const notedIn = ({ text }: Item): readonly Noted[] => NotesSchema.parse(JSON.parse(String(text)));
