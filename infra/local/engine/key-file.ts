import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const GENERATE = {
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  RSA: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
};

/**
 * @returns the private key in the file (PKCS #8, PEM, readable for its owner only), made at first use. A deployment on AWS
 * has its keys in KMS and at its identity provider instead.
 */
export const privateKeyFile = (path: string, kind: keyof typeof GENERATE): KeyObject => {
  try {
    return createPrivateKey(readFileSync(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = GENERATE[kind]();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Written aside first: half a key would lock the city out of its own agreements.
  writeFileSync(`${path}.new`, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return privateKey;
};
