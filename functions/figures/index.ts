import { readingCellFromEnv } from '../../shared/lambda/reading-cell-from-env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler(readingCellFromEnv());
