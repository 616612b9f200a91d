import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { MAP } from './map-words.ts';

const SIGNS = [
  'legend.incident',
  'legend.deployment',
  'legend.warning',
  'legend.team.available',
  'legend.team.committed',
  'legend.team.other',
  'legend.city',
] as const;

/** What the signs of the map mean. */
export const MapLegend = (): ReactNode => {
  const { say } = useSpeech(MAP);
  return (
    <section aria-label={say('legend.title')}>
      <ul className="map-legend">
        {SIGNS.map((sign) => (
          <li key={sign}>{say(sign)}</li>
        ))}
      </ul>
    </section>
  );
};
