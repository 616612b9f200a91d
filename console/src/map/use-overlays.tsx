import Checkbox from 'antd/es/checkbox';
import { geoJSON } from 'leaflet';
import { type ReactNode, useEffect, useState } from 'react';
import type { MapSettings } from '../configuration.ts';
import { useSpeech } from '../i18n/language.ts';
import { MAP } from './map-words.ts';
import type { OpenMap } from './use-leaflet.ts';

const STYLE = { color: '#5b2a86', weight: 1.5, fillOpacity: 0.08, interactive: false } as const;

const fetched = async (url: string, signal: AbortSignal): Promise<unknown> => {
  const response = await fetch(new URL(url, document.baseURI), { signal });
  if (!response.ok) throw new Error(`${url} was answered ${response.status}`);
  return response.json();
};

/** Draws the GeoJSON that was chosen of what is configured. @returns what to choose with; nothing where none is configured. */
export const useOverlays = (opened: OpenMap | undefined, overlays: MapSettings['overlays'] = []): ReactNode => {
  const { say, read } = useSpeech(MAP);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    if (!opened) return undefined;
    const abort = new AbortController();
    opened.overlays.clearLayers();
    for (const url of chosen)
      fetched(url, abort.signal)
        .then((body) => opened.overlays.addLayer(geoJSON(body as GeoJSON.GeoJsonObject, { style: STYLE })))
        .catch((error: Error) => !abort.signal.aborted && setFailed(error.message));
    return () => abort.abort();
  }, [opened, chosen]);
  return (
    <>
      {overlays.map(({ name, url }) => (
        <Checkbox
          key={url}
          checked={chosen.includes(url)}
          onChange={({ target }) => {
            setFailed(undefined);
            setChosen(target.checked ? [...chosen, url] : chosen.filter((one) => one !== url));
          }}
        >
          {read(name)}
        </Checkbox>
      ))}
      {failed !== undefined && (
        <span role="alert">
          {say('overlay.failed')} {failed}
        </span>
      )}
    </>
  );
};
