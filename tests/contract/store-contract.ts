import { beforeAll, describe, expect, it } from 'vitest';
import { type Item, type Key, type Store, TransactionCancelled, type Write } from '../../shared/data/store.ts';
import { DUE_PARTITION, TABLE } from '../../shared/data/table.ts';

const { dueIndex } = TABLE;

/** Writes one transaction under a token of its own. */
const put = (store: Store, ...items: readonly Item[]): Promise<void> =>
  store.transact(
    items.map((item) => ({ kind: 'put', item })),
    crypto.randomUUID(),
  );

/** @returns the error a promise rejects with; fails when it does not reject. */
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.unreachable('should have been refused'),
    (error: unknown) => error,
  );

const reasonsOf = async (promise: Promise<unknown>): Promise<TransactionCancelled['reasons']> => {
  const error = await errorOf(promise);
  expect(error).toBeInstanceOf(TransactionCancelled);
  return (error as TransactionCancelled).reasons;
};

const sortKeys = (items: readonly Key[]): readonly string[] => items.map(({ sk }) => sk);

/**
 * What every adapter of the {@link Store} port must do. Rows of each test live in partitions of their own, so the table may hold
 * others.
 * @param createStore called once, before the first test.
 */
export const describeStoreContract = (name: string, createStore: () => Promise<Store>): void => {
  describe(`store contract: ${name}`, () => {
    let store: Store;
    let pk: string;
    beforeAll(async () => {
      store = await createStore();
    });
    const fresh = (): string => {
      pk = `contract#${crypto.randomUUID()}`;
      return pk;
    };
    const context = { store: () => store, fresh };
    describeReads(context);
    describeQueries(context);
    describeConditions(context);
    describeTransactions(context);
    describeDueIndex(context);
  });
};

interface Context {
  readonly store: () => Store;
  /** A partition key that no other test uses. */
  readonly fresh: () => string;
}

const describeReads = ({ store, fresh }: Context): void => {
  it('reads back what was put, value by value', async () => {
    const item: Item = {
      pk: fresh(),
      sk: 'STATE',
      text: '西宁 → 兰州 🚒',
      empty: '',
      count: 3,
      fraction: 36.617,
      negative: -0.001,
      large: 9_007_199_254_740_991,
      yes: true,
      nothing: null,
      list: [1, 'two', [null], { three: 3 }],
      map: { nested: { deep: ['x'] }, 'odd name.#:': 1, none: {} },
    };
    await put(store(), item);
    expect(await store().get(item)).toEqual(item);
  });

  it('leaves out undefined attributes, at every depth', async () => {
    const key = { pk: fresh(), sk: 'STATE' };
    await put(store(), { ...key, absent: undefined, map: { absent: undefined, present: 1 } });
    const read = await store().get(key);
    expect(read).toEqual({ ...key, map: { present: 1 } });
    expect(Object.keys(read ?? {})).not.toContain('absent');
  });

  it('finds nothing where nothing is', async () => {
    const pk = fresh();
    expect(await store().get({ pk, sk: 'STATE' })).toBeUndefined();
    expect(await store().query({ pk })).toEqual({ items: [] });
    expect(await store().getMany([])).toEqual([]);
  });

  it('does not let a caller change a row through what it put', async () => {
    const item = { pk: fresh(), sk: 'STATE', list: ['before'] };
    await put(store(), item);
    item.list.push('after');
    expect(await store().get(item)).toMatchObject({ list: ['before'] });
  });

  it('tells keys apart that differ in one character, of any script', async () => {
    const pk = fresh();
    const names = ['队', '隊', 'A', 'a', 'Ａ', '𠀀', '🚒', 'é', 'e\u0301', 'x#y', 'x y'];
    await put(store(), ...names.map((sk) => ({ pk, sk, own: sk })));
    for (const sk of names) expect(await store().get({ pk, sk })).toEqual({ pk, sk, own: sk });
  });

  it('reads up to 100 rows at once and leaves out the absent ones', async () => {
    const pk = fresh();
    const items = Array.from({ length: 99 }, (_, n) => ({ pk, sk: `ROW#${n}`, n }));
    await put(store(), ...items);
    const found = await store().getMany([...items.map(({ sk }) => ({ pk, sk })), { pk, sk: 'absent' }]);
    expect(found).toHaveLength(99);
    expect(found).toEqual(expect.arrayContaining(items));
  });

  it('refuses more than 100 keys at once, and the same key twice', async () => {
    const pk = fresh();
    const many = Array.from({ length: 101 }, (_, n) => ({ pk, sk: String(n) }));
    expect(await errorOf(store().getMany(many))).toBeInstanceOf(Error);
    expect(await errorOf(store().getMany([...many.slice(0, 2), { pk, sk: '0' }]))).toBeInstanceOf(Error);
  });
};

