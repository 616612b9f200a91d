import { describe, expect, it } from 'vitest';
import type { Execution } from '../../../shared/data/execute.ts';
import { executeTogether } from '../../../shared/data/execute-together.ts';
import { loadSet } from '../../../shared/data/loaded.ts';
import { TABLE_TRANSACTION_WRITES, type Write } from '../../../shared/data/store.ts';
import { conversationsOf } from '../../../shared/exchange/conversation.ts';
import { teamConversation } from '../../../shared/exchange/conversations/team.ts';
import { aFreshId, aPerson, XINING } from '../../builders/circumstances.ts';
import { someContact, someDetails } from '../../builders/team.ts';
import { createTestCell } from '../../builders/test-cell.ts';

const conversations = conversationsOf(teamConversation);

const registration = (n: number, id = aFreshId()): Execution => ({
  target: { kind: 'team', id },
  actor: aPerson('coordinator', XINING),
  command: () => ({ type: 'register', id, details: someDetails({ name: `第${n}队` }), dutyContact: someContact() }),
});

const world = () => {
  const test = createTestCell({ city: XINING });
  const transactions: (readonly Write[])[] = [];
  const store = {
    ...test.cell.store,
    transact: async (writes: readonly Write[], token: string) => {
      transactions.push(writes);
      await test.cell.store.transact(writes, token);
    },
  };
  const cell = { ...test.cell, store };
  const run = async (executions: readonly Execution[]) => {
    const loaded = await loadSet(
      store,
      conversations,
      executions.map(({ target }) => target),
    );
    return () => executeTogether(cell, conversations, executions, loaded);
  };
  return { test, transactions, run };
};

describe('commands executed together', () => {
  it('take few transactions, each with room for a note of whom to tell of it', async () => {
    const { transactions, run } = world();
    const done = await (await run(Array.from({ length: 30 }, (_, n) => registration(n))))();
    expect(done.every((each) => each !== undefined)).toBe(true);
    expect(transactions.length).toBeLessThan(30 / 3);
    for (const writes of transactions) expect(writes.length + 1).toBeLessThanOrEqual(TABLE_TRANSACTION_WRITES);
  });

  it('leave out what is refused, and do the rest', async () => {
    const { run } = world();
    const [first, second] = [registration(1), registration(2)];
    await (await run([first]))();
    const again = await (await run([first, second]))();
    expect(again.map((each) => each !== undefined)).toEqual([false, true]);
  });

  it('do nothing of a transaction that somebody else beat', async () => {
    const { test, run } = world();
    const [first, second] = [registration(1), registration(2)];
    const late = await run([first, second]);
    await (await run([first]))();
    const rows = test.store.rows().length;
    expect(await late()).toEqual([undefined, undefined]);
    expect(test.store.rows()).toHaveLength(rows);
  });
});
