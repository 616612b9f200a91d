import { baseFromEnv } from '../../shared/lambda/base-from-env.ts';
import { rowQueuesFromEnv } from '../../shared/lambda/row-queues-from-env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({ ...baseFromEnv(), rowQueues: rowQueuesFromEnv() });
