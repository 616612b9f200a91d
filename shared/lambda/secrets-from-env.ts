import type { Secrets } from '../notify/secrets.ts';
import { createSsmSecrets } from '../notify/ssm-secrets.ts';
import { readEnvironment } from './environment.ts';

/** @returns where the city keeps addresses and keys of the ways on which people are told. */
export const secretsFromEnv = (): Secrets => createSsmSecrets({ prefix: readEnvironment('secrets').SECRETS_PREFIX });
