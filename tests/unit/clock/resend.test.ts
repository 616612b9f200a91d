import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/clock/handler.ts';
import { receiveMessage } from '../../../functions/exchange-inbox/receive-message.ts';
import type { Store } from '../../../shared/data/store.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, millisecondsBetween, plus } from '../../../shared/domain/kernel/instant.ts';
import { CONVERSATIONS } from '../../../shared/exchange/conversations/index.ts';
import type { Dispatch } from '../../../shared/exchange/ports.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { type RequestUnderWay, requestUnderWay } from '../../builders/request-under-way.ts';

/** Xining's request is on its way to Lanzhou, which nothing reaches. */
let world: RequestUnderWay;
beforeEach(async () => {
  world = await requestUnderWay();
});

interface Rung {
  readonly rung: number;
  readonly failed: number;
}

/** The clock of Xining looks, `milliseconds` after the request was placed. */
const lookAfter = (milliseconds: number, store: Partial<Store> = {}): Promise<Rung> => {
  world.setTime(plus(NOW, milliseconds));
  const { cell } = world.cellOf(XINING);
  return createHandler({ ...cell, store: { ...cell.store, ...store } })({} as never);
};

/** When the row of the request's message is due, milliseconds after it was placed; `undefined`: never. */
const nextDue = (): number | undefined => {
  const row = world
    .cellOf(XINING)
    .store.rows()
    .find(({ sk }) => sk === `MESSAGE#${world.placed.id}`);
  return row?.dueAt === undefined ? undefined : millisecondsBetween(NOW, String(row.dueAt));
};

const sent = (): readonly Dispatch[] => world.repeated(XINING);

/** Lets the clock look whenever the message is due, until it no longer is. @returns when it was sent again, milliseconds. */
const untilGivenUp = async (): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let due = nextDue(); due !== undefined; due = nextDue()) {
    const before = sent().length;
    await lookAfter(due);
    if (sent().length > before) times.push(due);
  }
  return times;
};

const urgentNotices = async (): Promise<readonly { text: { zh: string; en: string } }[]> => {
  const { body } = await world.call(world.requester, dutyRoomRoutes.listNotices, { query: { limit: '200' } });
  const { items } = body as { items: { urgency: string; text: { zh: string; en: string } }[] };
  return items.filter(({ text }) => text.en.includes('delivered'));
};

describe('a message without a receipt', () => {
  it('is not sent again before a minute has passed', async () => {
    expect(await lookAfter(MINUTE_MS - 1)).toEqual({ rung: 0, failed: 0 });
    expect(sent()).toEqual([]);
    await lookAfter(MINUTE_MS);
    expect(sent()).toEqual([{ to: [LANZHOU], envelope: world.placed }]);
  });

  it('is sent again after 1, 2, 4 … minutes, then every hour, for a fortnight', async () => {
    const times = await untilGivenUp();
    expect(times.slice(0, 8).map((time) => time / MINUTE_MS)).toEqual([1, 3, 7, 15, 31, 63, 123, 183]);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.max(...gaps)).toBe(HOUR_MS);
    expect(times.at(-1)).toBeGreaterThan(14 * DAY_MS - HOUR_MS);
    expect(times.at(-1)).toBeLessThan(14 * DAY_MS);
  });

  it('is given up after that: the duty room is told to telephone, and the request knows', async () => {
    await lookAfter(13 * DAY_MS);
    expect(await urgentNotices()).toEqual([]);
    await untilGivenUp();
    expect(await urgentNotices()).toMatchObject([
      { text: { zh: expect.stringMatching(/兰州.*未能送达.*电话/), en: expect.stringMatching(/Lanzhou.*phone/) } },
    ]);
    const { body } = await world.call(world.requester, requestRoutes.readRequest, { params: world.params });
    expect((body as RequestView).placements).toMatchObject([
      { status: 'refused-by-exchange', failure: { code: 'undeliverable', messageId: world.placed.id } },
    ]);
    await lookAfter(15 * DAY_MS);
    expect(await urgentNotices()).toHaveLength(1);
  });

  it('is given up at once where the clock has not looked for a fortnight', async () => {
    await lookAfter(20 * DAY_MS);
    expect(sent()).toEqual([]);
    expect(nextDue()).toBeUndefined();
    expect(await urgentNotices()).toHaveLength(1);
  });

  it('stays on the list of what the partner has not confirmed, with the hours', async () => {
    await lookAfter(3 * HOUR_MS);
    const { body } = await world.call(world.requester, dutyRoomRoutes.listUnconfirmedMessages);
    expect(body).toMatchObject({ items: [{ messageId: world.placed.id, pending: [LANZHOU], hours: 3 }] });
  });
});

describe('a receipt', () => {
  const receipt = async (): Promise<Dispatch> => {
    await world.arrive(world.placed);
    const [answer] = world.intercepted();
    return answer ?? expect.unreachable('what is applied is receipted');
  };

  it('ends the sending', async () => {
    await world.take(XINING, await receipt());
    expect(await lookAfter(MINUTE_MS)).toEqual({ rung: 0, failed: 0 });
    expect(await lookAfter(DAY_MS)).toMatchObject({ failed: 0 });
    expect(sent()).toEqual([]);
  });

  it('that comes in while the clock is about to send again wins', async () => {
    const answer = await receipt();
    const { store } = world.cellOf(XINING);
    let raced = false;
    const transact: Store['transact'] = async (writes, token) => {
      if (!raced) {
        raced = true;
        await world.take(XINING, answer);
      }
      return store.transact(writes, token);
    };
    expect(await lookAfter(MINUTE_MS, { transact })).toEqual({ rung: 1, failed: 0 });
    expect(raced).toBe(true);
    expect(sent()).toEqual([]);
    expect(nextDue()).toBeUndefined();
  });

  it('that the clock overtakes while it is being noted is noted all the same', async () => {
    const answer = await receipt();
    const { cell, store } = world.cellOf(XINING);
    let overtaken = false;
    const transact: Store['transact'] = async (writes, token) => {
      if (!overtaken) {
        overtaken = true;
        await lookAfter(MINUTE_MS);
      }
      return store.transact(writes, token);
    };
    const detail: unknown = JSON.parse(JSON.stringify(answer));
    expect(await receiveMessage({ ...cell, store: { ...store, transact } }, CONVERSATIONS, detail)).toBe('applied');
    expect(sent()).toHaveLength(1);
    expect(nextDue()).toBeUndefined();
  });

  it('after the message was given up still clears the list', async () => {
    const answer = await receipt();
    await untilGivenUp();
    expect(await world.take(XINING, answer)).toBe('applied');
    const { body } = await world.call(world.requester, dutyRoomRoutes.listUnconfirmedMessages);
    expect(body).toEqual({ items: [] });
  });
});
