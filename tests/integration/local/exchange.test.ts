import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Runtime, startRuntime } from '../../../infra/local/runtime.ts';
import { coordinatorOf, loadPostOffice, POST_OFFICE } from './post-office.ts';

const XINING = '630100';
/** Reached by the courier: another region of China. */
const LANZHOU = '620100';
/** Reached bus to bus: the same region. */
const HAIDONG = '630200';
const HAINAN = '632500';

const NOW = '2026-07-15T00:00:00.000Z';

let runtime: Runtime;
let people: Readonly<Record<string, Awaited<ReturnType<typeof coordinatorOf>>>>;

beforeAll(async () => {
  runtime = await startRuntime({
    catalog: POST_OFFICE,
    loadHandler: loadPostOffice,
    scheduleSeconds: 0,
    clock: { now: () => NOW },
  });
  const cities = [XINING, LANZHOU, HAIDONG, HAINAN];
  people = Object.fromEntries(
    await Promise.all(cities.map(async (city) => [city, await coordinatorOf(runtime.url, city)] as const)),
  );
});

afterAll(() => runtime.stop());

const coordinator = (city: string) => {
  const person = people[city];
  if (!person) throw new RangeError(city);
  return person;
};

/** Waits until a letter has come. */
const arrival = (city: string, id: string) =>
  vi.waitFor(
    async () => {
      const letter = (await coordinator(city).read()).find(({ sk }) => sk === id);
      if (!letter) throw new Error(`${id} has not come to ${city}`);
      return letter;
    },
    { timeout: 10_000, interval: 5 },
  );

const sizes = (city: string): Readonly<Record<string, number>> => runtime.cities.get(city)?.queues.sizes ?? {};

const ask = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(`${runtime.url}/_local/${path}`, { method, body: JSON.stringify(body) ?? null });
  return response.json();
};

const cut = (from: string, to: string, isCut: boolean) => ask('POST', `links/${from}/${to}`, { cut: isCut });

describe('a message', () => {
  it('is in every city it is for within moments, whichever way it goes, and nowhere else', async () => {
    await coordinator(XINING).post([LANZHOU], 'to warm up');
    const start = performance.now();
    const id = await coordinator(XINING).post([LANZHOU, HAIDONG], 'help');
    const letters = await Promise.all([arrival(LANZHOU, id), arrival(HAIDONG, id)]);
    expect(performance.now() - start).toBeLessThan(300);
    expect(letters.map(({ source, text }) => [source, text])).toEqual([
      ['shouwang.630100', 'help'],
      ['shouwang.630100', 'help'],
    ]);
    expect((await coordinator(HAINAN).read()).filter(({ sk }) => sk === id)).toEqual([]);
    expect((await coordinator(XINING).read()).filter(({ sk }) => sk === id)).toEqual([]);
  });

  it('to the own city goes no further than its own bus', async () => {
    const id = await coordinator(XINING).post([XINING], 'note to self');
    expect((await arrival(XINING, id)).text).toBe('note to self');
  });

  it('that came over a link is not sent on to a third city', async () => {
    const detail = { to: [HAIDONG, HAINAN], envelope: { pk: 'received', sk: 'sent-on', text: 'forged', from: XINING } };
    const entry = { Source: 'shouwang.630100', DetailType: 'Letter', Detail: detail };
    const answer = await ask('POST', `${HAIDONG}/events`, [entry]);
    expect(answer).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
    await arrival(HAIDONG, 'sent-on');
    await vi.waitFor(() => expect(sizes(HAIDONG)).toMatchObject({ inbox: 0, [`link-${HAINAN}`]: 0 }));
    expect((await coordinator(HAINAN).read()).map(({ sk }) => sk)).not.toContain('sent-on');
  });

  it('waits at a cut bus-to-bus link and passes when it heals', async () => {
    await cut(XINING, HAIDONG, true);
    expect(await ask('GET', 'links')).toEqual({ cut: [{ from: XINING, to: HAIDONG }] });
    const id = await coordinator(XINING).post([HAIDONG, HAINAN], 'patience');
    await arrival(HAINAN, id);
    await vi.waitFor(() => expect(sizes(XINING)).toMatchObject({ [`link-${HAIDONG}`]: 1 }));
    expect((await coordinator(HAIDONG).read()).map(({ sk }) => sk)).not.toContain(id);
    // The other direction is not cut.
    await arrival(XINING, await coordinator(HAIDONG).post([XINING], 'we hear you'));
    await cut(XINING, HAIDONG, false);
    expect((await arrival(HAIDONG, id)).text).toBe('patience');
    await vi.waitFor(() => expect(sizes(XINING)).toMatchObject({ [`link-${HAIDONG}`]: 0 }));
  });

  it('that the courier cannot deliver is given up after three tries, and delivered when it is redriven', async () => {
    await cut(XINING, LANZHOU, true);
    const id = await coordinator(XINING).post([LANZHOU, HAIDONG], 'by courier');
    await arrival(HAIDONG, id);
    await vi.waitFor(() => expect(sizes(XINING)).toMatchObject({ courier: 0, failed: 1 }), { timeout: 10_000 });
    expect(await ask('GET', `${XINING}/dlq`)).toMatchObject([
      { queue: 'failed', from: 'courier', reason: 'LinkCut: the link from 630100 to 620100 is cut' },
    ]);
    await cut(XINING, LANZHOU, false);
    expect(await ask('POST', `${XINING}/redrive`)).toEqual({ redriven: 1 });
    expect((await arrival(LANZHOU, id)).text).toBe('by courier');
  });

  it('that cannot be worked on goes to the dead letters and holds up nobody', async () => {
    await coordinator(XINING).post([HAINAN], 'poison');
    await arrival(HAINAN, await coordinator(XINING).post([HAINAN], 'fresh'));
    await vi.waitFor(() => expect(sizes(HAINAN)).toMatchObject({ 'inbox-dead-letters': 1, inbox: 0 }), {
      timeout: 15_000,
    });
    expect(await ask('GET', `${HAINAN}/dlq`)).toMatchObject([{ queue: 'inbox-dead-letters', from: 'inbox' }]);
  });
});

describe('a schedule', () => {
  it('runs when told to, in the city it is told to', async () => {
    const ticks = async (city: string) =>
      (await coordinator(city).read()).filter(({ text }) => text === `it is ${NOW}`).length;
    await runtime.runSchedule('clock', XINING);
    expect([await ticks(XINING), await ticks(LANZHOU)]).toEqual([1, 0]);
    await runtime.runSchedule('clock');
    expect([await ticks(XINING), await ticks(LANZHOU)]).toEqual([2, 1]);
    await expect(runtime.runSchedule('inbox', XINING)).rejects.toThrow('inbox has no schedule');
  });
});

describe('the development routes', () => {
  it('answer nobody who comes from a page of another origin', async () => {
    const response = await fetch(`${runtime.url}/_local/links`, { headers: { origin: 'https://example.org' } });
    expect(response.status).toBe(403);
  });

  it.each([
    ['POST', `${XINING}/events`, 'not a list', 400],
    ['POST', `links/${XINING}/${LANZHOU}`, { cut: 'perhaps' }, 400],
    ['POST', `links/${XINING}/999999`, { cut: true }, 404],
    ['GET', '999999/dlq', undefined, 404],
    ['GET', `${XINING}/secrets`, undefined, 404],
  ])('answer %s %s with %j: %i', async (method, path, body, status) => {
    const init = { method, body: body === undefined ? null : JSON.stringify(body) };
    expect((await fetch(`${runtime.url}/_local/${path}`, init)).status).toBe(status);
  });
});
