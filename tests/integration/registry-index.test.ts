import { describe, expect, it } from 'vitest';
import { createHandler as createTeams } from '../../functions/teams/handler.ts';
import { lookUp } from '../../shared/data/lookup/look-up.ts';
import { indexEntries, indexedEntries, NotIndexed, removeSource } from '../../shared/data/lookup/registry-index.ts';
import type { MemoryStore } from '../../shared/data/memory-store.ts';
import { type Item, type Store, StoreThrottled, TransactionCancelled } from '../../shared/data/store.ts';
import { ENTITY } from '../../shared/data/table.ts';
import type { RegistryEntry } from '../../shared/domain/registry/registry-entry.ts';
import { teamRoutes } from '../../shared/http/routes/teams.ts';
import type { TeamView } from '../../shared/http/views/team.ts';
import { aFreshId, NOW, XINING } from '../builders/circumstances.ts';
import { createIndexingCell } from '../builders/indexing-cell.ts';
import { entryOf } from '../builders/registry/entry-of.ts';
import { aRegistry } from '../builders/registry-entries.ts';
import { someContact, someDetails } from '../builders/team.ts';
import { createTestCell, type TestCall } from '../builders/test-cell.ts';

const AS = `coordinator@${XINING}`;

const ofIndex = (store: MemoryStore) =>
  store.rows().filter(({ entity }) => entity === ENTITY.posting || entity === ENTITY.indexedEntry);
const documentsIn = (store: MemoryStore) => ofIndex(store).filter(({ entity }) => entity === ENTITY.indexedEntry);
const postingsIn = (store: MemoryStore) => ofIndex(store).filter(({ entity }) => entity === ENTITY.posting);
const sorted = (rows: readonly Item[]) => rows.toSorted((a, b) => (a.pk + a.sk < b.pk + b.sk ? -1 : 1));

describe('the function on the stream', () => {
  const world = () => {
    const city = createIndexingCell({ city: XINING, now: NOW });
    const teams = createTeams(city.cell);
    const call = async (contract: Parameters<typeof city.call>[1], request: TestCall): Promise<TeamView> => {
      const { status, body } = await city.call(teams, contract, { as: AS, ...request });
      expect(status, JSON.stringify(body)).toBe(contract.success.status);
      return body as TeamView;
    };
    const register = () => call(teamRoutes.registerTeam, { body: { ...someDetails(), dutyContact: someContact() } });
    const found = async (q: string) =>
      (await lookUp(city.cell, { q, limit: 10 }, NOW)).hits.map(({ entry }) => entry.id);
    return { city, call, register, found };
  };

  it('is told of the events of what can be looked up, and of nothing else', async () => {
    const { city, register } = world();
    await register();
    const told = await city.store.getMany(city.notes);
    expect(told.map(({ entity }) => entity)).toEqual([ENTITY.event]);
    await city.index();
    expect(city.notes).toEqual([]);
  });

  it('follows an entry from its registration to its end', async () => {
    const { city, call, register, found } = world();
    const { teamId } = await register();
    await city.index();
    expect(await found('冲锋舟')).toEqual([teamId]);
    const { leader: _, ...details } = someDetails({ equipment: [{ name: '水下机器人', quantity: 1, unit: '台' }] });
    const body = { ...details, leader: someDetails().leader };
    await call(teamRoutes.changeTeam, { params: { teamId }, body, headers: { 'if-match': '"1"' } });
    await city.index();
    expect(await found('冲锋舟')).toEqual([]);
    expect(await found('水下机器人')).toEqual([teamId]);
    await call(teamRoutes.retireTeam, { params: { teamId }, body: { reason: '整编' } });
    await city.index();
    expect(await found('水下机器人')).toEqual([]);
    expect(postingsIn(city.store)).toEqual([]);
  });

  it('writes the document only when nothing changes that an entry is found by', async () => {
    const { city, call, register } = world();
    const { teamId } = await register();
    await city.index();
    const before = postingsIn(city.store);
    const away = {
      from: '2026-08-01T00:00:00.000Z',
      until: '2026-08-02T00:00:00.000Z',
      available: false,
      reason: '检修',
    };
    const request = { params: { teamId }, body: { periods: [away] }, headers: { 'if-match': '"1"' } };
    await call(teamRoutes.setTeamAvailability, request);
    const written: string[] = [];
    await city.index({
      ...city.store,
      transact: async (writes, token) => {
        written.push(...writes.map(({ kind }) => kind));
        await city.store.transact(writes, token);
      },
    });
    expect(written).toEqual(['put']);
    expect(postingsIn(city.store)).toEqual(before);
    expect(documentsIn(city.store)[0]?.entry).toMatchObject({ blocked: [{ from: away.from, until: away.until }] });
  });

  it('is told again of what it could not write, and of nothing else', async () => {
    const { city, register, found } = world();
    const { teamId } = await register();
    const second = await register();
    const refusing: Store = {
      ...city.store,
      transact: async (writes, token) => {
        const about = JSON.stringify(writes);
        if (about.includes(second.teamId)) throw new StoreThrottled();
        await city.store.transact(writes, token);
      },
    };
    const answer = await city.index(refusing, city.notes);
    expect(city.notes).toHaveLength(2);
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1' }] });
    expect(await found('冲锋舟')).toEqual([teamId]);
    expect(await city.index()).toEqual({ batchItemFailures: [] });
    expect((await found('冲锋舟')).toSorted()).toEqual([teamId, second.teamId].toSorted());
  });

  it('comes to the same when it is told again, and late', async () => {
    const { city, call, register } = world();
    const { teamId } = await register();
    const old = [...city.notes];
    await call(teamRoutes.retireTeam, { params: { teamId }, body: { reason: '整编' } });
    await city.index();
    const after = ofIndex(city.store);
    await city.index(city.store, old);
    expect(ofIndex(city.store)).toEqual(after);
  });
});

