import { baseFromEnv } from '../../shared/lambda/base-from-env.ts';
import { publisherFromEnv } from '../../shared/lambda/publisher-from-env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({ ...baseFromEnv(), publisher: publisherFromEnv() });
