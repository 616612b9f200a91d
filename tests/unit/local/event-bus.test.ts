import { describe, expect, it, vi } from 'vitest';
import { busPublisher } from '../../../infra/local/messaging/bus-publisher.ts';
import { type BusEvent, EventBus } from '../../../infra/local/messaging/event-bus.ts';
import { LinkCut, Links } from '../../../infra/local/messaging/links.ts';
import { EntriesRefused } from '../../../shared/exchange/eventbridge-publisher.ts';
import type { Dispatch } from '../../../shared/exchange/ports.ts';

const setUp = () => {
  const problems: string[] = [];
  let ids = 0;
  const bus = new EventBus({
    account: '123456789012',
    region: 'cn-northwest-1',
    newId: () => {
      ids += 1;
      return `event-${ids}`;
    },
    onProblem: (problem) => problems.push(problem),
  });
  const caught: BusEvent[] = [];
  bus.addRule({
    name: 'all',
    pattern: { detail: { to: [{ exists: true }] } },
    target: async (event) => {
      caught.push(event);
    },
  });
  return { bus, caught, problems };
};

const GOOD = { Source: 'shouwang.630100', DetailType: 'Letter', Detail: '{"to":["620100"]}' };

describe('an event bus', () => {
  it('makes a whole event of an entry and hands it to the rules that match', async () => {
    const { bus, caught } = setUp();
    const other = vi.fn(async () => undefined);
    bus.addRule({ name: 'other', pattern: { source: ['shouwang.620100'] }, target: other });
    expect(await bus.putEvents([GOOD])).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: 'event-1' }] });
    expect(caught).toEqual([
      {
        version: '0',
        id: 'event-1',
        'detail-type': 'Letter',
        source: 'shouwang.630100',
        account: '123456789012',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        region: 'cn-northwest-1',
        resources: [],
        detail: { to: ['620100'] },
      },
    ]);
    expect(other).not.toHaveBeenCalled();
  });

  it('answers for each entry on its own', async () => {
    const { bus, caught } = setUp();
    const { FailedEntryCount, Entries } = await bus.putEvents([
      GOOD,
      { ...GOOD, Source: '' },
      { Source: 'shouwang.630100', Detail: '{}' },
      { ...GOOD, Source: 'aws.s3' },
      { ...GOOD, Detail: '{' },
      { ...GOOD, Detail: '[]' },
      { ...GOOD, Detail: JSON.stringify({ to: [], text: 'x'.repeat(256 * 1024) }) },
      GOOD,
    ]);
    expect(FailedEntryCount).toBe(6);
    expect(Entries.map(({ EventId, ErrorCode }) => ErrorCode ?? EventId)).toEqual([
      'event-1',
      'InvalidArgument',
      'InvalidArgument',
      'NotAuthorizedForSource',
      'MalformedDetail',
      'MalformedDetail',
      'InvalidArgument',
      'event-2',
    ]);
    expect(caught).toHaveLength(2);
  });

  it('has not taken what a target could not keep', async () => {
    const { bus, problems } = setUp();
    bus.addRule({ name: 'full', pattern: {}, target: () => Promise.reject(new Error('disk full')) });
    expect(await bus.putEvents([GOOD])).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: 'InternalFailure' }],
    });
    expect(problems).toHaveLength(1);
  });
});

describe('a publisher on a bus', () => {
  const dispatch = (text: string) =>
    ({ to: ['620100'], envelope: { from: '630100', type: 'Letter', text } }) as unknown;

  it('puts messages on it under their city and type', async () => {
    const { bus, caught } = setUp();
    await busPublisher(bus).publish([dispatch('one'), dispatch('two')] as Dispatch[]);
    expect(caught).toMatchObject([
      { source: 'shouwang.630100', 'detail-type': 'Letter', detail: { to: ['620100'], envelope: { text: 'one' } } },
      { detail: { envelope: { text: 'two' } } },
    ]);
  });

  it('says so when the bus did not take every one', async () => {
    const { bus } = setUp();
    const publishing = busPublisher(bus).publish([dispatch('x'.repeat(256 * 1024))] as Dispatch[]);
    await expect(publishing).rejects.toThrow(EntriesRefused);
  });
});

describe('links', () => {
  it('are cut and healed one way', () => {
    const links = new Links();
    const healed: string[] = [];
    links.onHealed((from, to) => healed.push(`${from} ${to}`));
    links.cut('630100', '620100');
    expect(() => links.pass('630100', '620100')).toThrow(LinkCut);
    expect(() => links.pass('620100', '630100')).not.toThrow();
    links.heal('620100', '630100');
    expect(healed).toEqual([]);
    links.heal('630100', '620100');
    expect(healed).toEqual(['630100 620100']);
    expect(() => links.pass('630100', '620100')).not.toThrow();
  });
});
