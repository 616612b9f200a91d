import { deadLettersFromEnv } from '../../shared/lambda/dead-letters-from-env.ts';
import { publisherFromEnv } from '../../shared/lambda/publisher-from-env.ts';
import { readingCellFromEnv } from '../../shared/lambda/reading-cell-from-env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({
  ...readingCellFromEnv(),
  deadLetters: deadLettersFromEnv(),
  publisher: publisherFromEnv(),
});
