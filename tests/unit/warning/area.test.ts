import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleOf, polygonOf } from '../../../shared/domain/cap/cap-shapes.ts';
import { distanceKm } from '../../../shared/domain/vocabulary/estimated-travel.ts';
import { areaOf, basisFor, circleAround, isInShapes } from '../../../shared/domain/warning/warning-area.ts';
import { WARNING_VOCABULARY } from '../../../shared/reference/warning-vocabulary.ts';
import { AROUND_XINING, rainstorm, rainstormInfo } from '../../builders/cap.ts';

type Area = NonNullable<NonNullable<ReturnType<typeof rainstormInfo>['area']>[number]>;

const areaWith = (area: Partial<Area>) =>
  areaOf(rainstorm({ info: [rainstormInfo({ area: [{ areaDesc: '某地', ...area }] })] }), WARNING_VOCABULARY);

const at = (latitude: number, longitude: number) => ({ latitude, longitude });
/** An L: the corner to the north east is not in it. */
const BENT = '36,101 36,103 37,103 37,102 38,102 38,101 36,101';
const XINING_SEAT = { code: '630100', seat: at(36.617, 101.778) };

describe('the area of a warning', () => {
  it.each([
    ['in the foot', at(36.5, 102.5), true],
    ['in the stem', at(37.5, 101.5), true],
    ['in the corner that is cut out', at(37.5, 102.5), false],
    ['to the west', at(36.5, 100.9), false],
    ['to the east', at(36.5, 103.1), false],
    ['north of it', at(38.1, 101.5), false],
  ])('knows a point %s', (_, point, inside) => {
    expect(isInShapes(point, areaWith({ polygon: [BENT] }))).toBe(inside);
    const backwards = BENT.split(' ').toReversed().join(' ');
    expect(isInShapes(point, areaWith({ polygon: [backwards] }))).toBe(inside);
  });

  it('holds what lies no farther from the middle of a circle than its radius', () => {
    const area = areaWith({ circle: ['36.617,101.778 10'] });
    expect(isInShapes(at(36.7, 101.778), area)).toBe(true);
    expect(isInShapes(at(36.72, 101.778), area)).toBe(false);
  });

  it.each([
    ['the code of the city', '630100', 'division'],
    ['a code of twelve digits', '630100000000', 'division'],
    ['the province', '630000', 'division'],
    ['the country', '100000', 'division'],
    ['a county of the city', '630103', 'part'],
    ['another city', '630200', undefined],
    ['a county of another city', '630203', undefined],
    ['another province', '620000', undefined],
    ['what is no code', 'Xining', undefined],
  ])('takes a city in by %s as %s says', (_, value, basis) => {
    expect(basisFor(areaWith({ geocode: [{ valueName: 'GB/T 2260-2007', value }] }), XINING_SEAT)).toBe(basis);
  });

  it('goes by codes of GB/T 2260 only, and by the seat where a shape is drawn', () => {
    expect(basisFor(areaWith({ geocode: [{ valueName: 'SAME', value: '630100' }] }), XINING_SEAT)).toBeUndefined();
    expect(basisFor(areaWith({ polygon: [AROUND_XINING] }), XINING_SEAT)).toBe('seat');
    expect(basisFor(areaWith({}), XINING_SEAT)).toBeUndefined();
  });

  it('lies within the circle that is drawn around it', () => {
    const coordinate = (most: number) => fc.integer({ min: -most, max: most }).map((value) => value / 10);
    const points = fc.array(fc.tuple(coordinate(800), coordinate(1700)), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(points, coordinate(800), coordinate(1700), (corners, latitude, longitude) => {
        const polygon = [...corners, corners[0]].map((corner) => corner?.join(',')).join(' ');
        const circle = `${latitude},${longitude} 25`;
        const around = circleAround(areaWith({ polygon: [polygon], circle: [circle] }));
        for (const corner of polygonOf(polygon) ?? [])
          expect(distanceKm(around?.centre ?? corner, corner)).toBeLessThanOrEqual((around?.radiusKm ?? 0) + 1e-6);
        const centre = circleOf(circle)?.centre ?? at(0, 0);
        expect(distanceKm(around?.centre ?? centre, centre) + 25).toBeLessThanOrEqual((around?.radiusKm ?? 0) + 1e-6);
      }),
    );
    expect(circleAround(areaWith({}))).toBeUndefined();
  });
});
