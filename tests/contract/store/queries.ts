import { expect, it } from 'vitest';
import { type Context, errorOf, put, sortKeys } from './context.ts';

/** Partitions read in order. */
export const describeQueries = ({ store, fresh }: Context): void => {
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
