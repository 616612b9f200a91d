import * as z from 'zod';

/** Bytes of a SHA-256 thumbprint, and hexadecimal digits of a group that is read out in one breath. */
const THUMBPRINT_BYTES = 32;
const GROUP_DIGITS = 4;
const HEXADECIMAL = /^[\dA-F]{64}$/i;

/**
 * @returns a key id (RFC 7638 thumbprint, base64url) as people read it out on the telephone: sixteen groups of four hexadecimal
 * digits, without letters that differ in case only. A key id of another length stays as it is.
 */
export const readableFingerprint = (keyId: string): string => {
  const bytes = Buffer.from(keyId, 'base64url');
  if (bytes.byteLength !== THUMBPRINT_BYTES) return keyId;
  const digits = bytes.toString('hex').toUpperCase();
  return digits.match(new RegExp(`.{${GROUP_DIGITS}}`, 'g'))?.join(' ') ?? digits;
};

/** @returns the key id of a fingerprint typed in, in either form, with whatever spaces, colons or hyphens between its groups. */
const keyIdOf = (typed: string): string => {
  const digits = typed.replace(/[\s:-]/g, '');
  return HEXADECIMAL.test(digits) ? Buffer.from(digits, 'hex').toString('base64url') : typed.trim();
};

/** A fingerprint as a representative types it in; comes out as the key id. */
export const TypedFingerprintSchema = z
  .string()
  .min(1)
  .max(200)
  .overwrite(keyIdOf)
  .meta({ id: 'TypedFingerprint', description: 'As read out on the telephone: hexadecimal in groups, or the key id' });
