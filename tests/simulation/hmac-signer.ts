import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { PublicKey, Signer, Verifier } from '../../shared/exchange/ports.ts';

/** Name of the signature in the simulation: a keyed hash, fast and the same in every run. It proves nothing outside it. */
export const SIMULATED_ALGORITHM = 'SIM-HS256';

const mac = (secret: string, data: Uint8Array): Buffer => createHmac('sha256', secret).update(data).digest();

/** @returns the public key of a city; its secret is in it, which a simulation can afford. */
export const simulatedKey = (city: string): PublicKey => {
  const secret = `key of ${city}`;
  const keyId = createHash('sha256').update(secret).digest('base64url');
  return { keyId, algorithm: SIMULATED_ALGORITHM, jwk: { kty: 'oct', k: secret } };
};

/** Signs like {@link Signer} of production, at once. */
export const createHmacSigner = (city: string): Signer => {
  const key = simulatedKey(city);
  return {
    algorithm: SIMULATED_ALGORITHM,
    publicKey: async () => key,
    sign: async (data) => ({ keyId: key.keyId, signature: mac(key.jwk.k ?? '', data) }),
  };
};

export const hmacVerifier: Verifier = {
  verify: async ({ algorithm, jwk }, data, signature) => {
    const expected = mac(jwk.k ?? '', data);
    return (
      algorithm === SIMULATED_ALGORITHM && signature.length === expected.length && timingSafeEqual(signature, expected)
    );
  },
};
