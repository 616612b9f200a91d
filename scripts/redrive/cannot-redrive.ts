import type { Text } from '../../shared/domain/kernel/text.ts';

/** Nothing was put back, for a reason that the person at the terminal can do something about. */
export class CannotRedrive extends Error {
  readonly text: Text;

  constructor(text: Text, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'CannotRedrive';
    this.text = text;
  }
}
