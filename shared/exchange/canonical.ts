import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * @returns the RFC 8785 canonical form of a JSON value, the only form that is ever signed or hashed.
 * @throws TypeError for what JSON cannot say.
 */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
};

/** @returns SHA-256 of the canonical form, base64url. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('base64url');
