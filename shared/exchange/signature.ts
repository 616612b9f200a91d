import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import { type Envelope, MAXIMUM_ENVELOPE_BYTES, type UnsignedEnvelope } from './envelope.ts';
import type { PublicKey, Signer, Verifier } from './ports.ts';
import { busEntry } from './routing.ts';

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

/** Protected header of the detached JWS; key order is fixed so that both ends build the same bytes. */
const protectedHeader = (algorithm: string, keyId: string): string =>
  base64url(JSON.stringify({ alg: algorithm, kid: keyId }));

const signingInput = (header: string, payload: unknown): Uint8Array =>
  Buffer.from(`${header}.${base64url(canonicalJson(payload))}`);

/** Thrown when a message would not fit an EventBridge entry. */
export class EnvelopeTooLarge extends Error {
  readonly bytes: number;
  constructor(bytes: number) {
    super(`the message has ${bytes} bytes, at most ${MAXIMUM_ENVELOPE_BYTES} travel`);
    this.name = 'EnvelopeTooLarge';
    this.bytes = bytes;
  }
}

/** A signature over the canonical form of a JSON value, apart from the value: detached JWS (RFC 7515). */
export type DetachedSignature = Envelope['signature'];

/** @returns this city's signature over the RFC 8785 form of a JSON value. */
export const signDetached = async (payload: unknown, signer: Signer): Promise<DetachedSignature> => {
  const { keyId } = await signer.publicKey();
  const header = protectedHeader(signer.algorithm, keyId);
  const { signature } = await signer.sign(signingInput(header, payload));
  return { algorithm: signer.algorithm, keyId, jws: `${header}..${base64url(signature)}` };
};

/** @returns whether a detached signature was made over exactly this value by exactly this key. */
export const isSignedBy = async (
  payload: unknown,
  signature: DetachedSignature,
  key: PublicKey,
  verifier: Verifier,
): Promise<boolean> => {
  if (signature.keyId !== key.keyId || signature.algorithm !== key.algorithm) return false;
  const header = protectedHeader(key.algorithm, key.keyId);
  const [claimedHeader, claimedSignature] = signature.jws.split('..');
  if (claimedHeader !== header || claimedSignature === undefined) return false;
  return verifier.verify(key, signingInput(header, payload), Buffer.from(claimedSignature, 'base64url'));
};

/**
 * Signs a message: detached JWS (RFC 7515) over the RFC 8785 form of all of it.
 * @throws EnvelopeTooLarge when the signed message would not fit an EventBridge entry.
 */
export const sealEnvelope = async (envelope: UnsignedEnvelope, signer: Signer): Promise<Envelope> => {
  const sealed = { ...envelope, signature: await signDetached(envelope, signer) };
  const bytes = Buffer.byteLength(busEntry({ to: sealed.to, envelope: sealed }).detail);
  if (bytes > MAXIMUM_ENVELOPE_BYTES) throw new EnvelopeTooLarge(bytes);
  return sealed;
};

/** @returns whether the message's signature was made over exactly this message by exactly this key. */
export const hasValidSignature = async (envelope: Envelope, key: PublicKey, verifier: Verifier): Promise<boolean> => {
  const { signature, ...unsigned } = envelope;
  return isSignedBy(unsigned, signature, key, verifier);
};

/**
 * @returns the message as a complete compact JWS (RFC 7515), which any JOSE library verifies; its payload is the RFC 8785 form
 * of the message without its signature.
 */
export const compactJws = ({ signature, ...unsigned }: Envelope): string =>
  signature.jws.replace('..', `.${base64url(canonicalJson(unsigned))}.`);

/** @returns SHA-256 of the message's compact JWS, base64url: how ledgers and receipts name this very message. */
export const messageDigest = (envelope: Envelope): string =>
  createHash('sha256').update(compactJws(envelope)).digest('base64url');
