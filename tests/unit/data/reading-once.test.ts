import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../shared/data/memory-store.ts';
import { readingOnce } from '../../../shared/data/reading-once.ts';
import { countingStore } from '../../builders/counting-store.ts';

const ROW = { pk: 'settings', sk: 'of the city' };

const setUp = async () => {
  const disk = createMemoryStore({ now: () => 0 });
  await disk.transact([{ kind: 'put', item: { ...ROW, way: 'mail' } }], 'first');
  const { store, trips } = countingStore(disk);
  return { disk, trips, once: readingOnce(store) };
};

describe('a store for one batch', () => {
  it('reads what many ask for once, even when they ask at the same time', async () => {
    const { once, trips } = await setUp();
    const query = { pk: ROW.pk, limit: 3 };
    const answers = await Promise.all([once.get(ROW), once.get(ROW), once.query(query), once.query({ ...query })]);
    expect(answers[0]).toMatchObject({ way: 'mail' });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[3]).toEqual(answers[2]);
    expect(trips).toEqual(['get', 'query']);
  });

  it('reads apart what is asked for in other words', async () => {
    const { once, trips } = await setUp();
    expect(await once.get({ pk: 'settings', sk: 'of somebody' })).toBeUndefined();
    await once.get(ROW);
    await once.query({ pk: ROW.pk });
    await once.query({ pk: ROW.pk, descending: true });
    expect(trips).toEqual(['get', 'get', 'query', 'query']);
  });

  it('writes, and reads many, as ever', async () => {
    const { once, disk } = await setUp();
    await once.transact([{ kind: 'put', item: { ...ROW, way: 'phone' } }], 'second');
    expect(await disk.get(ROW)).toMatchObject({ way: 'phone' });
    expect(await once.getMany([ROW])).toMatchObject([{ way: 'phone' }]);
  });
});
