import { createHash, generateKeyPairSync } from 'node:crypto';
import * as fc from 'fast-check';
import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { readEnvelope } from '../../../functions/exchange-inbox/read-envelope.ts';
import {
  type Envelope,
  EnvelopeSchema,
  MAXIMUM_ENVELOPE_BYTES,
  type UnsignedEnvelope,
} from '../../../shared/exchange/envelope.ts';
import { createEs256Signer, ES256_VERIFIER } from '../../../shared/exchange/es256.ts';
import { busEntry } from '../../../shared/exchange/routing.ts';
import {
  compactJws,
  EnvelopeTooLarge,
  hasValidSignature,
  messageDigest,
  sealEnvelope,
} from '../../../shared/exchange/signature.ts';

const signer = createEs256Signer(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
const key = await signer.publicKey();

const unsigned = (body: Record<string, unknown> = { words: '请求支援' }): UnsignedEnvelope => ({
  id: '0190a000-0000-7000-8000-000000000001',
  type: 'RequestResource',
  version: 1,
  from: '630100',
  to: ['620100'],
  agreement: '0190a000-0000-7000-8000-000000000002',
  conversation: '0190a000-0000-7000-8000-000000000003',
  sequence: { '620100': 1 },
  exercise: false,
  issuedAt: '2026-07-15T00:00:00.000Z',
  expiresAt: '2026-07-29T00:00:00.000Z',
  body,
});

describe('a signed message', () => {
  it('verifies, also after a trip through JSON with its keys in another order', async () => {
    const sealed = await sealEnvelope(unsigned(), signer);
    const shuffled = Object.fromEntries(Object.entries(sealed).reverse()) as Envelope;
    expect(EnvelopeSchema.parse(JSON.parse(JSON.stringify(shuffled)))).toEqual(sealed);
    expect(await hasValidSignature(JSON.parse(JSON.stringify(shuffled)), key, ES256_VERIFIER)).toBe(true);
  });

  it('does not verify once anything of it was changed', async () => {
    const sealed = await sealEnvelope(unsigned(), signer);
    const changes: Partial<Envelope>[] = [
      { from: '630200' },
      { to: ['620100', '630200'] },
      { exercise: true },
      { sequence: { '620100': 2 } },
      { expiresAt: '2030-01-01T00:00:00.000Z' },
      { body: { words: '请求支援。' } },
      { type: 'RequisitionResource' },
    ];
    for (const change of changes)
      expect(await hasValidSignature({ ...sealed, ...change }, key, ES256_VERIFIER), JSON.stringify(change)).toBe(
        false,
      );
  });

  it('does not verify with another key, another key id or another algorithm', async () => {
    const sealed = await sealEnvelope(unsigned(), signer);
    const other = await createEs256Signer(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey).publicKey();
    expect(await hasValidSignature(sealed, other, ES256_VERIFIER)).toBe(false);
    expect(await hasValidSignature(sealed, { ...key, jwk: other.jwk }, ES256_VERIFIER)).toBe(false);
    expect(await hasValidSignature(sealed, { ...key, keyId: 'k2' }, ES256_VERIFIER)).toBe(false);
    expect(await hasValidSignature(sealed, { ...key, algorithm: 'none' }, ES256_VERIFIER)).toBe(false);
  });

  it('is a JWS that any JOSE library verifies', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), async (body) => {
        const sealed = await sealEnvelope(unsigned(JSON.parse(JSON.stringify(body))), signer);
        const { payload } = await compactVerify(compactJws(sealed), await importJWK({ ...key.jwk }, 'ES256'));
        const { signature: _, ...rest } = sealed;
        expect(JSON.parse(Buffer.from(payload).toString())).toEqual(JSON.parse(JSON.stringify(rest)));
        expect(messageDigest(sealed)).toBe(createHash('sha256').update(compactJws(sealed)).digest('base64url'));
      }),
      { numRuns: 30 },
    );
  });

  it('is refused before it is sent when it is larger, with its routing, than a receiver takes', async () => {
    const detailOf = (envelope: Envelope): string => busEntry({ to: envelope.to, envelope }).detail;
    const room =
      MAXIMUM_ENVELOPE_BYTES - Buffer.byteLength(detailOf(await sealEnvelope(unsigned({ words: '' }), signer)));
    const largest = await sealEnvelope(unsigned({ words: '-'.repeat(room) }), signer);
    expect(readEnvelope(JSON.parse(detailOf(largest)), '620100', largest.issuedAt)).toMatchObject({
      refusal: { reason: { code: 'body-not-valid' } },
    });
    const sealing = sealEnvelope(unsigned({ words: '-'.repeat(room + 1) }), signer);
    await expect(sealing).rejects.toBeInstanceOf(EnvelopeTooLarge);
  });
});
