import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { ES256, publicKeyFromJwk, rawSignatureFromDer } from './es256.ts';
import type { PublicKey, Signer } from './ports.ts';

export interface KmsSignerOptions {
  readonly client: KMSClient;
  /** Key id or ARN of an ECC_NIST_P256 key for SIGN_VERIFY. */
  readonly keyId: string;
}

const bytesOf = (answer: Uint8Array | undefined, what: string): Uint8Array => {
  if (answer === undefined) throw new Error(`KMS gave no ${what}`);
  return answer;
};

/** @returns a city's signer whose private key never leaves KMS. The public key is asked for once. */
export const createKmsSigner = ({ client, keyId }: KmsSignerOptions): Signer => {
  const fetchPublicKey = async (): Promise<PublicKey> => {
    const { PublicKey: der } = await client.send(new GetPublicKeyCommand({ KeyId: keyId }));
    const key = createPublicKey({ key: Buffer.from(bytesOf(der, 'public key')), format: 'der', type: 'spki' });
    return publicKeyFromJwk(key.export({ format: 'jwk' }));
  };
  let known: Promise<PublicKey> | undefined;
  const publicKey = (): Promise<PublicKey> => {
    known ??= fetchPublicKey().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    algorithm: ES256,
    publicKey,
    sign: async (data) => {
      // KMS takes at most 4 KB of message but any message's digest.
      const Message = createHash('sha256').update(data).digest();
      const command = new SignCommand({
        KeyId: keyId,
        Message,
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
      });
      const [{ Signature }, own] = await Promise.all([client.send(command), publicKey()]);
      return { keyId: own.keyId, signature: rawSignatureFromDer(bytesOf(Signature, 'signature')) };
    },
  };
};
