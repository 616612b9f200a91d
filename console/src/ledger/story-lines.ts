import type { Chapter, Story, StoryMessage } from '../../../shared/http/routes/ledger.ts';

/** An entry of a story, with the chapter it stands in. */
export interface StoryLine {
  readonly kind: Chapter['kind'];
  readonly entry: Chapter['entries'][number];
  readonly messages: readonly StoryMessage[];
  /** Whether it is of something that came of the thing itself. */
  readonly isAside: boolean;
}

/** @returns the entries of all chapters in the order of time; of one moment, in the order of the chapters and of their numbers. */
export const storyLines = ({ chapters }: Story): readonly StoryLine[] =>
  chapters
    .flatMap(({ kind, entries, messages }, chapter) => {
      const byId = new Map(messages.map((message) => [message.envelope.id, message]));
      return entries.map((entry) => ({
        kind,
        entry,
        messages: entry.messages.flatMap(({ id }) => byId.get(id) ?? []),
        isAside: chapter > 0,
      }));
    })
    .sort((one, other) => Date.parse(one.entry.at) - Date.parse(other.entry.at));

/** What people wrote, wherever an event keeps it. */
const WRITTEN = ['title', 'reason', 'note', 'remark', 'comment', 'number', 'answer', 'question', 'declined'] as const;

/** @returns what people wrote in an entry: worth reading without unfolding it. */
export const writtenIn = (data: Readonly<Record<string, unknown>>): readonly string[] =>
  WRITTEN.flatMap((name) => {
    const value = data[name];
    return typeof value === 'string' && value !== '' ? [value] : [];
  });
