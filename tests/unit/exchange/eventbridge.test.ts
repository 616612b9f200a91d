import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { STSClient } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { createEventBridgeCourier } from '../../../shared/exchange/eventbridge-courier.ts';
import {
  batchesOf,
  createEventBridgePublisher,
  EntriesRefused,
} from '../../../shared/exchange/eventbridge-publisher.ts';
import type { Dispatch } from '../../../shared/exchange/ports.ts';
import { TEST_CREDENTIALS, wire } from '../../support/aws-wire.ts';

const dispatch = (n: number): Dispatch => ({
  to: ['620100'],
  envelope: {
    id: `0198a000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    type: 'RequestResource',
    version: 1,
    from: '630100',
    to: ['620100'],
    conversation: '0198a000-0000-7000-8000-000000000000',
    exercise: false,
    issuedAt: '2026-11-01T00:00:00.000Z',
    expiresAt: '2026-11-02T00:00:00.000Z',
    body: {},
    signature: { algorithm: 'ES256', keyId: 'k', jws: 'a..b' },
  },
});

const dispatches = (count: number) => Array.from({ length: count }, (_, n) => dispatch(n));

describe('publisher', () => {
  const publisher = (answer: Parameters<typeof wire>[0]) => {
    const { requestHandler, requests } = wire(answer);
    const client = new EventBridgeClient({ region: 'cn-north-1', credentials: TEST_CREDENTIALS, requestHandler });
    return { requests, publish: createEventBridgePublisher({ client, busName: 'shouwang-630100' }).publish };
  };
  const taken = () => ({ body: JSON.stringify({ FailedEntryCount: 0, Entries: [] }) });

  test('puts source, type and the whole dispatch on the bus', async () => {
    const { publish, requests } = publisher(taken);
    await publish([dispatch(1)]);
    const { Entries } = JSON.parse(requests[0]?.body ?? '');
    expect(Entries).toEqual([
      {
        EventBusName: 'shouwang-630100',
        Source: 'shouwang.630100',
        DetailType: 'RequestResource',
        Detail: JSON.stringify(dispatch(1)),
      },
    ]);
  });

  test('ten at a time, all of them, in order', async () => {
    const { publish, requests } = publisher(taken);
    await publish(dispatches(23));
    const entries = requests.map(({ body }) => JSON.parse(body).Entries as { Detail: string }[]);
    expect(entries.map(({ length }) => length)).toEqual([10, 10, 3]);
    expect(entries.flat().map(({ Detail }) => JSON.parse(Detail).envelope.id)).toEqual(
      dispatches(23).map(({ envelope }) => envelope.id),
    );
  });

  test('nothing to say is not said', async () => {
    const { publish, requests } = publisher(taken);
    await publish([]);
    expect(requests).toEqual([]);
  });

  test('an entry the bus did not take fails the publication', async () => {
    const { publish } = publisher(() => ({
      body: JSON.stringify({
        FailedEntryCount: 1,
        Entries: [{ EventId: '1' }, { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' }],
      }),
    }));
    await expect(publish(dispatches(2))).rejects.toThrow(EntriesRefused);
    await expect(publish(dispatches(2))).rejects.toThrow('refused 1 of the entries: ThrottlingException slow down');
  });

  test('batches stay below what PutEvents takes in bytes', () => {
    const entry = (kibibytes: number) => ({ Source: 's', DetailType: 'd', Detail: 'x'.repeat(kibibytes * 1024 - 2) });
    const sizes = (...each: number[]) => batchesOf(each.map(entry)).map(({ length }) => length);
    expect(sizes(128, 128)).toEqual([2]);
    expect(sizes(128, 129)).toEqual([1, 1]);
    expect(sizes(240, 1, 240, 16, 1)).toEqual([2, 2, 1]);
  });
});

describe('courier', () => {
  const sts = wire(() => ({
    body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
      <AccessKeyId>ASSUMED</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>
      <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
  }));
  const events = wire(() => ({ body: JSON.stringify({ FailedEntryCount: 0, Entries: [] }) }));
  const courier = createEventBridgeCourier({
    targets: { '620100': { region: 'cn-north-1', busArn: 'the-bus', roleArn: 'the-gate' } },
    sts: new STSClient({ region: 'cn-northwest-1', credentials: TEST_CREDENTIALS, requestHandler: sts.requestHandler }),
    requestHandler: events.requestHandler,
  });

  test('goes to the peer’s bus in the peer’s region under the role assumed there, once for many messages', async () => {
    await courier.deliver('620100', dispatch(1));
    await courier.deliver('620100', dispatch(2));
    expect(sts.requests).toHaveLength(1);
    expect(sts.requests[0]?.body).toContain('RoleArn=the-gate');
    expect(events.requests).toHaveLength(2);
    for (const { hostname, headers, body } of events.requests) {
      expect(hostname).toBe('events.cn-north-1.amazonaws.com.cn');
      expect(headers.authorization).toContain('Credential=ASSUMED/');
      expect(JSON.parse(body).Entries[0]).toMatchObject({ EventBusName: 'the-bus', Source: 'shouwang.630100' });
    }
  });

  test('leaves to the bus what the bus takes', async () => {
    const before = events.requests.length;
    await courier.deliver('630200', dispatch(3));
    expect(events.requests).toHaveLength(before);
  });
});
