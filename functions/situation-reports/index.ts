import { ES256_VERIFIER } from '../../shared/exchange/es256.ts';
import { decidingCellFromEnv } from '../../shared/lambda/deciding-cell-from-env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({ ...decidingCellFromEnv(), verifier: ES256_VERIFIER });
