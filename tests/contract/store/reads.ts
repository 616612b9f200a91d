import { expect, it } from 'vitest';
import type { Item } from '../../../shared/data/store.ts';
import { type Context, errorOf, put } from './context.ts';

/** Rows read by their keys. */
export const describeReads = ({ store, fresh }: Context): void => {
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
