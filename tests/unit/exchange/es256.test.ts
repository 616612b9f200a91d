import { generateKeyPairSync, sign } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import {
  createEs256Signer,
  ES256,
  ES256_VERIFIER,
  publicKeyFromJwk,
  rawSignatureFromDer,
} from '../../../shared/exchange/es256.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const data = Buffer.from('an engagement');

describe('ES256', () => {
  it('verifies what it signed, and nothing else', async () => {
    const signer = createEs256Signer(privateKey);
    const key = await signer.publicKey();
    const { keyId, signature } = await signer.sign(data);
    expect(keyId).toBe(key.keyId);
    expect(signature).toHaveLength(64);
    expect(await ES256_VERIFIER.verify(key, data, signature)).toBe(true);
    expect(await ES256_VERIFIER.verify(key, Buffer.from('another'), signature)).toBe(false);
    expect(
      await ES256_VERIFIER.verify(
        key,
        data,
        signature.map((octet) => octet ^ 1),
      ),
    ).toBe(false);
    expect(await ES256_VERIFIER.verify(key, data, signature.subarray(0, 63))).toBe(false);
    expect(await ES256_VERIFIER.verify({ ...key, algorithm: 'SM2' }, data, signature)).toBe(false);
    expect(await ES256_VERIFIER.verify({ ...key, jwk: { ...key.jwk, x: 'AA' } }, data, signature)).toBe(false);
  });

  it('does not take a key for the one whose id it bears', async () => {
    const forger = createEs256Signer(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    const { keyId } = await createEs256Signer(privateKey).publicKey();
    const { signature } = await forger.sign(data);
    const own = await forger.publicKey();
    expect(await ES256_VERIFIER.verify(own, data, signature)).toBe(true);
    expect(await ES256_VERIFIER.verify({ ...own, keyId }, data, signature)).toBe(false);
  });

  it('names a key by its RFC 7638 thumbprint and keeps the required members only', async () => {
    const jwk = publicKey.export({ format: 'jwk' });
    const key = publicKeyFromJwk({ ...jwk, use: 'sig' });
    expect(key).toEqual({ keyId: await calculateJwkThumbprint(jwk), algorithm: ES256, jwk });
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
    expect(() => publicKeyFromJwk(rsa)).toThrow(TypeError);
  });

  it('turns every DER signature into the raw one', async () => {
    const key = publicKeyFromJwk(publicKey.export({ format: 'jwk' }));
    // One in 128 signatures has an integer shorter than usual; half of them have a longer one.
    for (let n = 0; n < 600; n += 1) {
      const message = Buffer.from(`message ${n}`);
      const der = sign('sha256', message, { key: privateKey, dsaEncoding: 'der' });
      expect(await ES256_VERIFIER.verify(key, message, rawSignatureFromDer(der))).toBe(true);
    }
  });

  it.each([
    ['nothing', []],
    ['another sequence', [0x31, 0x06, 2, 1, 1, 2, 1, 1]],
    ['a wrong length', [0x30, 0x07, 2, 1, 1, 2, 1, 1]],
    ['an integer that is none', [0x30, 0x06, 3, 1, 1, 2, 1, 1]],
    ['one integer', [0x30, 0x03, 2, 1, 1]],
    ['something after the integers', [0x30, 0x07, 2, 1, 1, 2, 1, 1, 0]],
    ['an integer of another curve', [0x30, 0x27, 2, 0x22, ...new Array(34).fill(1), 2, 1, 1]],
  ])('refuses %s', (_what, octets) => {
    expect(() => rawSignatureFromDer(Uint8Array.from(octets))).toThrow(TypeError);
  });
});
