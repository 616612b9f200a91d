import { expect, it } from 'vitest';
import { type Item, TransactionCancelled, type Write } from '../../../shared/data/store.ts';
import { type Context, errorOf, put, reasonsOf, sortKeys } from './context.ts';

/** Transactions as a whole: all or nothing, their limits, their repeats. */
export const describeTransactions = ({ store, fresh }: Context): void => {
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
