import { describe, expect, it } from 'vitest';
import { boundsOf, isCalled, isInView, type MapFeature, pointsOf } from '../../../console/src/map/map-feature.ts';

const feature: MapFeature = {
  key: 'incident:1',
  kind: 'incident',
  id: '1',
  name: 'Flood of the Nanchuan',
  place: '南川河沿岸',
  state: '',
  exercise: false,
  grade: 2,
  at: { latitude: 36.6, longitude: 101.7 },
};
const view = { south: 36, west: 101, north: 37, east: 102 };

describe('what is on the map', () => {
  it('is in view where its point is', () => {
    expect(isInView(feature, view)).toBe(true);
    expect(isInView({ ...feature, at: { latitude: 38, longitude: 101.7 } }, view)).toBe(false);
  });

  it('is in view where its area or its way reaches into it', () => {
    const far = { latitude: 40, longitude: 101.5 };
    const polygons = [
      [
        { latitude: 36.9, longitude: 101.5 },
        { latitude: 40.5, longitude: 101.5 },
        { latitude: 40.5, longitude: 101.6 },
        { latitude: 36.9, longitude: 101.5 },
      ],
    ];
    expect(isInView({ ...feature, at: far, shapes: { polygons, circles: [] } }, view)).toBe(true);
    const wide = { polygons: [], circles: [{ centre: far, radiusKm: 400 }] };
    expect(isInView({ ...feature, at: far, shapes: wide }, view)).toBe(true);
    const narrow = { polygons: [], circles: [{ centre: far, radiusKm: 100 }] };
    expect(isInView({ ...feature, at: far, shapes: narrow }, view)).toBe(false);
    const way = {
      ...{ from: { latitude: 36.5, longitude: 101.5 }, to: far, fromName: '', toName: '' },
      ...{ arrives: undefined, hasArrived: false, isReported: false },
    };
    expect(isInView({ ...feature, at: far, way }, view)).toBe(true);
  });

  it('has bounds that hold all of it', () => {
    expect(boundsOf(pointsOf(feature))).toEqual({ south: 36.6, west: 101.7, north: 36.6, east: 101.7 });
    expect(boundsOf([])).toBeUndefined();
  });

  it('is found by a part of its name or place, whatever the case', () => {
    expect([' nanchuan ', '南川', ''].map((words) => isCalled(feature, words))).toEqual([true, true, true]);
    expect(isCalled(feature, '北川')).toBe(false);
  });
});
