import { describe, expect, it } from 'vitest';
import { inboxPattern, linkPattern } from '../../../shared/exchange/routing.ts';
import { compilePattern } from '../../../shared/lambda/event-pattern.ts';

const event = {
  source: 'shouwang.630100',
  'detail-type': 'RequestResource',
  detail: {
    to: ['620100', '630200'],
    count: 3,
    urgent: true,
    note: null,
    none: [],
    people: [{ name: 'a' }, { name: 'b' }],
  },
};

describe('an event pattern', () => {
  it.each([
    [{ source: ['shouwang.630100'] }, true],
    [{ source: ['x', 'shouwang.630100'] }, true],
    [{ source: ['shouwang'] }, false],
    [{ detail: { to: ['620100'] } }, true],
    [{ detail: { to: ['630200'] }, source: ['x'] }, false],
    [{ detail: { to: ['632500'] } }, false],
    [{ detail: { count: [3], urgent: [true], note: [null] } }, true],
    [{ detail: { count: ['3'] } }, false],
    [{ detail: { people: { name: ['b'] } } }, true],
    [{ detail: { people: { name: ['c'] } } }, false],
    [{ source: [{ prefix: 'shouwang.' }] }, true],
    [{ source: [{ suffix: '.630100' }] }, true],
    [{ source: [{ prefix: 'aws.' }] }, false],
    [{ source: [{ 'equals-ignore-case': 'SHOUWANG.630100' }] }, true],
    [{ detail: { count: [{ prefix: '3' }] } }, false],
    [{ detail: { missing: [{ exists: false }], to: [{ exists: true }] } }, true],
    [{ detail: { missing: [{ exists: true }] } }, false],
    [{ detail: { none: [{ exists: false }] } }, true],
    [{ missing: { below: [{ exists: false }] } }, true],
    [{ missing: { below: ['x'] } }, false],
    [{ source: [{ 'anything-but': 'x' }] }, true],
    [{ source: [{ 'anything-but': ['x', 'shouwang.630100'] }] }, false],
    [{ source: [{ 'anything-but': { prefix: 'shouwang.' } }] }, false],
    [{ missing: [{ 'anything-but': 'x' }] }, false],
    [{}, true],
  ])('%j is matched: %s', (pattern, expected) => {
    expect(compilePattern(pattern)(event)).toBe(expected);
  });

  it.each([
    [{ source: 'shouwang.630100' }],
    [{ source: [] }],
    [{ source: [['x']] }],
    [{ source: [{ numeric: ['>', 1] }] }],
    [{ source: [{ prefix: 'a', suffix: 'b' }] }],
    [{ source: [{ prefix: '' }] }],
    [{ source: [{ exists: 'yes' }] }],
    [{ source: [{}] }],
    [null],
  ])('%j is refused: it would not do here what it does on AWS', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(TypeError);
  });

  it('finds the messages that are for a city, and a city its own for its peers', () => {
    expect(compilePattern(inboxPattern('630200'))(event)).toBe(true);
    expect(compilePattern(inboxPattern('632500'))(event)).toBe(false);
    expect(compilePattern(linkPattern('630100', ['632800', '620100']))(event)).toBe(true);
    expect(compilePattern(linkPattern('620100', ['630200']))(event)).toBe(false);
  });
});