describe('the index', () => {
  const change = (entry: RegistryEntry, version = 1) => ({ kind: entry.kind, id: entry.id, version, entry });
  const gone = ({ kind, id }: RegistryEntry, version: number) => ({ kind, id, version, entry: undefined });
  const [first] = aRegistry();
  if (!first) throw new Error('the registry holds something');

  /** More words than fit into one transaction. */
  const wordy = (salt: number): RegistryEntry =>
    entryOf({
      ...first,
      id: first.id,
      words: Array.from({ length: 90 }, (_, index) => `word${salt}x${index}`),
    });

  it('never puts something older in the place of something newer', async () => {
    const { cell, store } = createTestCell();
    await indexEntries(cell, 'own', [change({ ...first, name: '新名称' }, 3)]);
    const after = ofIndex(store);
    await indexEntries(cell, 'own', [change(first, 2), gone(first, 1)]);
    expect(ofIndex(store)).toEqual(after);
    await indexEntries(cell, 'own', [gone(first, 4)]);
    await indexEntries(cell, 'own', [change(first, 3)]);
    expect(postingsIn(store)).toEqual([]);
  });

  it('takes the newest of several changes of an entry', async () => {
    const { cell, store } = createTestCell();
    await indexEntries(cell, 'own', [change({ ...first, name: '新名称' }, 2), change(first, 1)]);
    expect(documentsIn(store)).toMatchObject([{ version: 2, entry: { name: '新名称' } }]);
  });

  it('is the same whatever way an entry came to be as it is', async () => {
    const [straight, roundabout] = [createTestCell(), createTestCell()];
    const moved = { ...first, position: { ...first.position, longitude: 99.5 }, readinessMinutes: 99 };
    await indexEntries(straight.cell, 'own', [change(moved, 9)]);
    for (const [index, entry] of [first, wordy(1), wordy(2), moved, first, moved].entries())
      await indexEntries(roundabout.cell, 'own', [change(entry, index + 4)]);
    expect(sorted(ofIndex(roundabout.store))).toEqual(sorted(ofIndex(straight.store)));
  });

  it('finishes what was broken off between two transactions', async () => {
    const whole = createTestCell();
    await indexEntries(whole.cell, 'own', [change(wordy(2), 2)]);
    // Each time the table fails one transaction later; what fails once comes again.
    for (let allowed = 0; allowed < 5; allowed += 1) {
      const { cell, store } = createTestCell();
      await indexEntries(cell, 'own', [change(wordy(1), 1)]);
      let left = allowed;
      const failing: Store = {
        ...store,
        transact: async (writes, token) => {
          left -= 1;
          if (left < 0) throw new Error('the process ended');
          await store.transact(writes, token);
        },
      };
      await indexEntries({ ...cell, store: failing }, 'own', [change(wordy(2), 2)]).catch(() => undefined);
      await indexEntries(cell, 'own', [change(wordy(2), 2)]);
      expect(sorted(ofIndex(store)), `after ${allowed}`).toEqual(sorted(ofIndex(whole.store)));
    }
  });

  it('tries again when others were quicker, and says what it gave up', async () => {
    const { cell, store } = createTestCell();
    let cancelled = 0;
    const contended = (times: number): Store => ({
      ...store,
      transact: async (writes, token) => {
        cancelled += 1;
        if (cancelled <= times) throw new TransactionCancelled(writes.map(() => 'conflict'));
        await store.transact(writes, token);
      },
    });
    await indexEntries({ ...cell, store: contended(3) }, 'own', [change(first)]);
    expect(documentsIn(store)).toHaveLength(1);
    cancelled = 0;
    const giving = indexEntries({ ...cell, store: contended(1000) }, 'own', [change(first, 2), change(wordy(1), 3)]);
    await expect(giving).rejects.toThrow(NotIndexed);
  });

  it('keeps apart what is known under different agreements, and forgets one of them whole', async () => {
    const { cell, store } = createTestCell();
    const [one, other] = [{ agreement: aFreshId() }, { agreement: aFreshId() }];
    const entries = aRegistry().slice(0, 60);
    await indexEntries(cell, 'own', [change(first)]);
    const own = sorted(ofIndex(store));
    await indexEntries(cell, one, [...entries.map((entry) => change(entry)), change(wordy(3), 2)]);
    await indexEntries(cell, other, [change(first)]);
    await removeSource(cell, one);
    expect((await indexedEntries(cell, one, { limit: 10 })).entries).toEqual([]);
    expect((await indexedEntries(cell, other, { limit: 10 })).entries).toEqual([{ entry: first, version: 1 }]);
    await removeSource(cell, other);
    expect(sorted(ofIndex(store))).toEqual(own);
  });

  it('pages through what it holds of a source', async () => {
    const { cell } = createTestCell();
    const entries = aRegistry().slice(0, 7);
    await indexEntries(cell, 'own', [...entries.map((entry) => change(entry)), gone(wordy(1), 5)]);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await indexedEntries(cell, 'own', { limit: 3, after });
      seen.push(...page.entries.map(({ entry }) => entry.id));
      after = page.next;
    } while (after !== undefined);
    expect(seen.toSorted()).toEqual(
      entries
        .slice(1)
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});
