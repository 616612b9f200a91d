import type { Text } from '../domain/kernel/text.ts';

/** Why a file cannot be read at all. */
export class FileProblem extends Error {
  readonly reason: Text;
  constructor(reason: Text, cause?: unknown) {
    super(reason.en, { cause });
    this.name = 'FileProblem';
    this.reason = reason;
  }
}
