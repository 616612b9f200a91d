import { describe, expect, test } from 'vitest';
import { handleBy, type Inject, injectStanding } from '../../../console/src/drills/inject-standing.ts';
import { MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';

const at = (minutes: number): string => new Date(minutes * MINUTE_MS).toISOString();
const by = { id: 'duty-officer@630100', name: '值班员' };

const inject = (changes: Partial<Inject> = {}): Inject => ({
  key: 'press',
  atMinutes: 10,
  title: { zh: '媒体询问', en: 'The press asks' },
  handleWithinMinutes: 20,
  deed: { does: 'tell', text: { zh: '来电', en: 'A call' }, urgency: 'urgent' },
  due: at(10),
  ...changes,
});
const given = { at: at(11) };

describe('how an inject stands', () => {
  test.each([
    ['waiting', {}, 5, false],
    ['due', {}, 10, false],
    ['not-given', {}, 40, true],
    ['open', { outcome: given }, 31, false],
    ['late', { outcome: given }, 32, false],
    ['missed', { outcome: given }, 32, true],
    ['handled', { outcome: { ...given, handled: { note: '已答复', by, at: at(31) } } }, 40, false],
    ['handled-late', { outcome: { ...given, handled: { note: '已答复', by, at: at(32) } } }, 40, true],
    ['failed', { outcome: { ...given, failure: { code: 'x', text: { zh: '无', en: 'no' } } } }, 12, false],
  ] as const)('%s', (standing, changes, minutes, isOver) => {
    expect(injectStanding(inject(changes), minutes * MINUTE_MS, isOver)).toBe(standing);
  });

  test('what need not be handled is given, however late it is', () => {
    const { handleWithinMinutes: _, ...nothingExpected } = inject({ outcome: given });
    expect(injectStanding(nothingExpected, 400 * MINUTE_MS, true)).toBe('given');
    expect(handleBy(nothingExpected)).toBeUndefined();
  });
});
