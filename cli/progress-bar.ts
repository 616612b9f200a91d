import type { Text } from '../shared/domain/kernel/text.ts';
import type { Run } from './run.ts';

const WIDTH = 30;

/** @returns a bar that is so far full, and the figures behind it; `total` of something that is not counted yet is unknown. */
export const bar = (done: number, total: number | undefined): string => {
  const part = total === undefined || total === 0 ? 0 : Math.min(1, done / total);
  const full = Math.round(part * WIDTH);
  const figures = total === undefined ? '' : ` ${Math.floor(part * 100)}% ${done}/${total}`;
  return `[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}]${figures}`;
};

/** A line on standard error that is drawn anew as things go on; nothing where nobody watches. */
export interface ProgressLine {
  draw(what: Text, done: number, total: number | undefined): void;
  /** Takes the line away. */
  clear(): void;
}

/** Back to the line's beginning, and everything on it away. */
const CLEAR = '\r\u001b[K';

/** @returns a line for one run. */
export const createProgressLine = ({ world, words }: Run): ProgressLine => ({
  draw: (what, done, total) => {
    if (world.isWatched) world.stderr(`${CLEAR}${words(what)} ${bar(done, total)}`);
  },
  clear: () => {
    if (world.isWatched) world.stderr(CLEAR);
  },
});
