import { beforeAll, describe, expect, it } from 'vitest';
import type { DeployedFunction, Sabotage } from './host.ts';
import { simulateInProcess } from './parallel.ts';
import {
  WITHOUT_DEDUPLICATION,
  WITHOUT_IDEMPOTENCY_KEYS,
  WITHOUT_LOOKING,
  WITHOUT_MEMORY_OF_ACTS,
  WITHOUT_RESENDING,
  WITHOUT_SUMS,
  WITHOUT_VERSION_CONDITION,
  WITHOUT_WITHDRAWALS,
} from './sabotage.ts';
import { describeFailure, failuresAmong } from './seeds.ts';
import { loadService } from './service.ts';
import { tell } from './story.ts';

/** Some seed among so many must fail. */
const FEW = 40;

let functions: readonly DeployedFunction[];
beforeAll(async () => {
  functions = await loadService();
});

describe('the oracle bites', () => {
  const SABOTAGES: readonly (readonly [string, Sabotage, RegExp])[] = [
    ['deduplication', WITHOUT_DEDUPLICATION, /applied more than once/],
    [
      'the version condition',
      WITHOUT_VERSION_CONDITION,
      /was told of|does not end where its state says|does not follow/,
    ],
    ['resending', WITHOUT_RESENDING, /still waits for/],
    ['idempotency keys', WITHOUT_IDEMPOTENCY_KEYS, /was told of/],
    ['adding figures up', WITHOUT_SUMS, /figures count \d+/],
    ['withdrawing listings', WITHOUT_WITHDRAWALS, /holds .* of \d{6}, which shares/],
    ['the memory of what the clock has done', WITHOUT_MEMORY_OF_ACTS, /was done \d+ times/],
    ['looking at what is waited for', WITHOUT_LOOKING, /was never done/],
  ];
  it.each(SABOTAGES)('when %s is switched off', async (_name, sabotage, complaint) => {
    let complaints = '';
    for (let seed = 0; seed < FEW && !complaint.test(complaints); seed += 1) {
      const [failure] = await failuresAmong(functions, { from: seed, count: 1, step: 1 }, sabotage);
      complaints += failure?.findings.join('\n') ?? '';
    }
    expect(complaints).toMatch(complaint);
  });
});

describe('a story', () => {
  const hashOf = async (seed: number, deployed = functions) => {
    const { world } = await tell({ seed, functions: deployed });
    return world.trace.hash();
  };

  it('is the same again for the same seed, byte for byte, whatever was told before', async () => {
    const first = [await hashOf(11), await hashOf(12)];
    const fresh = await loadService();
    expect([await hashOf(12, fresh), await hashOf(11, fresh)]).toEqual(first.toReversed());
    expect(first[0]).not.toBe(first[1]);
  });

  it('is the same in the process that replays it', async () => {
    const printed = await simulateInProcess(['--from', '11', '--trace']);
    expect(printed).toContain(`seed 11, trace ${await hashOf(11)}`);
  });

  it('goes from the agreement to the return of the team', async () => {
    const missing = new Set([
      'agreements/*/countersignature',
      'requests/*/approval',
      'requests/*/placements',
      'received-requests/*/answers',
      'requests/*/requisitions',
      'received-requests/*/requisitions/*/commitment',
      'deployments/*/reports',
      'deployments/*/check-ins',
      'deployments/*/release',
      'deployments/*/closure',
      'requests/*/closure',
    ]);
    for (let seed = 0; seed < FEW && missing.size > 0; seed += 1) {
      const { deeds } = await tell({ seed, functions });
      for (const { path, outcome } of deeds)
        if (outcome === 'acknowledged') missing.delete(path.replace(/[\da-f-]{36}/g, '*').replace(/^\/v1\//, ''));
    }
    expect([...missing]).toEqual([]);
  });

  it('that did not end well says how to see it again', () => {
    const text = describeFailure({ seed: 7, hash: 'abc', findings: ['something is wrong'] });
    expect(text).toContain('seed 7, trace abc');
    expect(text).toContain('--from 7 --trace');
  });
});