const describeQueries = ({ store, fresh }: Context): void => {
  const filled = async (...sks: readonly string[]): Promise<string> => {
    const pk = fresh();
    await put(store(), ...sks.map((sk) => ({ pk, sk })));
    return pk;
  };

  it('lists one partition in sort-key order, and no other', async () => {
    const pk = await filled('c', 'a', 'b');
    await put(store(), { pk: `${pk}#other`, sk: 'aa' });
    expect(sortKeys((await store().query({ pk })).items)).toEqual(['a', 'b', 'c']);
    expect(sortKeys((await store().query({ pk, descending: true })).items)).toEqual(['c', 'b', 'a']);
  });

  it('orders sort keys by their UTF-8 bytes', async () => {
    const pk = await filled('𠀀', 'Ａ', '\uE000', '中', 'z', 'Z', 'é', '𠀀b', '𠀀a');
    const { items } = await store().query({ pk });
    expect(sortKeys(items)).toEqual(['Z', 'z', 'é', '中', '\uE000', 'Ａ', '𠀀', '𠀀a', '𠀀b']);
  });

  it('takes a range with both its ends', async () => {
    const pk = await filled('EVENT#1', 'EVENT#2', 'EVENT#3', 'MESSAGE#1', 'STATE');
    const range = async (from: string, to: string) =>
      sortKeys((await store().query({ pk, between: [from, to] })).items);
    expect(await range('EVENT#', 'EVENT$')).toEqual(['EVENT#1', 'EVENT#2', 'EVENT#3']);
    expect(await range('EVENT#2', 'MESSAGE#1')).toEqual(['EVENT#2', 'EVENT#3', 'MESSAGE#1']);
    expect(await range('F', 'G')).toEqual([]);
    expect(await errorOf(store().query({ pk, between: ['b', 'a'] }))).toBeInstanceOf(Error);
  });

  it.each([false, true])('goes through a range page by page (descending: %s)', async (descending) => {
    const pk = await filled('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const seen: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const start = after === undefined ? {} : { after };
      const page = await store().query({ pk, between: ['b', 'f'], limit: 2, descending, ...start });
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...sortKeys(page.items));
      after = page.next;
      pages += 1;
    } while (after !== undefined);
    expect(seen).toEqual(descending ? ['f', 'e', 'd', 'c', 'b'] : ['b', 'c', 'd', 'e', 'f']);
    expect(pages).toBe(3);
  });

  it('goes on after a sort key that is not there, or lies outside the range', async () => {
    const pk = await filled('b', 'd', 'f');
    const after = async (sk: string, descending: boolean) =>
      sortKeys((await store().query({ pk, between: ['b', 'e'], after: sk, descending })).items);
    expect(await after('c', false)).toEqual(['d']);
    expect(await after('c', true)).toEqual(['b']);
    expect(await after('a', false)).toEqual(['b', 'd']);
    expect(await after('a', true)).toEqual([]);
    expect(await after('z', false)).toEqual([]);
    expect(await after('z', true)).toEqual(['d', 'b']);
  });

  it('fills a page although the rows are larger than one response', async () => {
    const pk = fresh();
    const text = '救'.repeat(100_000);
    const names = ['1', '2', '3', '4', '5', '6'];
    for (const sk of names) await put(store(), { pk, sk, text });
    const page = await store().query({ pk, limit: 5 });
    expect(sortKeys(page.items)).toEqual(['1', '2', '3', '4', '5']);
    expect(page.next).toBe('5');
    expect(sortKeys((await store().query({ pk })).items)).toEqual(names);
    const many = await store().getMany(names.map((sk) => ({ pk, sk })));
    expect(many.map((item) => item.text)).toEqual(names.map(() => text));
  });
};

