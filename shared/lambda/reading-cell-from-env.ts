import { authenticatorFromEnv } from './authenticator-from-env.ts';
import { baseFromEnv } from './base-from-env.ts';
import { storeFromEnv } from './store-from-env.ts';

/** @returns what an HTTP function that only reads needs of its cell, from the environment. */
export const readingCellFromEnv = () => ({
  ...baseFromEnv(),
  store: storeFromEnv(),
  authenticate: authenticatorFromEnv(),
});
