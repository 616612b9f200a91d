import type { DynamoDBBatchResponse, DynamoDBRecord, SQSBatchResponse } from 'aws-lambda';
import type { Trigger } from '../../functions/catalog-types.ts';
import { ASYNCHRONOUS, INBOX, STREAM } from '../../infra/delivery.ts';
import { compilePattern } from '../../infra/local/messaging/pattern.ts';
import { type Change, toStreamRecord } from '../../shared/data/memory-stream.ts';
import type { Item } from '../../shared/data/store.ts';
import { TABLE } from '../../shared/data/table.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/domain/kernel/instant.ts';
import { inboxPattern, linkPattern } from '../../shared/exchange/routing.ts';
import type { Host } from './host.ts';
import { type Fields, fieldsOf } from './json.ts';
import type { BusEvent } from './network.ts';

/** How long what failed waits before it is tried again, milliseconds. */
const STREAM_FIRST_WAIT_MS = 200;
const INBOX_WAIT_MS = 3 * MINUTE_MS;
const COURIER_WAIT_MS = MINUTE_MS;

type Attach<K extends Trigger['kind']> = (
  host: Host,
  name: string,
  trigger: Extract<Trigger, { kind: K }>,
  peers: readonly string[],
) => void;

/** How many of the batch the function has done, from its start; the rest comes again. */
const doneOf = (records: readonly DynamoDBRecord[], result: unknown): number => {
  const failures = ((result ?? {}) as Partial<DynamoDBBatchResponse>).batchItemFailures ?? [];
  const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
  const first = records.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''));
  return first === -1 ? records.length : first;
};

/** @returns the change with those attributes only that a filter looks at: most changes are of no interest, and marshalling costs. */
const filteredPart = (filter: Fields) => {
  const names = (image: string): readonly string[] => Object.keys(fieldsOf(fieldsOf(filter.dynamodb)[image]));
  const only = (item: Item | undefined, wanted: readonly string[]): Item | undefined =>
    item && { pk: item.pk, sk: item.sk, ...Object.fromEntries(wanted.map((name) => [name, item[name]])) };
  const [before, after] = [names('OldImage'), names('NewImage')];
  return (change: Change): Change => ({
    ...change,
    before: only(change.before, before),
    after: only(change.after, after),
  });
};

/** The table's stream: in order, at least once, with what stays undone given up after a while. */
const attachStream: Attach<'table-stream'> = (host, name, { filter }) => {
  const { time, random, weather } = host;
  const pending: Change[] = [];
  const matches = compilePattern(filter);
  const asFiltered = filteredPart(filter);
  let attempts = 0;
  let running = false;

  const isStale = ({ at }: Change): boolean => time.now() - at > STREAM.recordAgeHours * HOUR_MS;

  const round = async (): Promise<void> => {
    const batch = pending.slice(0, STREAM.batchSize).map(toStreamRecord);
    const outcome = await host.invoke(name, { Records: batch });
    const done = outcome.ok ? doneOf(batch, outcome.result) : 0;
    const again = done === batch.length && random.chance(weather().repeatedMessage);
    if (!again) pending.splice(0, done);
    attempts = done === batch.length ? 0 : attempts + 1;
    if (attempts > STREAM.retries || (pending[0] && isStale(pending[0]))) {
      host.trace.note(host.city, `${name} gives up on a record`);
      pending.shift();
      attempts = 0;
    }
    running = false;
    start();
  };

  const start = (): void => {
    if (running || pending.length === 0) return;
    running = true;
    const wait = attempts === 0 ? random.between(0, 500) : Math.min(STREAM_FIRST_WAIT_MS * 2 ** attempts, MINUTE_MS);
    time.after(wait, () => void round());
  };

  host.store.onChange((change) => {
    if (!matches(toStreamRecord(asFiltered(change)))) return;
    pending.push(change);
    start();
  });
};

const sqsRecord = (id: string, body: string) => ({ messageId: id, receiptHandle: id, body, eventSource: 'aws:sqs' });

