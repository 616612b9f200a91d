import { createHash } from 'node:crypto';

/** Everything that happened in a run, line by line; two runs of one seed have the same. */
export interface Trace {
  /** @param who e.g. a city; @param what e.g. an operation and its outcome. */
  note(who: string, what: string): void;
  lines(): readonly string[];
  /** SHA-256 of all lines, hexadecimal. */
  hash(): string;
}

export const createTrace = (now: () => number): Trace => {
  const lines: string[] = [];
  return {
    note: (who, what) => {
      lines.push(`${now()} ${who} ${what}`);
    },
    lines: () => lines,
    hash: () => createHash('sha256').update(lines.join('\n')).digest('hex'),
  };
};
