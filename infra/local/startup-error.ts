import type { Text } from '../../shared/domain/kernel/text.ts';

/** Why the service cannot run here, and what to do about it, for the person who started it. */
export class StartupError extends Error {
  readonly text: Text;
  constructor(text: Text, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'StartupError';
    this.text = text;
  }
}
