import { baseFromEnv } from '../../shared/lambda/base-from-env.ts';
import { storeFromEnv } from '../../shared/lambda/store-from-env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({ ...baseFromEnv(), store: storeFromEnv() });
