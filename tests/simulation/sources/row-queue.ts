import type { SQSBatchResponse } from 'aws-lambda';
import { queueFiltersOf } from '../../../functions/catalog-types.ts';
import { ROW_QUEUE } from '../../../infra/delivery.ts';
import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import type { RowNote } from '../../../shared/lambda/row-queue.ts';
import type { Attach } from './attach.ts';

/** How long what failed waits before it is handed out again, milliseconds. */
const WAIT_MS = 2 * MINUTE_MS;

interface Message {
  readonly id: string;
  readonly note: RowNote;
  receives: number;
  /** Handed out, or waiting after a failure: nothing of its partition is handed out meanwhile. */
  held: boolean;
}

const sqsRecord = ({ id, note }: Message) => ({
  messageId: id,
  receiptHandle: id,
  body: JSON.stringify(note),
  eventSource: 'aws:sqs',
});

/** A function's first-in-first-out queue: at least once, those of a partition in order, a few times at most. */
export const attachRowQueue: Attach<'row-queue'> = (host, name, { filter }) => {
  const { time, random, weather, city } = host;
  const definition = host.functions.find((each) => each.definition.name === name)?.definition;
  if (!definition || queueFiltersOf(definition)[0] !== filter) return;
  let queued: Message[] = [];
  let sent = 0;
  let polling = false;

  const release = (message: Message): void => {
    message.held = false;
    poll();
  };

  const settle = (message: Message, failed: boolean): void => {
    message.receives += 1;
    const givenUp = failed && message.receives >= ROW_QUEUE.maximumReceives;
    if (givenUp) host.trace.note(city, `${name} leaves ${message.id} to the dead letters`);
    const again = !failed && random.chance(weather().repeatedMessage / 2);
    if (failed && !givenUp) time.after(WAIT_MS, () => release(message));
    else if (again) release(message);
    else queued = queued.filter((each) => each !== message);
  };

  /** @returns messages that may be handed out now: of no partition one that has something before it that may not be. */
  const batchNow = (): readonly Message[] => {
    const held = new Set<string>();
    const batch: Message[] = [];
    for (const message of queued) {
      if (message.held) held.add(message.note.pk);
      else if (!held.has(message.note.pk) && batch.length < ROW_QUEUE.batchSize) batch.push(message);
    }
    return batch.slice(0, random.between(1, ROW_QUEUE.batchSize));
  };

  const receive = async (): Promise<void> => {
    polling = false;
    const batch = batchNow();
    if (batch.length === 0) return;
    for (const message of batch) message.held = true;
    poll();
    const outcome = await host.invoke(name, { Records: batch.map(sqsRecord) });
    const failures = outcome.ok
      ? (((outcome.result ?? {}) as Partial<SQSBatchResponse>).batchItemFailures ?? [])
      : batch.map(({ id }) => ({ itemIdentifier: id }));
    const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
    for (const message of batch) settle(message, failed.has(message.id));
    poll();
  };

  const poll = (): void => {
    if (polling || !queued.some(({ held }) => !held)) return;
    polling = true;
    time.after(random.between(0, 100), () => void receive());
  };

  host.rowQueues
    .find((queue) => queue.name === name)
    ?.onSent((notes) => {
      for (const note of notes) {
        sent += 1;
        queued.push({ id: `${name}-${sent}`, note, receives: 0, held: false });
      }
      poll();
    });
};
