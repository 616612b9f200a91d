import { drawFeature, latLng } from './draw-feature.ts';
import { withRoom } from './labels.ts';
import type { MapFeature } from './map-feature.ts';
import type { OpenMap } from './use-leaflet.ts';

/** The chosen one is labelled, then the others as they are listed, as far as there is room; teams when one points at them. */
const labelledOf = (
  { map }: OpenMap,
  features: readonly MapFeature[],
  selectedKey: string | undefined,
): ReadonlySet<string> => {
  const chosen = features.filter(({ key }) => key === selectedKey);
  const others = features.filter(({ key, kind }) => key !== selectedKey && kind !== 'team');
  return withRoom(
    [...chosen, ...others].map((feature) => ({ key: feature.key, ...map.latLngToLayerPoint(latLng(feature.at)) })),
  );
};

/** Draws everything anew. */
export const drawFeatures = (
  opened: OpenMap,
  features: readonly MapFeature[],
  selectedKey: string | undefined,
  onSelect: (key: string) => void,
): void => {
  const labelled = labelledOf(opened, features, selectedKey);
  opened.features.clearLayers();
  // What is listed first is drawn last, above the rest.
  for (const feature of [...features].reverse()) {
    const drawing = {
      isSelected: feature.key === selectedKey,
      isLabelled: labelled.has(feature.key),
      teams: opened.teams,
    };
    for (const layer of drawFeature(feature, drawing))
      opened.features.addLayer(layer.on('click', () => onSelect(feature.key)));
  }
};
