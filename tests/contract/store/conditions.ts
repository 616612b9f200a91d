import { expect, it } from 'vitest';
import { TransactionCancelled, type Write } from '../../../shared/data/store.ts';
import { type Context, put, reasonsOf, sortKeys } from './context.ts';

/** What must hold of rows for a transaction to be. */
export const describeConditions = ({ store, fresh }: Context): void => {
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
