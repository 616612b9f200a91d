import type { Context } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/ledger-index/handler.ts';
import type { FoundEntry } from '../../../shared/data/ledger-index.ts';
import { ENTITY } from '../../../shared/data/table.ts';
import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { commitTeam, type Neighbours, neighbours } from '../../builders/neighbours.ts';
import { queueEvent } from '../../builders/told-of-rows.ts';

const AUDITOR = `auditor@${XINING}`;

let world: Neighbours;
let requestId: string;

/** The city's index is told of all that has happened, ten entries at a time. */
const tell = async (city: string): Promise<void> => {
  const { cell, store } = world.cellOf(city);
  const handler = createHandler(cell);
  const notes = store.rows().filter(({ entity }) => entity === ENTITY.event);
  for (let n = 0; n < notes.length; n += 10)
    expect(await handler(queueEvent(notes.slice(n, n + 10)), {} as Context)).toEqual({ batchItemFailures: [] });
};

beforeAll(async () => {
  world = await neighbours();
  ({ requestId } = await commitTeam(world));
  await tell(XINING);
});

const search = async (query: Readonly<Record<string, string>>, as = AUDITOR) => {
  const { status, body } = await world.call(as, ledgerRoutes.searchLedgers, { query });
  return { status, ...(body as { items: FoundEntry[]; nextCursor?: string; code?: string }) };
};

describe('entries of all ledgers are found', () => {
  it('newest first, each once, however often they are told of', async () => {
    await tell(XINING);
    const { items } = await search({ limit: '200' });
    const entries = world
      .cellOf(XINING)
      .store.rows()
      .filter(({ entity }) => entity === ENTITY.event);
    expect(items).toHaveLength(entries.length);
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  it('by kind, with what they are called', async () => {
    const { items } = await search({ kind: 'request' });
    expect(new Set(items.map(({ kind, id }) => `${kind} ${id}`))).toEqual(new Set([`request ${requestId}`]));
    const [incident] = (await search({ kind: 'incident' })).items;
    expect(incident?.title).toEqual(expect.any(String));
  });

  it('by what happened, and by who did it', async () => {
    expect((await search({ type: 'requestPlaced' })).items).toMatchObject([
      { kind: 'request', id: requestId, type: 'requestPlaced', actor: { kind: 'person', id: `coordinator@${XINING}` } },
    ]);
    const ofApprover = (await search({ actor: `approver@${XINING}` })).items;
    expect(ofApprover.map(({ type }) => type)).toEqual(['requestApproved']);
    const ofLanzhou = (await search({ actor: LANZHOU })).items;
    expect(ofLanzhou.length).toBeGreaterThan(0);
    for (const { actor } of ofLanzhou) expect(actor).toEqual({ kind: 'city', id: LANZHOU });
  });

  it('by the day in China, and between moments', async () => {
    const day = (date: string) => search({ day: date, limit: '200' });
    // 00:00 UTC is eight in the morning in China.
    expect((await day(NOW.slice(0, 10))).items.length).toBeGreaterThan(0);
    expect((await day('2026-07-13')).items).toEqual([]);
    expect((await search({ from: '2026-07-16T00:00:00.000Z' })).items).toEqual([]);
    expect((await search({ to: '2026-07-14T00:00:00.000Z' })).items).toEqual([]);
    expect((await search({ from: '2026-07-14T00:00:00+08:00', to: '2026-07-16T00:00:00+08:00' })).items).not.toEqual(
      [],
    );
  });

  it('page by page', async () => {
    const all = (await search({ kind: 'request', limit: '200' })).items;
    const found: FoundEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await search({ kind: 'request', limit: '2', ...(cursor === undefined ? {} : { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(found).toEqual(all);
  });

  it('without what they say, and without what is private', async () => {
    await world.done(`coordinator@${XINING}`, notificationSettingsRoutes.saveOwnNotificationSettings, {
      body: { language: 'zh', ways: [] },
      headers: { 'if-match': '"0"' },
    });
    expect(
      world
        .cellOf(XINING)
        .store.rows()
        .map(({ kind }) => kind),
    ).toContain('notification-settings');
    await tell(XINING);
    const { items } = await search({ limit: '200' });
    expect(items.filter(({ kind }) => kind === 'notification-settings')).toEqual([]);
    for (const item of items)
      expect(['kind', 'id', 'sequence', 'at', 'type', 'actor', 'title', 'exercise']).toEqual(
        expect.arrayContaining(Object.keys(item)),
      );
  });

  it.each([
    ['two things at once', { kind: 'request', actor: XINING }],
    ['a day and a moment', { day: '2026-07-15', from: NOW }],
    ['an end before the beginning', { from: NOW, to: '2026-07-01T00:00:00.000Z' }],
    ['a kind that is none', { kind: 'sandwich' }],
    ['a type that is none', { type: 'Request Placed' }],
    ['a day that is none', { day: '2026-02-30' }],
  ])('but not by %s', async (_, query) => {
    expect((await search(query)).status).toBe(400);
  });
});
