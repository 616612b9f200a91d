import Button from 'antd/es/button';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useDesk } from '../api/use-api.ts';
import { useSpeech } from '../i18n/language.ts';
import { latLng } from './draw-feature.ts';
import { drawFeatures } from './draw-features.ts';
import { drawCities } from './draw-ground.ts';
import type { Bounds } from './graticule.ts';
import { boundsOf, type MapFeature, pointsOf } from './map-feature.ts';
import { MAP } from './map-words.ts';
import { useLeaflet } from './use-leaflet.ts';
import { useOverlays } from './use-overlays.tsx';
import 'leaflet/dist/leaflet.css';
import './map.css';

interface MapPaneProps {
  readonly features: readonly MapFeature[];
  readonly selected: MapFeature | undefined;
  readonly onSelect: (key: string) => void;
  readonly onView: (view: Bounds) => void;
}

/** Nearer than this a single point is not shown. */
const NEAREST_ZOOM = 12;
const AROUND_PX = 40;
/** Names stand to the right of what they are of. */
const BESIDE_PX = 150;

/** The map itself: a scheme, or with the tiles that are configured beneath. */
export const MapPane = ({ features, selected, onSelect, onView }: MapPaneProps): ReactNode => {
  const { say, language } = useSpeech(MAP);
  const { map: settings } = useDesk();
  const element = useRef<HTMLDivElement>(null);
  const opened = useLeaflet(element, settings?.tiles, onView);
  const overlays = useOverlays(opened, settings?.overlays);
  const select = useRef(onSelect);
  select.current = onSelect;
  const selectedKey = selected?.key;

  const show = useCallback(
    (shown: readonly MapFeature[]): void => {
      const bounds = boundsOf(shown.flatMap(pointsOf));
      if (!opened || !bounds) return;
      const { south, west, north, east } = bounds;
      const corners: [[number, number], [number, number]] = [
        [south, west],
        [north, east],
      ];
      opened.map.fitBounds(corners, {
        paddingTopLeft: [AROUND_PX, AROUND_PX],
        paddingBottomRight: [BESIDE_PX, AROUND_PX],
        maxZoom: NEAREST_ZOOM,
      });
    },
    [opened],
  );

  useEffect(() => {
    if (opened) drawCities(opened.cities, (name) => name[language]);
  }, [opened, language]);

  useEffect(() => {
    if (!opened) return undefined;
    const draw = (): void => drawFeatures(opened, features, selectedKey, (key) => select.current(key));
    draw();
    // At another scale there is room for other names.
    opened.map.on('zoomend', draw);
    return () => void opened.map.off('zoomend', draw);
  }, [opened, features, selectedKey]);

  const gone = useRef<string>(undefined);
  useEffect(() => {
    if (!opened || !selected || gone.current === selected.key) return;
    gone.current = selected.key;
    if (selected.shapes || selected.way) show([selected]);
    else if (!opened.map.getBounds().contains(latLng(selected.at))) opened.map.panTo(latLng(selected.at));
  }, [opened, selected, show]);

  return (
    <div className="map-frame">
      <div className="map-buttons">
        <Button onClick={() => opened?.map.zoomIn()}>{say('zoom.in')}</Button>
        <Button onClick={() => opened?.map.zoomOut()}>{say('zoom.out')}</Button>
        <Button onClick={() => show(features)}>{say('all')}</Button>
        {overlays}
      </div>
      <div ref={element} className="map-pane" role="application" aria-label={say('label')} />
    </div>
  );
};
