import type { Trigger } from '../../functions/catalog-types.ts';
import type { Host } from './host.ts';
import type { Attach } from './sources/attach.ts';
import { attachCourier } from './sources/courier.ts';
import { attachInbox } from './sources/inbox.ts';
import { attachRowQueue } from './sources/row-queue.ts';
import { attachSchedule } from './sources/schedule.ts';
import { attachStream } from './sources/stream.ts';

const ATTACH: { readonly [K in Trigger['kind']]: Attach<K> } = {
  'table-stream': attachStream,
  'row-queue': attachRowQueue,
  'inbox-queue': attachInbox,
  'courier-links': attachCourier,
  schedule: attachSchedule,
};

const attach = <K extends Trigger['kind']>(
  host: Host,
  name: string,
  trigger: Extract<Trigger, { kind: K }>,
  peers: readonly string[],
): void => ATTACH[trigger.kind as K](host, name, trigger, peers);

/**
 * Wires a city's functions to what sets them going, as the catalogue says.
 * @param courierPeers cities that only the courier reaches.
 */
export const attachSources = (host: Host, courierPeers: readonly string[]): void => {
  for (const { definition } of host.functions)
    for (const trigger of definition.triggers) attach(host, definition.name, trigger, courierPeers);
};
