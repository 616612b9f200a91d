import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { expect, test } from 'vitest';
import { ES256_VERIFIER, publicKeyFromJwk } from '../../../shared/exchange/es256.ts';
import { createKmsSigner } from '../../../shared/exchange/kms-signer.ts';
import { TEST_CREDENTIALS, wire } from '../../support/aws-wire.ts';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicDer = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });

/** A KMS that holds the key and, as KMS does, signs a digest it is given. */
const kms = (data: Uint8Array, isUp: () => boolean = () => true) => {
  const { requestHandler, requests } = wire(({ headers }) => {
    if (!isUp()) return { status: 400, body: JSON.stringify({ __type: 'DisabledException', message: 'no' }) };
    return headers['x-amz-target']?.endsWith('GetPublicKey')
      ? { body: JSON.stringify({ PublicKey: publicDer.toString('base64') }) }
      : { body: JSON.stringify({ Signature: sign('sha256', data, privateKey).toString('base64') }) };
  });
  const client = new KMSClient({ region: 'cn-north-1', credentials: TEST_CREDENTIALS, requestHandler });
  return { signer: createKmsSigner({ client, keyId: 'the-key' }), requests };
};

const calls = (requests: readonly { readonly headers: Readonly<Record<string, string>> }[]) =>
  requests.map(({ headers }) => headers['x-amz-target']?.split('.').at(-1));

test('a signature of KMS is one that every city can check, whatever the size of the message', async () => {
  const data = Buffer.alloc(200_000, 'x');
  const { signer, requests } = kms(data);
  const { keyId, signature } = await signer.sign(data);
  const key = await signer.publicKey();
  expect(signature).toHaveLength(64);
  expect(keyId).toBe(key.keyId);
  expect(key).toEqual(publicKeyFromJwk(createPublicKey(privateKey).export({ format: 'jwk' })));
  expect(await ES256_VERIFIER.verify(key, data, signature)).toBe(true);
  expect(await ES256_VERIFIER.verify(key, Buffer.from('other'), signature)).toBe(false);
  const asked = requests.map(({ body }) => JSON.parse(body)).find(({ MessageType }) => MessageType !== undefined);
  expect(asked).toMatchObject({ KeyId: 'the-key', MessageType: 'DIGEST', SigningAlgorithm: 'ECDSA_SHA_256' });
});

test('the public key is asked for once, and again when that failed', async () => {
  let up = false;
  const { signer, requests } = kms(Buffer.from('x'), () => up);
  await expect(signer.publicKey()).rejects.toThrow('no');
  up = true;
  await Promise.all([signer.publicKey(), signer.publicKey()]);
  await signer.publicKey();
  expect(calls(requests)).toEqual(['GetPublicKey', 'GetPublicKey']);
});