const describeConditions = ({ store, fresh }: Context): void => {
  const token = () => crypto.randomUUID();

  it('`absent` lets a row come to be once', async () => {
    const item = { pk: fresh(), sk: 'STATE', version: 1 };
    const write: Write = { kind: 'put', item, condition: { kind: 'absent' } };
    await store().transact([write], token());
    expect(await reasonsOf(store().transact([write], token()))).toEqual(['condition']);
  });

  it('`equals` lets a row change from the value named only', async () => {
    const key = { pk: fresh(), sk: 'STATE' };
    const advance = (from: number | string) =>
      store().transact(
        [
          {
            kind: 'put',
            item: { ...key, version: 2 },
            condition: { kind: 'equals', attribute: 'version', value: from },
          },
        ],
        token(),
      );
    expect(await reasonsOf(advance(1))).toEqual(['condition']);
    await put(store(), { ...key, version: 1 });
    expect(await reasonsOf(advance(7))).toEqual(['condition']);
    expect(await reasonsOf(advance('1'))).toEqual(['condition']);
    await advance(1);
    expect(await store().get(key)).toEqual({ ...key, version: 2 });
  });

  it('compares text as text', async () => {
    const key = { pk: fresh(), sk: 'STATE' };
    await put(store(), { ...key, status: '已派出' });
    const remove = (value: string) =>
      store().transact([{ kind: 'delete', key, condition: { kind: 'equals', attribute: 'status', value } }], token());
    expect(await reasonsOf(remove('在途'))).toEqual(['condition']);
    await remove('已派出');
    expect(await store().get(key)).toBeUndefined();
  });

  it('checks a row without changing it', async () => {
    const pk = fresh();
    await put(store(), { pk, sk: 'AGREEMENT', status: 'in-force' });
    const place = (status: string) =>
      store().transact(
        [
          { kind: 'put', item: { pk, sk: status } },
          {
            kind: 'check',
            key: { pk, sk: 'AGREEMENT' },
            condition: { kind: 'equals', attribute: 'status', value: status },
          },
          { kind: 'check', key: { pk, sk: 'RECALL' }, condition: { kind: 'absent' } },
        ],
        token(),
      );
    expect(await reasonsOf(place('suspended'))).toEqual([undefined, 'condition', undefined]);
    await place('in-force');
    expect(sortKeys((await store().query({ pk })).items)).toEqual(['AGREEMENT', 'in-force']);
  });

  it('names every write whose condition does not hold, in order', async () => {
    const pk = fresh();
    await put(store(), { pk, sk: 'b' }, { pk, sk: 'd' });
    const writes = ['a', 'b', 'c', 'd'].map(
      (sk): Write => ({ kind: 'put', item: { pk, sk }, condition: { kind: 'absent' } }),
    );
    const reasons = await reasonsOf(store().transact(writes, token()));
    expect(reasons).toEqual([undefined, 'condition', undefined, 'condition']);
  });

  it('deletes with and without a condition, a row that is not there too', async () => {
    const key = { pk: fresh(), sk: 'STATE' };
    await store().transact([{ kind: 'delete', key }], token());
    await store().transact([{ kind: 'delete', key, condition: { kind: 'absent' } }], token());
    await put(store(), key);
    expect(
      await reasonsOf(store().transact([{ kind: 'delete', key, condition: { kind: 'absent' } }], token())),
    ).toEqual(['condition']);
  });

  it('lets one of several racing writers win', async () => {
    const pk = fresh();
    const commit = (team: string, order: number) =>
      store().transact([{ kind: 'put', item: { pk, sk: team, order }, condition: { kind: 'absent' } }], token());
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map((order) => commit('team', order)));
    const won = outcomes.flatMap((outcome, index) => (outcome.status === 'fulfilled' ? [index + 1] : []));
    const lost = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(won).toHaveLength(1);
    for (const error of lost) {
      expect(error).toBeInstanceOf(TransactionCancelled);
      expect(['condition', 'conflict']).toContain((error as TransactionCancelled).reasons[0]);
    }
    expect(await store().get({ pk, sk: 'team' })).toMatchObject({ order: won[0] });
  });
};

