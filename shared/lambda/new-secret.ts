import { randomBytes } from 'node:crypto';

/** @returns a secret that nobody can guess: 32 random bytes, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
