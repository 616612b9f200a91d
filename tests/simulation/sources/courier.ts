import { ASYNCHRONOUS } from '../../../infra/delivery.ts';
import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import { linkPattern } from '../../../shared/exchange/routing.ts';
import type { BusEvent } from '../network.ts';
import type { Attach } from './attach.ts';

/** How long a failed call waits before it is tried again, milliseconds. */
const WAIT_MS = MINUTE_MS;

/** A rule whose target is the function: tried a few times, then given up. */
export const attachCourier: Attach<'courier-links'> = (host, name, _trigger, peers) => {
  const call = async (event: BusEvent, attempt: number): Promise<void> => {
    const outcome = await host.invoke(name, event);
    if (outcome.ok || attempt > ASYNCHRONOUS.retries) return;
    host.time.after(WAIT_MS, () => void call(event, attempt + 1));
  };
  if (peers.length > 0) host.network.rule(linkPattern(host.city, peers), (event) => void call(event, 1));
};
