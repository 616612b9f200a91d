import { refinement } from '../kernel/issue-sentence.ts';
import { CapTextSchema } from './cap-text.ts';

/** A point of a shape, degrees, WGS-84 as CAP has it. */
export interface ShapePoint {
  readonly latitude: number;
  readonly longitude: number;
}

const DECIMAL = /^[-+]?(\d+(\.\d*)?|\.\d+)$/;

const pointOf = (pair: string): ShapePoint | undefined => {
  const [latitude = '', longitude = '', ...more] = pair.split(',');
  if (more.length > 0 || !DECIMAL.test(latitude) || !DECIMAL.test(longitude)) return undefined;
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : undefined;
};

/** @returns the corners of a polygon, the first again at the end; `undefined` when the text is no closed polygon. */
export const polygonOf = (text: string): readonly ShapePoint[] | undefined => {
  const points = text.trim().split(/\s+/).map(pointOf);
  const corners = points.filter((point) => point !== undefined);
  const [first, last] = [corners[0], corners.at(-1)];
  const closed = first?.latitude === last?.latitude && first?.longitude === last?.longitude;
  return corners.length === points.length && corners.length >= 4 && closed ? corners : undefined;
};

/** A circle: all points at most `radiusKm` kilometres from the centre. */
export interface Circle {
  readonly centre: ShapePoint;
  readonly radiusKm: number;
}

/** Half the way around the earth: no circle is larger. */
const LARGEST_RADIUS_KM = 20_040;

/** @returns the circle that the text draws, if it draws one. */
export const circleOf = (text: string): Circle | undefined => {
  const [pair = '', radius = '', ...more] = text.trim().split(/\s+/);
  const centre = pointOf(pair);
  const radiusKm = Number(radius);
  const drawn = DECIMAL.test(radius) && radiusKm >= 0 && radiusKm <= LARGEST_RADIUS_KM && more.length === 0;
  return centre && drawn ? { centre, radiusKm } : undefined;
};

/** `latitude,longitude` pairs parted by spaces, the last the same as the first. */
export const CapPolygonSchema = CapTextSchema.refine(
  (text) => polygonOf(text) !== undefined,
  refinement({
    zh: '须为闭合多边形：至少四对“纬度,经度”，首尾相同',
    en: 'must be a closed polygon: at least four pairs latitude,longitude, the last the same as the first',
  }),
);

/** `latitude,longitude radius`, the radius in kilometres. */
export const CapCircleSchema = CapTextSchema.refine(
  (text) => circleOf(text) !== undefined,
  refinement({ zh: '须为“纬度,经度 半径（千米）”', en: 'must be latitude,longitude radius, the radius in kilometres' }),
);
