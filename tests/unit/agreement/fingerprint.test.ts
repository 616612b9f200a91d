import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readableFingerprint, TypedFingerprintSchema } from '../../../shared/http/views/agreement-fingerprint.ts';

const keyId = createHash('sha256').update('a key').digest('base64url');

describe('a fingerprint', () => {
  it('is read out in sixteen groups of four digits', () => {
    expect(readableFingerprint(keyId)).toMatch(/^([\dA-F]{4} ){15}[\dA-F]{4}$/);
  });

  it.each([
    ['as read out', readableFingerprint(keyId)],
    ['in small letters', readableFingerprint(keyId).toLowerCase()],
    ['with colons', readableFingerprint(keyId).replaceAll(' ', ':')],
    ['over two lines', readableFingerprint(keyId).replace(' ', '\n')],
    ['without groups', readableFingerprint(keyId).replaceAll(' ', '')],
    ['as the key id', ` ${keyId} `],
  ])('typed in %s is the key id', (_, typed) => {
    expect(TypedFingerprintSchema.parse(typed)).toBe(keyId);
  });

  it('one digit off is another', () => {
    const [first, ...rest] = readableFingerprint(keyId);
    const typed = [first === '0' ? '1' : '0', ...rest].join('');
    expect(TypedFingerprintSchema.parse(typed)).not.toBe(keyId);
  });
});
