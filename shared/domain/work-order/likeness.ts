import { folded } from '../kernel/folded.ts';
import { HOUR_MS, type Instant, millisecondsBetween } from '../kernel/instant.ts';
import type { Text } from '../kernel/text.ts';
import { distanceKm } from '../vocabulary/estimated-travel.ts';
import type { Hazard } from '../vocabulary/hazards.ts';
import type { Position } from '../vocabulary/position.ts';

/** What somebody says has happened: an order, or an incident. */
export interface Sighting {
  readonly hazard: Hazard;
  readonly position: Pick<Position, 'latitude' | 'longitude'>;
  readonly occurredAt: Instant;
  readonly text: string;
}

/** How far apart two sightings of the same thing may be. */
export interface Reach {
  readonly metres: number;
  readonly hours: number;
}

/** Where nothing else is said: people call from where they are, and within the day. */
export const USUAL_REACH: Reach = { metres: 1000, hours: 12 };

/** How alike two sightings are, 0 to 100, and why. */
export interface Likeness {
  readonly score: number;
  readonly reasons: Text[];
}

/** What counts how much, of 100. */
const WEIGHTS = { place: 40, time: 25, text: 35 };

const bigrams = (text: string): ReadonlySet<string> => {
  const letters = [...folded(text).replace(/[\p{P}\p{S}\s]/gu, '')];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
};

/** @returns the share of pairs of letters that two texts have in common (Dice), 0 to 1; 0 where one has none. */
export const textShare = (one: string, other: string): number => {
  const [a, b] = [bigrams(one), bigrams(other)];
  const common = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
};

/**
 * @returns how alike two sightings are, whichever comes first; `undefined` when they are of different kinds, or further apart than the
 * reach in place or time.
 */
export const likeness = (one: Sighting, other: Sighting, reach: Reach = USUAL_REACH): Likeness | undefined => {
  if (one.hazard !== other.hazard) return undefined;
  const metres = Math.round(distanceKm(one.position, other.position) * 1000);
  const apartMs = Math.abs(millisecondsBetween(one.occurredAt, other.occurredAt));
  if (metres > reach.metres || apartMs > reach.hours * HOUR_MS) return undefined;
  const text = textShare(one.text, other.text);
  const score =
    WEIGHTS.place * (1 - metres / reach.metres) +
    WEIGHTS.time * (1 - apartMs / (reach.hours * HOUR_MS)) +
    WEIGHTS.text * text;
  const minutes = Math.round(apartMs / 60_000);
  const percent = Math.round(text * 100);
  return {
    score: Math.round(score),
    reasons: [
      { zh: `相距${metres}米`, en: `${metres} m apart` },
      { zh: `相隔${minutes}分钟`, en: `${minutes} min apart` },
      { zh: `文字相同${percent}%`, en: `${percent}% of the words in common` },
    ],
  };
};
