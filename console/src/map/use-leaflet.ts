import {
  canvas,
  control,
  type LayerGroup,
  type Map as LeafletMap,
  layerGroup,
  map as openMap,
  tileLayer,
} from 'leaflet';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MapSettings } from '../configuration.ts';
import { drawGraticule, viewOf } from './draw-ground.ts';
import type { Bounds } from './graticule.ts';

/** An open map, and what is drawn on it in layers. */
export interface OpenMap {
  readonly map: LeafletMap;
  readonly cities: LayerGroup;
  readonly features: LayerGroup;
  readonly overlays: LayerGroup;
  readonly teams: ReturnType<typeof canvas>;
}

/** All five cities of the reference deployment, before it is known what there is. */
const BEGINNING: readonly [[number, number], [number, number]] = [
  [35.4, 97],
  [37.8, 104.5],
];

/** Nothing on the page moves by itself. */
const STILL = { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false } as const;

const open = (element: HTMLElement, tiles: MapSettings['tiles'] = []): OpenMap => {
  const map = openMap(element, { zoomControl: false, attributionControl: tiles.length > 0, zoomSnap: 0.25, ...STILL });
  map.attributionControl?.setPrefix(false);
  for (const { url, ...options } of tiles) tileLayer(url, options).addTo(map);
  const graticule = layerGroup().addTo(map);
  const layers = {
    overlays: layerGroup().addTo(map),
    cities: layerGroup().addTo(map),
    features: layerGroup().addTo(map),
  };
  control.scale({ imperial: false }).addTo(map);
  map.on('moveend', () => drawGraticule(map, graticule));
  map.fitBounds([[...BEGINNING[0]], [...BEGINNING[1]]]);
  return { map, ...layers, teams: canvas() };
};

/**
 * Opens a map in an element as long as it is there.
 * @param onView told of what is in view, whenever that has changed.
 */
export const useLeaflet = (
  element: RefObject<HTMLElement | null>,
  tiles: MapSettings['tiles'],
  onView: (view: Bounds) => void,
): OpenMap | undefined => {
  const [opened, setOpened] = useState<OpenMap>();
  const tell = useRef(onView);
  tell.current = onView;
  useEffect(() => {
    if (!element.current) return undefined;
    const one = open(element.current, tiles);
    one.map.on('moveend', () => tell.current(viewOf(one.map)));
    tell.current(viewOf(one.map));
    setOpened(one);
    const watch = new ResizeObserver(() => one.map.invalidateSize());
    watch.observe(element.current);
    return () => {
      watch.disconnect();
      one.map.remove();
      setOpened(undefined);
    };
  }, [element, tiles]);
  return opened;
};
