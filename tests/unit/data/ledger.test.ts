import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstBrokenLink, GENESIS, type LedgerEntry, sealEntry } from '../../../shared/data/ledger.ts';

const ID = '0190a000-0000-7000-8000-000000000001';

const chainOf = (length: number): LedgerEntry[] => {
  const entries: LedgerEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1)
    entries.push(
      sealEntry({
        kind: 'team',
        id: ID,
        sequence,
        type: 'teamChanged',
        at: '2026-07-15T00:00:00.000Z',
        city: '630100',
        actor: { kind: 'clock', city: '630100' },
        data: { headcount: sequence, note: '值班' },
        messages: [],
        previous: entries.at(-1)?.hash ?? GENESIS,
      }),
    );
  return entries;
};

const headOf = (entries: readonly LedgerEntry[]): string => entries.at(-1)?.hash ?? GENESIS;

describe('a hash-chained ledger', () => {
  it('holds when nobody touched it, also when it is empty', () => {
    expect(firstBrokenLink([], GENESIS)).toBeUndefined();
    const entries = chainOf(5);
    expect(firstBrokenLink(entries, headOf(entries))).toBeUndefined();
  });

  it('names the first entry that somebody changed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), (length, pick) => {
        const entries = chainOf(length);
        const index = pick % length;
        const changed = entries.map((entry, at) => (at === index ? { ...entry, data: { headcount: 99 } } : entry));
        expect(firstBrokenLink(changed, headOf(entries))).toEqual({ sequence: index + 1, fault: 'changed-entry' });
      }),
    );
  });

  it('names the gap when an entry is gone', () => {
    const entries = chainOf(4);
    expect(firstBrokenLink(entries.toSpliced(1, 1), headOf(entries))).toEqual({ sequence: 2, fault: 'missing-entry' });
  });

  it('names the successor when an entry was changed and sealed anew', () => {
    const entries = chainOf(4);
    const [, second] = entries;
    if (!second) throw new Error('the chain has four entries');
    const { hash: _, ...rest } = second;
    const forged = entries.toSpliced(1, 1, sealEntry({ ...rest, data: { headcount: 7 } }));
    expect(firstBrokenLink(forged, headOf(entries))).toEqual({ sequence: 3, fault: 'wrong-predecessor' });
  });

  it('notices that the last entries were cut off', () => {
    const entries = chainOf(4);
    expect(firstBrokenLink(entries.slice(0, 3), headOf(entries))).toEqual({ sequence: 4, fault: 'wrong-head' });
  });
});
