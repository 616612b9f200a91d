import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/stream-router/handler.ts';
import { toStreamRecord } from '../../../shared/data/memory-stream.ts';
import { onRows, type RowNote, type SentNote } from '../../../shared/lambda/row-queue.ts';
import { createSqsRowQueue } from '../../../shared/lambda/sqs-row-queue.ts';
import { createTestCell } from '../../builders/test-cell.ts';
import { queueEvent } from '../../builders/told-of-rows.ts';
import { TEST_CREDENTIALS, wire } from '../../support/aws-wire.ts';

const NO_CONTEXT = {} as Context;

const filterOf = (...entities: readonly string[]) => ({ dynamodb: { NewImage: { entity: { S: entities } } } });

describe('the router', () => {
  const record = (sequence: number, entity: string) => {
    const after = { pk: `team#${sequence}`, sk: 'EVENT#1', entity, large: 'x'.repeat(300_000) };
    return toStreamRecord({ sequence, at: 0, key: { pk: after.pk, sk: after.sk }, before: undefined, after });
  };
  const Records = [record(1, 'event'), record(2, 'notice'), record(3, 'event')];
  const router = (send: (to: string, notes: readonly SentNote[]) => Promise<void>) => {
    const queue = (name: string, ...entities: readonly string[]) => ({
      name,
      filters: entities.map((entity) => filterOf(entity)),
      send: (notes: readonly SentNote[]) => send(name, notes),
    });
    const rowQueues = [queue('one', 'event'), queue('both', 'event', 'notice')];
    return createHandler({ ...createTestCell().cell, rowQueues });
  };

  it('tells each queue of the rows it wants, in order, by their keys alone', async () => {
    const sent: Record<string, readonly SentNote[]> = {};
    const handler = router(async (to, notes) => {
      sent[to] = notes;
    });
    expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
    const notes = [1, 2, 3].map((n) => ({ id: String(n), note: { pk: `team#${n}`, sk: 'EVENT#1' } }));
    expect(sent).toEqual({ one: [notes[0], notes[2]], both: notes });
  });

  it('has the whole batch come again when one queue does not take it', async () => {
    const handler = router(async (to) => {
      if (to === 'both') throw new Error('no');
    });
    const first = Records[0]?.dynamodb?.SequenceNumber;
    expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: first }] });
  });
});

describe('a function that is told of rows', () => {
  const told = [
    { pk: 'a', sk: '1' },
    { pk: 'b', sk: '1' },
    { pk: 'a', sk: '2' },
  ];

  it('is told again of all of a partition that failed, and of no other', async () => {
    const seen: RowNote[] = [];
    const handler = onRows(async (notes) => {
      seen.push(...notes);
      return new Set(['a']);
    });
    expect(await handler(queueEvent(told), NO_CONTEXT)).toEqual({
      batchItemFailures: [{ itemIdentifier: '0' }, { itemIdentifier: '2' }],
    });
    expect(seen).toEqual(told);
  });

  it('fails on what is no note', async () => {
    const handler = onRows(async () => new Set());
    const event = { Records: [{ messageId: '1', body: '{"pk":1}' }] } as SQSEvent;
    await expect(handler(event, NO_CONTEXT)).rejects.toThrow();
  });
});

describe('a queue of SQS', () => {
  const world = (failed: readonly object[] = []) => {
    const asked: { readonly Entries: readonly object[] }[] = [];
    const { requestHandler } = wire(({ body }) => {
      asked.push(JSON.parse(body));
      return { body: JSON.stringify({ Successful: [], Failed: failed }) };
    });
    const client = new SQSClient({ region: 'cn-northwest-1', credentials: TEST_CREDENTIALS, requestHandler });
    const url = 'https://sqs.cn-northwest-1.amazonaws.com.cn/000000000000/q.fifo';
    return { asked, queue: createSqsRowQueue(client, { name: 'q', filters: [], url }) };
  };
  const notes = Array.from({ length: 12 }, (_, n) => ({ id: `e${n}`, note: { pk: 'team#1', sk: `EVENT#${n}` } }));

  it('takes ten notes at a time, in groups by partition, each once', async () => {
    const { asked, queue } = world();
    await queue.send(notes);
    expect(asked.map(({ Entries }) => Entries.length)).toEqual([10, 2]);
    expect(asked[1]?.Entries[0]).toEqual({
      Id: '0',
      MessageBody: '{"pk":"team#1","sk":"EVENT#10"}',
      MessageGroupId: 'team#1',
      MessageDeduplicationId: 'e10',
    });
    await queue.send([]);
    expect(asked).toHaveLength(2);
  });

  it('says when it did not take one', async () => {
    const { queue } = world([{ Id: '0', Code: 'InternalError', SenderFault: false }]);
    await expect(queue.send(notes)).rejects.toThrow('InternalError');
  });
});
