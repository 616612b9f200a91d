import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { Dispatch, Publisher } from './ports.ts';
import { busEntry } from './routing.ts';

/** PutEvents takes this many entries, and this many bytes of them, at a time. */
const MAXIMUM_ENTRIES = 10;
const MAXIMUM_BYTES = 256 * 1024;

export interface EventBridgePublisherOptions {
  readonly client: EventBridgeClient;
  /** Name or ARN of the bus. */
  readonly busName: string;
}

/** Thrown when the bus took some entries of a batch and not others; sending all again is harmless, receivers deduplicate. */
export class EntriesRefused extends Error {
  constructor(reasons: readonly string[]) {
    super(`the bus refused ${reasons.length} of the entries: ${[...new Set(reasons)].join('; ')}`);
    this.name = 'EntriesRefused';
  }
}

/** Size of an entry as EventBridge counts it, bytes. */
const sizeOf = ({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry): number =>
  Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail);

/** @returns the entries in order, cut into batches that PutEvents takes. */
export const batchesOf = (entries: readonly PutEventsRequestEntry[]): PutEventsRequestEntry[][] => {
  const batches: PutEventsRequestEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = sizeOf(entry);
    const last = batches.at(-1);
    if (last === undefined || last.length === MAXIMUM_ENTRIES || size > room) {
      batches.push([entry]);
      room = MAXIMUM_BYTES - size;
    } else {
      last.push(entry);
      room -= size;
    }
  }
  return batches;
};

/**
 * @returns the publisher on an EventBridge bus.
 * Publishing throws {@link EntriesRefused} when the bus took not all of them.
 */
export const createEventBridgePublisher = ({ client, busName }: EventBridgePublisherOptions): Publisher => {
  const put = async (Entries: PutEventsRequestEntry[]): Promise<void> => {
    const { FailedEntryCount = 0, Entries: results = [] } = await client.send(new PutEventsCommand({ Entries }));
    if (FailedEntryCount === 0) return;
    throw new EntriesRefused(
      results.flatMap(({ ErrorCode, ErrorMessage }) => (ErrorCode ? [`${ErrorCode} ${ErrorMessage}`] : [])),
    );
  };
  return {
    publish: async (dispatches: readonly Dispatch[]) => {
      const entries = dispatches.map((dispatch) => {
        const { source, detailType, detail } = busEntry(dispatch);
        return { EventBusName: busName, Source: source, DetailType: detailType, Detail: detail };
      });
      for (const batch of batchesOf(entries)) await put(batch);
    },
  };
};
