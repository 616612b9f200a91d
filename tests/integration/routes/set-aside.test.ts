import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/set-aside/handler.ts';
import type { DeadLetterQueueName, DeadLettersSeen } from '../../../shared/exchange/dead-letters.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { setAsideRoutes } from '../../../shared/http/routes/set-aside.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { type RequestUnderWay, requestUnderWay, resealed } from '../../builders/request-under-way.ts';
import { createTestCell } from '../../builders/test-cell.ts';

const ADMINISTRATOR = `administrator@${LANZHOU}`;

interface Entry {
  readonly quarantineId: string;
  readonly retried?: { readonly by: { readonly id: string }; readonly takenIn: boolean };
}

let world: RequestUnderWay;
beforeEach(async () => {
  world = await requestUnderWay();
});

const onlyEntry = async (): Promise<Entry> => {
  const { body } = await world.call(ADMINISTRATOR, dutyRoomRoutes.listQuarantine);
  const [entry] = (body as { items: Entry[] }).items;
  return entry ?? expect.unreachable('something is quarantined');
};

const retry = (quarantineId: string) =>
  world.call(ADMINISTRATOR, setAsideRoutes.retryQuarantined, { params: { quarantineId } });

/** It comes while Lanzhou's clock is a month ahead, which is put right afterwards. */
const quarantinedByAWrongClock = async (): Promise<Entry> => {
  const { setTime, now } = world.cellOf(LANZHOU);
  const right = now();
  setTime('2026-08-31T00:00:00.000Z');
  expect(await world.arrive(world.placed)).toBe('quarantined');
  setTime(right);
  return onlyEntry();
};

describe('a quarantined message', () => {
  it('comes in again once its cause is mended, through every check, and the list says so', async () => {
    const { quarantineId } = await quarantinedByAWrongClock();
    const answer = await retry(quarantineId);
    expect(answer).toMatchObject({ status: 202, body: { quarantineId, retried: { takenIn: false } } });
    const [dispatch, ...others] = world.repeated(LANZHOU);
    expect([dispatch?.to, others]).toEqual([[LANZHOU], []]);
    expect(await world.take(LANZHOU, dispatch)).toBe('applied');
    expect(await onlyEntry()).toMatchObject({ retried: { by: { id: ADMINISTRATOR }, takenIn: true } });
    const { body } = await world.call(ADMINISTRATOR, dutyRoomRoutes.listNotices);
    expect((body as { items: { text: { en: string } }[] }).items.map(({ text }) => text.en)).toContainEqual(
      expect.stringContaining(`${ADMINISTRATOR} had a quarantined message come in again`),
    );
  });

  it('that is tried again under the same key is sent once', async () => {
    const { quarantineId } = await quarantinedByAWrongClock();
    const request = { params: { quarantineId }, headers: { 'idempotency-key': 'once' } };
    const first = await world.call(ADMINISTRATOR, setAsideRoutes.retryQuarantined, request);
    expect(await world.call(ADMINISTRATOR, setAsideRoutes.retryQuarantined, request)).toEqual(first);
    expect(world.repeated(LANZHOU)).toHaveLength(1);
  });

  it('that is still wrong stays one entry', async () => {
    expect(await world.arrive({ ...world.placed, exercise: true })).toBe('quarantined');
    const { quarantineId } = await onlyEntry();
    expect((await retry(quarantineId)).status).toBe(202);
    expect(await world.take(LANZHOU, world.repeated(LANZHOU)[0])).toBe('quarantined');
    expect(await onlyEntry()).toMatchObject({ quarantineId, retried: { takenIn: false } });
  });

  it('is not tried again when its sender was told, when it is no message, or when its time is over', async () => {
    expect(
      await world.arrive(await resealed(world.placed, { sequence: { [LANZHOU]: 1 }, conversation: world.agreementId })),
    ).toBe('quarantined');
    const codes = async () => ((await retry((await onlyEntry()).quarantineId)).body as { code: string }).code;
    expect(await codes()).toBe('refused-to-its-sender');
    await world.take(LANZHOU, { to: [LANZHOU], hello: 'world' });
    expect(await codes()).toBe('not-kept-whole');
    await world.arrive({ ...world.placed, expiresAt: '2026-07-15T00:00:00.000Z' });
    expect(await codes()).toBe('message-expired');
    expect(world.repeated(LANZHOU)).toEqual([]);
    expect((await retry('0190a000-0000-7000-8000-00000000ffff')).status).toBe(404);
  });
});

