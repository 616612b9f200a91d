import { baseFromEnv } from '../../shared/lambda/base-from-env.ts';
import { secretsFromEnv } from '../../shared/lambda/secrets-from-env.ts';
import { storeFromEnv } from '../../shared/lambda/store-from-env.ts';
import { createOutbound } from '../../shared/notify/open-outbound.ts';
import { createHandler } from './handler.ts';

export const handler = createHandler({
  ...baseFromEnv(),
  store: storeFromEnv(),
  secrets: secretsFromEnv(),
  outbound: createOutbound(),
});
