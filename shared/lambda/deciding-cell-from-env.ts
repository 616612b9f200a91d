import { readingCellFromEnv } from './reading-cell-from-env.ts';
import { signerFromEnv } from './signer-from-env.ts';

/** @returns what an HTTP function that decides commands needs of its cell, from the environment. */
export const decidingCellFromEnv = () => ({ ...readingCellFromEnv(), signer: signerFromEnv() });