describe('dead letters', () => {
  const event = (from: string) => ({
    'detail-type': 'RequestResource',
    detail: { to: [XINING], envelope: { from, body: { contact: '13800000000' } } },
  });
  const seen: Partial<Record<DeadLetterQueueName, DeadLettersSeen>> = {
    inbox: {
      count: 30,
      letters: [
        { at: '2026-07-14T02:00:00.000Z', body: event(LANZHOU), reason: 'StoreThrottled' },
        { at: '2026-07-14T01:00:00.000Z', body: event(LANZHOU), reason: 'StoreThrottled' },
        { at: '2026-07-14T03:00:00.000Z', body: { anything: 'else' } },
      ],
    },
    rows: { count: 1, letters: [{ at: '2026-07-14T04:00:00.000Z', body: { pk: 'team#1', sk: 'EVENT#1' } }] },
    failed: {
      count: 1,
      letters: [
        {
          at: '2026-07-14T05:00:00.000Z',
          body: { requestPayload: event(XINING), requestContext: { condition: 'RetriesExhausted' } },
        },
      ],
    },
  };
  const asked: DeadLetterQueueName[] = [];
  const test = createTestCell();
  const handler = createHandler({
    ...test.cell,
    deadLetters: {
      look: async (queue) => seen[queue] ?? { count: 0, letters: [] },
      redrive: async (queue) => {
        asked.push(queue);
        return { putBack: 2, needless: 0, left: 1 };
      },
    },
  });

  it('are told by sort, age and reason, and nothing of what they say', async () => {
    const { body } = await test.call(handler, setAsideRoutes.listDeadLetters, { as: `auditor@${XINING}` });
    const { items } = body as { items: { queue: string; letters: object[] }[] };
    expect(items).toMatchObject([
      {
        queue: 'inbox',
        count: 30,
        since: '2026-07-14T01:00:00.000Z',
        letters: [
          { what: { zh: '兰州市的消息 RequestResource' }, count: 2, reason: 'StoreThrottled' },
          { what: { en: 'an event of the service itself' }, count: 1 },
        ],
      },
      { queue: 'rows', letters: [{ what: { en: 'a new row of team' }, count: 1 }] },
      { queue: 'undelivered', count: 0, letters: [] },
      { queue: 'failed', letters: [{ what: { en: 'a RequestResource of Xining' }, reason: 'RetriesExhausted' }] },
    ]);
    expect(JSON.stringify(body)).not.toContain('13800000000');
  });

  it('are tried again by the administrator, once for each key, and it is on record who did', async () => {
    const as = `administrator@${XINING}`;
    const request = { as, params: { queue: 'inbox' }, headers: { 'idempotency-key': 'again' } };
    const first = await test.call(handler, setAsideRoutes.redriveDeadLetters, request);
    expect(first).toMatchObject({ status: 200, body: { queue: 'inbox', putBack: 2, left: 1 } });
    expect(await test.call(handler, setAsideRoutes.redriveDeadLetters, request)).toEqual(first);
    expect(asked).toEqual(['inbox']);
    const { items } = await test.store.query({ pk: 'notices' });
    expect(items).toMatchObject([
      { subject: { kind: 'dead-letters', id: 'inbox' }, text: { zh: expect.stringContaining(as) } },
    ]);
    const unknown = await test.call(handler, setAsideRoutes.redriveDeadLetters, { as, params: { queue: 'outbox' } });
    expect(unknown.status).toBe(400);
  });
});
