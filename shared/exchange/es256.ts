import { createHash, createPublicKey, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';
import type { PublicKey, Signer, Verifier } from './ports.ts';

/** JWA name of ECDSA on P-256 with SHA-256 (RFC 7518). */
export const ES256 = 'ES256';

/** Octets of r, and of s, in a raw signature. */
const HALF = 32;
const DIGEST = 'sha256';
const RAW = 'ieee-p1363';

/**
 * @returns the public key as cities exchange it: the members RFC 7638 requires and no other, named by their thumbprint.
 * @throws TypeError when it is not a P-256 key.
 */
export const publicKeyFromJwk = ({ kty, crv, x, y }: JsonWebKey): PublicKey => {
  if (kty !== 'EC' || crv !== 'P-256' || !x || !y) throw new TypeError('not a P-256 public key');
  const jwk = { crv, kty, x, y };
  return { keyId: createHash(DIGEST).update(JSON.stringify(jwk)).digest('base64url'), algorithm: ES256, jwk };
};

/** Reads one INTEGER of a DER sequence at `offset`: its octets, padded or cut to {@link HALF}, and where it ends. */
const derInteger = (der: Uint8Array, offset: number): { readonly octets: Uint8Array; readonly end: number } => {
  const length = der[offset + 1];
  const end = offset + 2 + (length ?? 0);
  if (der[offset] !== 0x02 || !length || end > der.length) throw new TypeError('not a DER signature');
  // DER puts a zero before a number whose first bit is set, and leaves out leading zeros otherwise.
  const digits = der.subarray(offset + 2, end);
  const significant = digits.subarray(digits.findIndex((digit) => digit !== 0));
  if (significant.length > HALF) throw new TypeError('the signature is not of a P-256 key');
  const octets = new Uint8Array(HALF);
  octets.set(significant, HALF - significant.length);
  return { octets, end };
};

/**
 * @returns an ECDSA signature as r ‖ s (RFC 7518), from the DER sequence that KMS and X.509 write.
 * @throws TypeError when it is not one of P-256.
 */
export const rawSignatureFromDer = (der: Uint8Array): Uint8Array => {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw new TypeError('not a DER signature');
  const r = derInteger(der, 2);
  const s = derInteger(der, r.end);
  if (s.end !== der.length) throw new TypeError('not a DER signature');
  return Buffer.concat([r.octets, s.octets]);
};

/** @returns a signer whose private key, of P-256, is in this process. */
export const createEs256Signer = (privateKey: KeyObject): Signer => {
  const publicKey = publicKeyFromJwk(createPublicKey(privateKey).export({ format: 'jwk' }));
  return {
    algorithm: ES256,
    publicKey: async () => publicKey,
    sign: async (data) => ({
      keyId: publicKey.keyId,
      signature: sign(DIGEST, data, { key: privateKey, dsaEncoding: RAW }),
    }),
  };
};

/** The key that a thumbprint was read out for: a key under another's id is no key. */
const keyObject = ({ keyId, jwk }: PublicKey): KeyObject | undefined => {
  try {
    return publicKeyFromJwk(jwk).keyId === keyId ? createPublicKey({ key: { ...jwk }, format: 'jwk' }) : undefined;
  } catch {
    return undefined;
  }
};

/** Checks ES256 signatures. A key of another algorithm, or that is no key, has signed nothing. */
export const ES256_VERIFIER: Verifier = {
  verify: async (publicKey, data, signature) => {
    const key = publicKey.algorithm === ES256 ? keyObject(publicKey) : undefined;
    return key !== undefined && verify(DIGEST, data, { key, dsaEncoding: RAW }, signature);
  },
};
