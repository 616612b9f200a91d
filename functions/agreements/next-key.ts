import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { publicKeyFromJwk } from '../../shared/exchange/es256.ts';
import type { PublicKey } from '../../shared/exchange/ports.ts';
import { ProblemError } from '../../shared/http/problem.ts';

const NOT_A_KEY = { zh: '不是 P-256 曲线上的公钥。', en: 'This is not a public key on the curve P-256.' };

/**
 * @returns the key a JWK says, named by its thumbprint.
 * @throws ProblemError 422 when its point is not on the curve: nothing signed with such a key would ever verify.
 */
export const nextKey = (jwk: JsonWebKey): PublicKey => {
  try {
    return publicKeyFromJwk(createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'jwk' }));
  } catch (cause) {
    throw new ProblemError(422, 'key-not-valid', NOT_A_KEY, {
      fields: [{ pointer: '/jwk', detail: NOT_A_KEY }],
      cause,
    });
  }
};
