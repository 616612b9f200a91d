import { type LookupCell, lookUp } from '../../shared/data/lookup/look-up.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { areaOf, basisFor, circleAround, isInShapes } from '../../shared/domain/warning/warning-area.ts';
import type { SeenWarning } from '../../shared/domain/warning/warning-state.ts';
import type { WarnedTeams } from '../../shared/http/views/warning.ts';
import { CITIES } from '../../shared/reference/cities.ts';
import { WARNING_VOCABULARY } from '../../shared/reference/warning-vocabulary.ts';

/** Teams that are listed. */
const MOST_TEAMS = 50;

/** The city's own teams in a warning's area: one lookup in the index by place, around the area; its cost is that of a lookup. */
export const warnedTeams = async (cell: LookupCell, { alert }: SeenWarning, now: Instant): Promise<WarnedTeams> => {
  const { city } = cell;
  const area = areaOf(alert, WARNING_VOCABULARY);
  const known = CITIES.find(({ code }) => code === city);
  const basis = known && basisFor(area, known);
  const query = { kinds: ['team' as const], city, limit: MOST_TEAMS };
  if (basis === 'division' || basis === 'part') {
    const { hits, more, exact } = await lookUp(cell, query, now);
    return { city, basis, teams: hits.map(({ entry }) => entry), more: more || !exact };
  }
  const around = circleAround(area);
  if (!around) return { city, teams: [], more: false };
  const near = { near: around.centre, withinKilometres: Math.max(around.radiusKm, 0.001) };
  const { hits, more, exact } = await lookUp(cell, { ...query, ...near }, now);
  const teams = hits.map(({ entry }) => entry).filter(({ position }) => isInShapes(position, area));
  return { city, basis: 'shape', teams, more: more || !exact };
};
