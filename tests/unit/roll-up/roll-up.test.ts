import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp } from '../../../shared/domain/roll-up/roll-up.ts';
import type { RollUpSource } from '../../../shared/domain/roll-up/roll-up-source.ts';
import { isPartOf } from '../../../shared/domain/situation-report/division.ts';
import { FIGURE_NAMES, type Figures, totalOf } from '../../../shared/domain/situation-report/figures.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { INCIDENT_ID } from '../../builders/incident.ts';

const THIS = { incidentId: INCIDENT_ID, exercise: false };
const LATER = '2026-07-15T06:00:00.000Z';
const CHENGDONG = '630102';
const DATONG = '630121';
const CHENGGUAN = '620102';

const idOf = (city: string): string => `0190b000-0000-8000-8000-000000${city}`;

const source = (
  city: string,
  divisions: Readonly<Record<string, Figures>>,
  more: Partial<RollUpSource> = {},
): RollUpSource => ({
  reportId: idOf(city),
  city,
  own: city === XINING,
  exercise: false,
  number: 1,
  kind: 'follow-up',
  asOf: NOW,
  approvedAt: NOW,
  divisions: Object.entries(divisions).map(([division, figures]) => ({ division, figures })),
  ...more,
});

describe('the roll-up of an incident', () => {
  it('adds up what cities report on different divisions', () => {
    const sum = rollUp(THIS, [
      source(XINING, { [CHENGDONG]: { dead: 2, farmlandHectares: 0.1 }, [DATONG]: { dead: 1, farmlandHectares: 0.2 } }),
      source(LANZHOU, { [CHENGGUAN]: { dead: 4, injured: 3 } }),
    ]);
    expect(sum.totals).toEqual({ dead: 7, injured: 3, farmlandHectares: 0.3 });
    expect(sum.leftOut).toEqual([]);
    expect(sum.counted.map(({ division }) => division)).toEqual([CHENGGUAN, CHENGDONG, DATONG]);
  });

  it.each<[string, RollUpSource, RollUpSource, string]>([
    [
      'of the city it lies in',
      source(LANZHOU, { [CHENGGUAN]: { dead: 1 } }),
      source(XINING, { [CHENGGUAN]: { dead: 2 } }, { asOf: LATER }),
      LANZHOU,
    ],
    [
      'of this city before another that is as near',
      source('620200', { [DATONG]: { dead: 1 } }, { asOf: LATER, own: true }),
      source('630200', { [DATONG]: { dead: 2 } }, { asOf: LATER }),
      '620200',
    ],
    [
      'that is final before one that is nearer',
      source(LANZHOU, { [DATONG]: { dead: 1 } }, { kind: 'final' }),
      source(XINING, { [DATONG]: { dead: 2 } }, { asOf: LATER }),
      LANZHOU,
    ],
    [
      'that is the later final one',
      source(LANZHOU, { [DATONG]: { dead: 1 } }, { kind: 'final', asOf: LATER }),
      source(XINING, { [DATONG]: { dead: 2 } }, { kind: 'final' }),
      LANZHOU,
    ],
    [
      'that is later, all else being equal',
      source('630200', { [DATONG]: { dead: 1 } }, { asOf: LATER }),
      source(LANZHOU, { [DATONG]: { dead: 2 } }),
      '630200',
    ],
  ])('counts a division once: the report %s', (_, better, other, city) => {
    const sum = rollUp(THIS, [other, better]);
    expect(sum.totals).toEqual({ dead: 1 });
    expect(sum.counted).toMatchObject([{ source: { city } }]);
    expect(sum.leftOut).toMatchObject([{ reason: 'same-division', instead: { city } }]);
  });

  it('counts the larger division, and of its parts only what it does not say', () => {
    const sum = rollUp(THIS, [
      source('630121', { [DATONG]: { dead: 2, injured: 3 } }),
      source(XINING, { [XINING]: { dead: 5 } }),
      source('630000', { '630000': { housesCollapsed: 9 } }),
    ]);
    expect(sum.totals).toEqual({ dead: 5, injured: 3, housesCollapsed: 9 });
    expect(sum.leftOut).toMatchObject([
      { division: DATONG, figures: { dead: 2 }, reason: 'within-whole', instead: { division: XINING } },
    ]);
    expect(sum.doubts).toEqual([]);
  });

  it('doubts a whole that is less than its parts', () => {
    const sum = rollUp(THIS, [
      source('630121', { [DATONG]: { dead: 4 } }),
      source('630102', { [CHENGDONG]: { dead: 3 } }),
      source(XINING, { [XINING]: { dead: 5 } }),
    ]);
    expect(sum.totals).toEqual({ dead: 5 });
    expect(sum.doubts).toEqual([{ figure: 'dead', division: XINING, whole: 5, parts: 7 }]);
  });

  it('keeps drills and the real thing apart, and old versions out', () => {
    const sum = rollUp(THIS, [
      source(XINING, { [DATONG]: { dead: 1 } }, { number: 2 }),
      source(XINING, { [DATONG]: { dead: 9 } }),
      source(LANZHOU, { [CHENGGUAN]: { dead: 50 } }, { exercise: true }),
    ]);
    expect(sum.totals).toEqual({ dead: 1 });
    expect(sum.leftOut.map(({ reason }) => reason).sort()).toEqual(['newer-version', 'other-realm']);
  });
});

const figures = fc.record(
  { dead: fc.nat(20), injured: fc.nat(20), farmlandHectares: fc.nat(9999).map((thousandths) => thousandths / 1000) },
  { requiredKeys: [] },
);
const sources = fc.array(
  fc
    .record({
      city: fc.constantFrom('630000', XINING, DATONG, LANZHOU, '630200'),
      number: fc.integer({ min: 1, max: 3 }),
      kind: fc.constantFrom('first' as const, 'follow-up' as const, 'final' as const),
      asOf: fc.constantFrom(NOW, LATER),
      exercise: fc.boolean(),
      divisions: fc.dictionary(fc.constantFrom('630000', XINING, CHENGDONG, DATONG, CHENGGUAN, LANZHOU), figures, {
        maxKeys: 4,
      }),
    })
    .map(({ city, divisions, ...more }) => source(city, divisions, more)),
  { maxLength: 8 },
);

describe('whatever is reported, the roll-up', () => {
  it('does not depend on the order, nor on anything being there twice', () => {
    fc.assert(
      fc.property(
        sources.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
        ),
        ([all, mixed]) => {
          expect(rollUp(THIS, mixed)).toEqual(rollUp(THIS, all));
        },
      ),
    );
  });

  it('counts no place twice: of each figure, no division that is counted lies in another', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const { counted, totals } = rollUp(THIS, all);
        for (const figure of FIGURE_NAMES) {
          const stating = counted.filter((each) => each.figures[figure] !== undefined).map(({ division }) => division);
          expect(new Set(stating).size).toBe(stating.length);
          expect(stating.some((part) => stating.some((whole) => isPartOf(part, whole)))).toBe(false);
        }
        expect(totals).toEqual(totalOf(counted.map((each) => each.figures)));
      }),
    );
  });

  it('says of every figure where it went: counted, or left out and why', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const { counted, leftOut } = rollUp(THIS, all);
        const distinct = [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
        const stated = distinct.flatMap(({ divisions }) => divisions.flatMap((each) => Object.keys(each.figures)));
        const accounted = [...counted, ...leftOut].flatMap((each) => Object.keys(each.figures));
        expect(accounted.length).toBe(stated.length);
      }),
    );
  });
});
