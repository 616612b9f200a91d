import { describe, expect, test } from 'vitest';
import { compareFingerprints } from '../../../console/src/agreements/fingerprint-groups.ts';

const KNOWN = 'D52D B999 9E2B 5611';

describe('comparing what is read out on the telephone', () => {
  test.each([
    ['', { result: 'incomplete', done: 0, groups: 4 }],
    ['D52D B9', { result: 'incomplete', done: 1, groups: 4 }],
    ['d52d-b999:9e2b', { result: 'incomplete', done: 3, groups: 4 }],
    ['D52DB9999E2B5611', { result: 'same', groups: 4 }],
    ['D52D B998', { result: 'differs', group: 2 }],
    ['D52D B999 9E2B 5611 0', { result: 'differs', group: 5 }],
    ['x', { result: 'differs', group: 1 }],
  ])('%j', (typed, expected) => {
    expect(compareFingerprints(typed, KNOWN)).toEqual(expected);
  });
});
