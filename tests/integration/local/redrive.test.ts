import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { localDeadLetters } from '../../../infra/local/city/local-dead-letters.ts';
import { type Runtime, startRuntime } from '../../../infra/local/runtime.ts';
import { CannotRedrive } from '../../../scripts/redrive/cannot-redrive.ts';
import { redriveEmbedded } from '../../../scripts/redrive/embedded.ts';
import { coordinatorOf, loadPostOffice, POST_OFFICE } from './post-office.ts';

const CITY = '630100';

let runtime: Runtime;
beforeAll(async () => {
  runtime = await startRuntime({ catalog: POST_OFFICE, loadHandler: loadPostOffice, scheduleSeconds: 0 });
});
afterAll(() => runtime.stop());

const queues = () => runtime.cities.get(CITY)?.queues ?? expect.unreachable('the city runs');

/** A letter lies among what was given up. */
const giveUp = (name: 'inbox-dead-letters' | 'failed', id: string) => {
  const envelope = { pk: 'received', sk: id, text: 'late', to: [CITY] };
  const body = { source: 'shouwang.620100', 'detail-type': 'Letter', detail: { to: [CITY], envelope } };
  return queues().deadLetters[name].send([{ queue: 'inbox', body }]);
};

const arrivals = async (): Promise<readonly string[]> => {
  const letters = await (await coordinatorOf(runtime.url, CITY)).read();
  return letters.map(({ sk }) => sk);
};

describe('the dead letters of a city in this process', () => {
  it('are looked at, and put back, by the port that the API uses', async () => {
    await giveUp('inbox-dead-letters', 'by the port');
    const deadLetters = localDeadLetters(queues());
    expect(await deadLetters.look('inbox')).toMatchObject({
      count: 1,
      letters: [{ body: { source: 'shouwang.620100' } }],
    });
    expect(await deadLetters.look('rows')).toEqual({ count: 0, letters: [] });
    expect(await deadLetters.redrive('inbox')).toEqual({ putBack: 1, needless: 0, left: 0 });
    await vi.waitFor(async () => expect(await arrivals()).toEqual(['by the port']));
    expect((await deadLetters.look('inbox')).count).toBe(0);
  });
});

describe('redriving an embedded runtime', () => {
  it('puts back what is in one queue, then the rest', async () => {
    await giveUp('inbox-dead-letters', 'from the inbox');
    await giveUp('failed', 'from a function');
    expect((await redriveEmbedded(runtime.url, CITY, 'inbox')).en).toBe('1 put back.');
    await vi.waitFor(async () => expect(await arrivals()).toEqual(['by the port', 'from the inbox']));
    expect(queues().sizes).toMatchObject({ 'inbox-dead-letters': 0, failed: 1 });
    expect((await redriveEmbedded(runtime.url, CITY, undefined)).zh).toBe('已移回1条。');
    await vi.waitFor(async () =>
      expect(await arrivals()).toEqual(['by the port', 'from a function', 'from the inbox']),
    );
    expect((await redriveEmbedded(runtime.url, CITY, 'undelivered')).en).toBe('0 put back.');
  });

  it('says so when the city, the queue or the runtime is not there', async () => {
    await expect(redriveEmbedded(runtime.url, '999999', undefined)).rejects.toThrow(CannotRedrive);
    const nowhere = await fetch(`${runtime.url}/_local/${CITY}/redrive/outbox`, { method: 'POST' });
    expect(nowhere.status).toBe(404);
    await expect(redriveEmbedded('http://127.0.0.1:1', CITY, undefined)).rejects.toMatchObject({
      text: { zh: expect.stringContaining('没有应答') },
    });
  });
});
