import {
  type Canvas,
  circle,
  circleMarker,
  divIcon,
  type LatLngTuple,
  type Layer,
  marker,
  type PathOptions,
  polygon,
  polyline,
} from 'leaflet';
import type { ShapePoint } from '../../../shared/domain/cap/cap-shapes.ts';
import type { Grade, MapFeature, Shapes } from './map-feature.ts';

/** Fill and outline by grade: as the marks of levels and colours are everywhere else. */
const COLOURS: Readonly<Record<Grade, { readonly fill: string; readonly line: string }>> = {
  1: { fill: '#a81c14', line: '#a81c14' },
  2: { fill: '#ffc48a', line: '#b85c00' },
  3: { fill: '#ffef9e', line: '#8f7600' },
  4: { fill: '#d9e8ff', line: '#1450a3' },
  5: { fill: '#ffffff', line: '#4d5a6b' },
};

const TEAMS: Readonly<Record<NonNullable<MapFeature['condition']>, PathOptions & { readonly radius: number }>> = {
  available: { radius: 5, color: '#0c4026', weight: 1, fillColor: '#1b8a50', fillOpacity: 1 },
  committed: { radius: 6, color: '#1450a3', weight: 3, fillColor: '#ffffff', fillOpacity: 1 },
  other: { radius: 4, color: '#4d5a6b', weight: 1.5, dashArray: '2 2', fillColor: '#ffffff', fillOpacity: 0.6 },
};

/** @returns a point as Leaflet takes it. */
export const latLng = ({ latitude, longitude }: ShapePoint): LatLngTuple => [latitude, longitude];

const METRES = 1000;

const shapeLayers = ({ polygons, circles }: Shapes, options: PathOptions): readonly Layer[] => [
  ...polygons.map((corners) => polygon(corners.map(latLng), options)),
  ...circles.map(({ centre, radiusKm }) => circle(latLng(centre), { ...options, radius: radiusKm * METRES })),
];

/** What it is told by beside its place; always to be read where the place alone says too little. */
const labelled = <L extends Layer>(layer: L, { name }: MapFeature, permanent: boolean): L => {
  // As an element: Leaflet takes a text for markup, and names are what people typed.
  const label = document.createElement('span');
  label.textContent = name;
  layer.bindTooltip(label, {
    permanent,
    direction: 'right',
    offset: [8, 0],
    className: 'map-label',
  });
  return layer;
};

const signAt = (feature: MapFeature, className: string, sign: string, isSelected: boolean): Layer =>
  marker(latLng(feature.at), {
    icon: divIcon({
      className: `map-sign ${className}${isSelected ? ' map-chosen' : ''}`,
      html: sign,
      iconSize: [22, 22],
    }),
    // The list is for the keyboard: a hundred stops on the way through the page help nobody.
    keyboard: false,
  });

/** How one thing is drawn now. */
export interface Drawing {
  readonly isSelected: boolean;
  /** Whether there is room for its name; else it is told when one points at it. */
  readonly isLabelled: boolean;
  /** What teams are drawn with: there may be thousands. */
  readonly teams: Canvas;
}

const incidentLayers = (feature: MapFeature, { isSelected, isLabelled }: Drawing): readonly Layer[] => {
  const { fill, line } = COLOURS[feature.grade];
  const area = { color: line, weight: isSelected ? 3 : 1.5, dashArray: '6 4', fillColor: fill, fillOpacity: 0.2 };
  return [
    ...(feature.shapes ? shapeLayers(feature.shapes, area) : []),
    labelled(signAt(feature, `map-incident grave-${feature.grade}`, '◆', isSelected), feature, isLabelled),
  ];
};

const warningLayers = (feature: MapFeature, { isSelected, isLabelled }: Drawing): readonly Layer[] => {
  const { fill, line } = COLOURS[feature.grade];
  const options = { color: line, weight: isSelected ? 4 : 2, fillColor: fill, fillOpacity: isSelected ? 0.4 : 0.25 };
  return [
    ...(feature.shapes ? shapeLayers(feature.shapes, options) : []),
    labelled(signAt(feature, `map-warning grave-${feature.grade}`, '▨', isSelected), feature, isLabelled),
  ];
};

const deploymentLayers = (feature: MapFeature, { isSelected, isLabelled }: Drawing): readonly Layer[] => {
  const { way } = feature;
  const line =
    way &&
    polyline([latLng(way.from), latLng(feature.at), latLng(way.to)], {
      color: '#1450a3',
      weight: isSelected ? 4 : 2,
      ...(way.hasArrived ? {} : { dashArray: '8 6' }),
    });
  return [
    ...(line ? [line] : []),
    labelled(signAt(feature, 'map-deployment', way?.hasArrived ? '●' : '▶', isSelected), feature, isLabelled),
  ];
};

const teamLayers = (feature: MapFeature, { isSelected, teams: renderer }: Drawing): readonly Layer[] => {
  const style = TEAMS[feature.condition ?? 'other'];
  const chosen = isSelected ? { radius: style.radius + 5, weight: 4, color: '#e08600' } : {};
  return [labelled(circleMarker(latLng(feature.at), { ...style, ...chosen, renderer }), feature, isSelected)];
};

/** @returns what draws one thing on the map. */
export const drawFeature = (feature: MapFeature, drawing: Drawing): readonly Layer[] => {
  switch (feature.kind) {
    case 'incident':
    case 'partner-incident':
      return incidentLayers(feature, drawing);
    case 'warning':
      return warningLayers(feature, drawing);
    case 'deployment':
      return deploymentLayers(feature, drawing);
    case 'team':
      return teamLayers(feature, drawing);
  }
};
