import type { CityKey } from '../domain/agreement/agreement-state.ts';
import type { CityCode } from '../domain/kernel/city-code.ts';
import type { Envelope } from './envelope.ts';

/** What travels in an EventBridge entry's `detail`: the signed envelope, and which of its recipients this sending is for. */
export interface Dispatch {
  /** Recipients still without a receipt; the buses' rules match on it. Routing only: what counts is the signed `envelope.to`. */
  readonly to: readonly CityCode[];
  readonly envelope: Envelope;
}

/** Puts messages on the city's own bus. Rejects when the bus did not take every one of them. */
export interface Publisher {
  publish(dispatches: readonly Dispatch[]): Promise<void>;
}

/** A city's signature over bytes, raw (r ‖ s) for ES256, with the id of the key that made it. */
export interface Signer {
  readonly algorithm: string;
  /** Public key as JWK, and its RFC 7638 thumbprint (SHA-256, base64url), which is the key id. */
  publicKey(): Promise<PublicKey>;
  sign(data: Uint8Array): Promise<{ readonly keyId: string; readonly signature: Uint8Array }>;
}

export type PublicKey = CityKey;

/** Checks a signature; one per algorithm. */
export interface Verifier {
  verify(key: PublicKey, data: Uint8Array, signature: Uint8Array): Promise<boolean>;
}