/** The queue that the city's bus fills: in any order, at least once, a few times at most. */
const attachInbox: Attach<'inbox-queue'> = (host, name) => {
  const { time, random, weather, city } = host;
  interface Message {
    readonly id: string;
    readonly body: string;
    receives: number;
  }
  let visible: Message[] = [];
  let polling = false;

  const enqueue = (message: Message, delay: number): void => {
    time.after(delay, () => {
      visible.push(message);
      poll();
    });
  };

  const settle = (message: Message, failed: boolean): void => {
    message.receives += 1;
    if (failed && message.receives >= INBOX.maximumReceives)
      host.trace.note(city, `${name} leaves ${message.id} to the dead letters`);
    else if (failed) enqueue(message, INBOX_WAIT_MS);
    else if (random.chance(weather().repeatedMessage / 2))
      enqueue(message, random.between(0, weather().slowestMessageMs));
  };

  const receive = async (): Promise<void> => {
    polling = false;
    const batch = random.shuffled(visible).slice(0, random.between(1, INBOX.batchSize));
    visible = visible.filter((message) => !batch.includes(message));
    poll();
    const outcome = await host.invoke(name, { Records: batch.map(({ id, body }) => sqsRecord(id, body)) });
    const failures = outcome.ok
      ? (((outcome.result ?? {}) as Partial<SQSBatchResponse>).batchItemFailures ?? [])
      : batch.map(({ id }) => ({ itemIdentifier: id }));
    const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
    for (const message of batch) settle(message, failed.has(message.id));
  };

  const poll = (): void => {
    if (polling || visible.length === 0) return;
    polling = true;
    time.after(random.between(0, 100), () => void receive());
  };

  host.network.rule(inboxPattern(city), (event) =>
    enqueue({ id: event.id, body: JSON.stringify(event), receives: 0 }, 0),
  );
};

/** A rule whose target is the function: tried a few times, then given up. */
const attachCourier: Attach<'courier-links'> = (host, name, _trigger, peers) => {
  const call = async (event: BusEvent, attempt: number): Promise<void> => {
    const outcome = await host.invoke(name, event);
    if (outcome.ok || attempt > ASYNCHRONOUS.retries) return;
    host.time.after(COURIER_WAIT_MS, () => void call(event, attempt + 1));
  };
  if (peers.length > 0) host.network.rule(linkPattern(host.city, peers), (event) => void call(event, 1));
};

/**
 * The minute tick. Ticks at which the due index is empty are left out, all but a few: they change nothing, and there are thousands of
 * them in a quiet night.
 */
const attachSchedule: Attach<'schedule'> = (host, name, { everyMinutes }) => {
  const { time, store } = host;
  const period = everyMinutes * MINUTE_MS;
  let planned = Number.POSITIVE_INFINITY;
  let callOff = (): void => undefined;

  const plan = (due: number): void => {
    const tick = Math.ceil(Math.max(due, time.now() + 1) / period) * period;
    if (tick >= planned) return;
    callOff();
    planned = tick;
    callOff = time.after(tick - time.now(), () => void run());
  };

  const planNext = async (): Promise<void> => {
    const { next } = await store.queryDue('9999', 1);
    if (next) plan(Date.parse(next.dueAt) - host.clockSkewMs);
  };

  const run = async (): Promise<void> => {
    planned = Number.POSITIVE_INFINITY;
    const at = new Date(time.now()).toISOString();
    await host.invoke(name, {
      id: at,
      time: at,
      source: 'aws.scheduler',
      'detail-type': 'Scheduled Event',
      detail: {},
    });
    await planNext();
  };

  store.onChange(({ after }) => {
    const dueAt = after?.[TABLE.dueIndex.sortKey];
    if (typeof dueAt !== 'string') return;
    plan(Date.parse(dueAt) - host.clockSkewMs);
    // The tick may come before the index shows the row.
    const { slowestIndexMs } = host.weather();
    if (slowestIndexMs > 0) time.after(slowestIndexMs, () => void planNext());
  });
};

const ATTACH: { readonly [K in Trigger['kind']]: Attach<K> } = {
  'table-stream': attachStream,
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
