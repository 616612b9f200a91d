import type { Logger } from '@aws-lambda-powertools/logger';
import type { Store } from '../data/store.ts';
import type { CityCode } from '../domain/kernel/city-code.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { DeadLetters } from '../exchange/dead-letters.ts';
import type { DutyRoom } from '../exchange/duty-room.ts';
import type { Dispatch, Publisher, Signer, Verifier } from '../exchange/ports.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Person } from '../http/person.ts';
import type { Outbound } from '../notify/outbound.ts';
import type { Secrets } from '../notify/secrets.ts';
import type { RowQueue } from './row-queue.ts';

/**
 * A city's own installation as its functions see it: who it is, and every side effect it can have. On Lambda it is made from
 * the environment, in the embedded runtime once per city, in tests from fakes. A function asks for the parts it needs only.
 */
export interface Cell {
  readonly city: CityCode;
  readonly dutyRoom: DutyRoom;
  /** Days after which an entry of the registry that nobody confirmed is stale. */
  readonly staleAfterDays: number;
  readonly store: Store;
  readonly files: FileStore;
  readonly clock: { now(): Instant };
  /** Fresh uuid v7. */
  readonly newId: () => string;
  /** A fresh secret that nobody can guess: 32 random bytes, base64url. */
  readonly newSecret: () => string;
  readonly signer: Signer;
  readonly verifier: Verifier;
  readonly publisher: Publisher;
  /** Of the functions that are told of new rows of the table. */
  readonly rowQueues: readonly RowQueue[];
  /** What was given up, and having it tried again. */
  readonly deadLetters: DeadLetters;
  /** To the bus of a city that the own bus cannot reach; rejects when it was not taken. */
  readonly courier: { deliver(to: CityCode, dispatch: Dispatch): Promise<void> };
  /** Addresses and keys of the ways on which people are told. */
  readonly secrets: Secrets;
  /** To systems that are no cells: other people's webhooks, robots, mail servers. */
  readonly outbound: Outbound;
  /** @returns the signed-in person, or `undefined` when the token is missing, forged, expired or for another city. */
  readonly authenticate: (authorization: string | undefined) => Promise<Person | undefined>;
  readonly log: Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
  /** Waits before a retry, milliseconds; the one place a function waits. */
  readonly pause: (milliseconds: number) => Promise<void>;
}
