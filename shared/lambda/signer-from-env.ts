import { KMSClient } from '@aws-sdk/client-kms';
import { createKmsSigner } from '../exchange/kms-signer.ts';
import type { Signer } from '../exchange/ports.ts';
import { readEnvironment } from './environment.ts';

/** @returns the city's signing key in KMS. */
export const signerFromEnv = (): Signer =>
  createKmsSigner({ client: new KMSClient(), keyId: readEnvironment('key').SIGNING_KEY_ID });
