import type { SQSBatchResponse } from 'aws-lambda';
import { INBOX } from '../../../infra/delivery.ts';
import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import { inboxPattern } from '../../../shared/exchange/routing.ts';
import type { Attach } from './attach.ts';

/** How long what failed waits before it is handed out again, milliseconds. */
const WAIT_MS = 3 * MINUTE_MS;

const sqsRecord = (id: string, body: string) => ({ messageId: id, receiptHandle: id, body, eventSource: 'aws:sqs' });

/** The queue that the city's bus fills: in any order, at least once, a few times at most. */
export const attachInbox: Attach<'inbox-queue'> = (host, name) => {
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
    else if (failed) enqueue(message, WAIT_MS);
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
