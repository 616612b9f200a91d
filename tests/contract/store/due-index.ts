import { expect, it } from 'vitest';
import type { Item, Key, Store } from '../../../shared/data/store.ts';
import { DUE_PARTITION, TABLE } from '../../../shared/data/table.ts';
import { type Context, errorOf, put, sortKeys } from './context.ts';

const { dueIndex } = TABLE;

/** The sparse index of clocks that run out. */
export const describeDueIndex = ({ store, fresh }: Context): void => {
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
