import { baseFromEnv } from '../../shared/lambda/base-from-env.ts';
import { courierFromEnv } from '../../shared/lambda/courier-from-env.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({ ...baseFromEnv(), courier: courierFromEnv() });
