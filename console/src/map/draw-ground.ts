import { divIcon, type LayerGroup, type Map as LeafletMap, marker, polyline } from 'leaflet';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { CITIES } from '../../../shared/reference/cities.ts';
import { latLng } from './draw-feature.ts';
import { type Bounds, degreesOf, graticuleOf } from './graticule.ts';

const LINE = { color: '#b9c4d3', weight: 1, interactive: false } as const;

/** @returns what a map shows now. */
export const viewOf = (map: LeafletMap): Bounds => {
  const bounds = map.getBounds();
  return { south: bounds.getSouth(), west: bounds.getWest(), north: bounds.getNorth(), east: bounds.getEast() };
};

const written = (className: string, text: string) => {
  const label = document.createElement('span');
  label.textContent = text;
  return divIcon({ className, html: label, iconSize: [0, 0] });
};

/** Draws lines of latitude and longitude anew, with their degrees at the edge. */
export const drawGraticule = (map: LeafletMap, into: LayerGroup): void => {
  const { south, west, north, east } = viewOf(map);
  const { parallels, meridians } = graticuleOf({ south, west, north, east });
  into.clearLayers();
  for (const latitude of parallels) {
    into.addLayer(polyline([latLng({ latitude, longitude: west }), latLng({ latitude, longitude: east })], LINE));
    const icon = written('map-degrees map-parallel', degreesOf(latitude, ['N', 'S']));
    into.addLayer(marker([latitude, west], { icon, interactive: false, keyboard: false }));
  }
  for (const longitude of meridians) {
    into.addLayer(polyline([latLng({ latitude: south, longitude }), latLng({ latitude: north, longitude })], LINE));
    const icon = written('map-degrees map-meridian', degreesOf(longitude, ['E', 'W']));
    into.addLayer(marker([south, longitude], { icon, interactive: false, keyboard: false }));
  }
};

/** Draws the seats of the cities: points with names, no boundaries. */
export const drawCities = (into: LayerGroup, say: (name: Text) => string): void => {
  into.clearLayers();
  for (const { name, seat } of CITIES) {
    const icon = written('map-city', `■ ${say(name)}`);
    into.addLayer(marker(latLng(seat), { icon, interactive: false, keyboard: false }));
  }
};