const describeTransactions = ({ store, fresh }: Context): void => {
  const token = () => crypto.randomUUID();
  const puts = (items: readonly Item[]): readonly Write[] => items.map((item) => ({ kind: 'put', item }));

  /** Refused whole and for good: no condition is to blame, nothing is written. */
  const expectRefused = async (pk: string, writes: readonly Write[]): Promise<void> => {
    const error = await errorOf(store().transact(writes, token()));
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(TransactionCancelled);
    expect((await store().query({ pk })).items).toEqual([]);
  };

  it('writes all or nothing', async () => {
    const pk = fresh();
    await put(store(), { pk, sk: 'taken' });
    const writes: readonly Write[] = [
      { kind: 'put', item: { pk, sk: 'first' } },
      { kind: 'delete', key: { pk, sk: 'taken' }, condition: { kind: 'equals', attribute: 'version', value: 1 } },
      { kind: 'put', item: { pk, sk: 'last' } },
    ];
    expect(await reasonsOf(store().transact(writes, token()))).toEqual([undefined, 'condition', undefined]);
    expect(sortKeys((await store().query({ pk })).items)).toEqual(['taken']);
  });

  it('takes 100 writes, and not one more, nor none', async () => {
    const pk = fresh();
    const items = Array.from({ length: 101 }, (_, n) => ({ pk, sk: String(n) }));
    await expectRefused(pk, puts(items));
    await expectRefused(pk, []);
    await store().transact(puts(items.slice(0, 100)), token());
    expect((await store().query({ pk })).items).toHaveLength(100);
  });

  it('refuses the same row twice in one transaction', async () => {
    const pk = fresh();
    await expectRefused(pk, [
      { kind: 'put', item: { pk, sk: 'STATE' } },
      { kind: 'delete', key: { pk, sk: 'STATE' } },
    ]);
  });

  it('refuses a row above 400 KB and takes one just below', async () => {
    const pk = fresh();
    await expectRefused(pk, puts([{ pk, sk: 'a', text: 'x'.repeat(400 * 1024) }]));
    await store().transact(puts([{ pk, sk: 'a', text: 'x'.repeat(399 * 1024) }]), token());
  });

  it('refuses a transaction above 4 MB', async () => {
    const pk = fresh();
    const text = 'x'.repeat(390 * 1024);
    await expectRefused(pk, puts(Array.from({ length: 11 }, (_, n) => ({ pk, sk: String(n), text }))));
  });

  it('refuses empty keys', async () => {
    const pk = fresh();
    await expectRefused(pk, puts([{ pk, sk: '' }]));
    expect(await errorOf(store().get({ pk, sk: '' }))).toBeInstanceOf(Error);
  });

  it('takes the repeat of a transaction for the same one', async () => {
    const pk = fresh();
    const once = token();
    const writes: readonly Write[] = [{ kind: 'put', item: { pk, sk: 'STATE' }, condition: { kind: 'absent' } }];
    await store().transact(writes, once);
    await store().transact(writes, once);
    expect(await reasonsOf(store().transact(writes, token()))).toEqual(['condition']);
  });

  it('does not undo later changes when an earlier transaction is repeated', async () => {
    const key = { pk: fresh(), sk: 'STATE' };
    const once = token();
    await store().transact(puts([{ ...key, version: 1 }]), once);
    await store().transact(puts([{ ...key, version: 2 }]), token());
    await store().transact(puts([{ ...key, version: 1 }]), once);
    expect(await store().get(key)).toMatchObject({ version: 2 });
  });

  it('refuses a token that was used for other writes', async () => {
    const key = { pk: fresh(), sk: 'STATE' };
    const once = token();
    await store().transact(puts([{ ...key, version: 1 }]), once);
    const error = await errorOf(store().transact(puts([{ ...key, version: 2 }]), once));
    expect(error).not.toBeInstanceOf(TransactionCancelled);
    expect(await store().get(key)).toMatchObject({ version: 1 });
  });

  it('takes tokens of any length', async () => {
    const key = { pk: fresh(), sk: 'STATE' };
    const long = `${'令'.repeat(100)}${token()}`;
    const create: readonly Write[] = [{ kind: 'put', item: { ...key, version: 1 }, condition: { kind: 'absent' } }];
    await store().transact(create, `${long}1`);
    await store().transact(create, `${long}1`);
    expect(await reasonsOf(store().transact(create, `${long}2`))).toEqual(['condition']);
  });
};

