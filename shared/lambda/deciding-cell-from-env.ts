import { authenticatorFromEnv } from './authenticator-from-env.ts';
import { baseFromEnv } from './base-from-env.ts';
import { signerFromEnv } from './signer-from-env.ts';
import { storeFromEnv } from './store-from-env.ts';

/** @returns what an HTTP function that decides commands needs of its cell, from the environment. */
export const decidingCellFromEnv = () => ({
  ...baseFromEnv(),
  store: storeFromEnv(),
  signer: signerFromEnv(),
  authenticate: authenticatorFromEnv(),
});
