import type { Store } from '../../../shared/data/store.ts';
import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { ES256_VERIFIER } from '../../../shared/exchange/es256.ts';
import type { Publisher, Signer } from '../../../shared/exchange/ports.ts';
import type { FileStore } from '../../../shared/files/file-store.ts';
import type { Cell } from '../../../shared/lambda/cell.ts';
import { newSecret } from '../../../shared/lambda/new-secret.ts';
import { pause } from '../../../shared/lambda/pause.ts';
import { dutyRoomOf, staleAfterDaysIn } from '../../cities.ts';
import { busPublisher } from '../messaging/bus-publisher.ts';
import type { EventBus } from '../messaging/event-bus.ts';
import type { Links } from '../messaging/links.ts';

export interface LocalCellOptions {
  readonly city: CityCode;
  readonly store: Store;
  readonly files: FileStore;
  readonly signer: Signer;
  readonly publisher: Publisher;
  readonly courier: Cell['courier'];
  readonly deadLetters: Cell['deadLetters'];
  readonly secrets: Cell['secrets'];
  readonly outbound: Cell['outbound'];
  readonly authenticate: Cell['authenticate'];
  readonly log: Cell['log'];
  readonly clock: Cell['clock'];
  readonly newId: () => string;
}

/** @returns what a city's functions see of the world when they run in this process. */
export const localCell = (options: LocalCellOptions): Cell => ({
  ...options,
  dutyRoom: dutyRoomOf(options.city),
  staleAfterDays: staleAfterDaysIn(options.city),
  // Here the store itself tells whoever follows it.
  rowQueues: [],
  newSecret,
  verifier: ES256_VERIFIER,
  pause,
});

/**
 * @returns the courier of a city: to the buses of the peers that only a courier reaches, while the links hold. Other cities
 * are left to the bus, as on AWS.
 */
export const localCourier = (
  from: CityCode,
  peers: readonly CityCode[],
  busOf: (city: CityCode) => EventBus,
  links: Links,
): Cell['courier'] => ({
  deliver: async (to, dispatch) => {
    if (!peers.includes(to)) return;
    links.pass(from, to);
    await busPublisher(busOf(to)).publish([dispatch]);
  },
});
