import { decidingCellFromEnv } from '../../shared/lambda/deciding-cell-from-env.ts';
import { secretsFromEnv } from '../../shared/lambda/secrets-from-env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({ ...decidingCellFromEnv(), secrets: secretsFromEnv() });
