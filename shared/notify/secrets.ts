/**
 * Where addresses and keys of the ways on which people are told are kept: outside the table, under ids that say nothing. Adapters:
 * Parameter Store (SecureString) on AWS, a file in the data directory when embedded.
 */
export interface Secrets {
  /** Keeps a secret; what stood under the id before is gone. */
  put(id: string, value: string): Promise<void>;
  /** Forgets a secret, if it is there. */
  remove(id: string): Promise<void>;
  /** @returns the secret, or `undefined` where there is none. */
  get(id: string): Promise<string | undefined>;
}