const describeDueIndex = ({ store, fresh }: Context): void => {
  const due = (pk: string, sk: string, dueAt: string): Item => ({
    pk,
    sk,
    [dueIndex.partitionKey]: DUE_PARTITION,
    [dueIndex.sortKey]: dueAt,
    more: 'not projected',
  });
  let days = 0;
  /** A day of its own in a century when no clock of the service can run out, so that other rows do not disturb. */
  const day = (): string => {
    days += 1;
    return new Date(Date.UTC(1800, 0, days)).toISOString().slice(0, 10);
  };
  const dueOn = async (pk: string, until: string): Promise<readonly string[]> => {
    const { keys } = await store().queryDue(until, 1000);
    return sortKeys(keys.filter((key) => key.pk === pk));
  };

  it('lists keys of rows whose clock has run out, earliest first, and of no others', async () => {
    const pk = fresh();
    const on = day();
    await put(
      store(),
      due(pk, 'third', `${on}T03:00:00.000Z`),
      due(pk, 'first', `${on}T01:00:00.000Z`),
      due(pk, 'second', `${on}T02:00:00.000Z`),
      { pk, sk: 'no clock' },
      { pk, sk: 'half a clock', [dueIndex.sortKey]: `${on}T01:00:00.000Z` },
    );
    await expect.poll(() => dueOn(pk, `${on}T03:00:00.000Z`)).toEqual(['first', 'second', 'third']);
    expect(await dueOn(pk, `${on}T02:59:59.999Z`)).toEqual(['first', 'second']);
    expect(await dueOn(pk, `${on}T00:00:00.000Z`)).toEqual([]);
    const { keys } = await store().queryDue(`${on}T03:00:00.000Z`, 1000);
    expect(keys.find((key) => key.pk === pk)).toEqual({ pk, sk: 'first' });
  });

  it('follows a row whose clock is moved, stopped or deleted', async () => {
    const pk = fresh();
    const on = day();
    const until = `${on}T12:00:00.000Z`;
    await put(store(), ...['moved', 'stopped', 'deleted', 'kept'].map((sk) => due(pk, sk, `${on}T01:00:00.000Z`)));
    await put(store(), due(pk, 'moved', `${on}T13:00:00.000Z`), { pk, sk: 'stopped' });
    await store().transact([{ kind: 'delete', key: { pk, sk: 'deleted' } }], crypto.randomUUID());
    await expect.poll(() => dueOn(pk, until)).toEqual(['kept']);
    expect(await dueOn(pk, `${on}T13:00:00.000Z`)).toEqual(['kept', 'moved']);
  });

  it('goes through the clocks page by page, several of one moment too', async () => {
    const pk = fresh();
    const on = day();
    const until = `${on}T01:00:00.000Z`;
    const names = ['a', 'b', 'c', 'd', 'e'];
    await put(store(), ...names.map((sk) => due(pk, sk, until)));
    await expect.poll(async () => (await dueOn(pk, until)).length).toBe(names.length);
    const seen: Key[] = [];
    let after: Awaited<ReturnType<Store['queryDue']>>['next'];
    do {
      const page = await store().queryDue(until, 2, after);
      expect(page.keys.length).toBeLessThanOrEqual(2);
      seen.push(...page.keys);
      after = page.next;
    } while (after !== undefined);
    expect(sortKeys(seen.filter((key) => key.pk === pk)).toSorted()).toEqual(names);
  });

  it('refuses a clock that is no text', async () => {
    const item = { ...due(fresh(), 'STATE', ''), [dueIndex.sortKey]: 5 };
    expect(await errorOf(put(store(), item))).toBeInstanceOf(Error);
  });
};
