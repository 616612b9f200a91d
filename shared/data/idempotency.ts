import { DAY_MS, type Instant } from '../domain/kernel/instant.ts';
import { type IdempotencyRow, IdempotencyRowSchema } from './rows.ts';
import type { Store, Write } from './store.ts';
import { ENTITY, keys } from './table.ts';

/** For how long a repeat of a POST gets the first one's answer. */
export const IDEMPOTENCY_KEPT_MS = 7 * DAY_MS;

/** A POST with its Idempotency-Key: whose it is, and a digest of method, path and body. */
export interface IdempotencyRequest {
  readonly personId: string;
  readonly key: string;
  readonly fingerprint: string;
}

/** What a POST is answered with, and again whenever it is repeated. */
export interface IdempotentAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly etag?: string;
}

/** The same key was used before for something else: 422 (draft-ietf-httpapi-idempotency-key-header). */
export class IdempotencyKeyReused extends Error {
  constructor() {
    super('this Idempotency-Key was used for another request');
    this.name = 'IdempotencyKeyReused';
  }
}

/** @returns the write that remembers the answer; it cancels the transaction when the key has been used. */
export const idempotencyWrite = (
  { personId, key, fingerprint }: IdempotencyRequest,
  answer: IdempotentAnswer,
  now: Instant,
): Write => {
  const item: IdempotencyRow = {
    ...keys.idempotency(personId, key),
    entity: ENTITY.idempotency,
    fingerprint,
    ...answer,
    expiresAtEpochSeconds: Math.floor((Date.parse(now) + IDEMPOTENCY_KEPT_MS) / 1000),
  };
  return { kind: 'put', item, condition: { kind: 'absent' } };
};

/**
 * Looks up what a POST was answered before; only needed when it could not be executed.
 * @throws IdempotencyKeyReused
 */
export const storedAnswer = async (
  store: Pick<Store, 'get'>,
  { personId, key, fingerprint }: IdempotencyRequest,
): Promise<IdempotentAnswer | undefined> => {
  const item = await store.get(keys.idempotency(personId, key));
  if (!item) return undefined;
  const row = IdempotencyRowSchema.parse(item);
  if (row.fingerprint !== fingerprint) throw new IdempotencyKeyReused();
  return row.etag === undefined
    ? { status: row.status, body: row.body }
    : { status: row.status, body: row.body, etag: row.etag };
};
