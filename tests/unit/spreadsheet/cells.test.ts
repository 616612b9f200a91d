import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AvailabilityPeriod } from '../../../shared/domain/vocabulary/availability.ts';
import type { Cell } from '../../../shared/spreadsheet/cell.ts';
import { armed, disarmed } from '../../../shared/spreadsheet/injection.ts';
import { fromMoment, untilMoment } from '../../../shared/spreadsheet/moment-cells.ts';
import { equipment, pairs, periods } from '../../../shared/spreadsheet/nested-cells.ts';
import { number, several, words, yuanCell } from '../../../shared/spreadsheet/simple-cells.ts';
import { commoditiesCell, personnelCell } from '../../../shared/spreadsheet/tables/package-cells.ts';

/** Words as schemas leave them: trimmed, not blank; with all that has a meaning in a cell. */
const wordsArbitrary = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...'；;×：:、，,\\无（）[]xX~ 12'), fc.string({ minLength: 1, maxLength: 1 })),
  })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const momentArbitrary = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const quantityArbitrary = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
const thingArbitrary = fc.record({ name: wordsArbitrary, quantity: quantityArbitrary, unit: wordsArbitrary });
const pairCell = pairs<readonly [string, string]>(
  (pair) => pair,
  (left, right) => [left, right],
  { zh: '', en: '' },
);
const periodArbitrary: fc.Arbitrary<AvailabilityPeriod> = fc.record({
  from: momentArbitrary,
  until: momentArbitrary,
  available: fc.boolean(),
  reason: wordsArbitrary,
});

const property = <T>(cell: Cell<T>, values: fc.Arbitrary<T>): void =>
  fc.assert(
    fc.property(values, (value) => {
      expect(cell.read(cell.write(value).trim())).toEqual(value);
    }),
    { numRuns: 300 },
  );

describe('cells', () => {
  it.each<readonly [string, () => void]>([
    [
      'numbers',
      () =>
        property(
          number,
          fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
        ),
    ],
    ['amounts of money', () => property(yuanCell, fc.nat({ max: 1e9 }))],
    ['lists of words', () => property(several(words), fc.array(wordsArbitrary, { minLength: 1 }))],
    ['moments from which on', () => property(fromMoment, momentArbitrary)],
    ['moments until which', () => property(untilMoment, momentArbitrary)],
    ['equipment', () => property(equipment, fc.array(thingArbitrary))],
    ['pairs', () => property(pairCell, fc.array(fc.tuple(wordsArbitrary, wordsArbitrary)))],
    ['periods', () => property(periods, fc.array(periodArbitrary))],
    [
      'people of a package',
      () =>
        property(
          personnelCell,
          fc.array(
            fc.oneof(
              fc.record({ role: wordsArbitrary, number: fc.integer({ min: 1, max: 99 }) }),
              fc.record({ role: wordsArbitrary, credential: wordsArbitrary, number: fc.integer({ min: 1, max: 99 }) }),
            ),
          ),
        ),
    ],
    [
      'goods of a package',
      () =>
        property(
          commoditiesCell,
          fc.array(
            fc.oneof(
              thingArbitrary,
              thingArbitrary.map((thing) => ({ ...thing, code: '1010101' })),
            ),
          ),
        ),
    ],
  ])('read what they write: %s', (_, check) => check());

  it.each([
    [
      equipment,
      '橡皮艇×4艘；水泵x2台',
      [
        { name: '橡皮艇', quantity: 4, unit: '艘' },
        { name: '水泵', quantity: 2, unit: '台' },
      ],
    ],
    [equipment, '6×6越野车×2辆', [{ name: '6×6越野车', quantity: 2, unit: '辆' }]],
    [equipment, '无', []],
    [number, '１，２００', 1200],
    [yuanCell, '¥1,200.5', 120_050],
    [several(words), '滑坡监测，泥石流防治；边坡', ['滑坡监测', '泥石流防治', '边坡']],
    [fromMoment, '2027年6月30日', '2027-06-29T16:00:00.000Z'],
    [fromMoment, '2027/6/30 8:05', '2027-06-30T00:05:00.000Z'],
    [untilMoment, '2027-06-30', '2027-06-30T16:00:00.000Z'],
  ] as readonly (readonly [Cell<unknown>, string, unknown])[])('read what offices write: %#', (cell, text, value) => {
    expect(cell.read(text)).toEqual(value);
  });

  it.each([
    [equipment, '橡皮艇4艘'],
    [equipment, '橡皮艇×艘'],
    [number, '三十'],
    [yuanCell, '1.234'],
    [fromMoment, '2027-02-30'],
    [fromMoment, '46203'],
    [untilMoment, '2027-06-30 25:00'],
    [periods, '明天到后天'],
  ] as readonly (readonly [Cell<unknown>, string])[])(
    'refuse with a sentence what cannot be meant: %#',
    (cell, text) => {
      expect(() => cell.read(text)).toThrow(
        expect.objectContaining({ reason: { zh: expect.stringContaining(text), en: expect.stringContaining('"') } }),
      );
    },
  );
});

describe('formulas', () => {
  it.each(['=1+1', '+86 138', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1", '#说明'])(
    '%j is disarmed, and comes back as it was',
    (text) => {
      expect(disarmed(text)).toBe(`'${text}`);
      expect(armed(disarmed(text))).toBe(text);
    },
  );

  it('are never what any text goes out as', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(disarmed(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(armed(disarmed(text))).toBe(text);
      }),
    );
  });
});
