import type { Store } from '../data/store.ts';
import { AwarenessCardSchema, awarenessList } from '../domain/awareness/awareness-listings.ts';
import type { CityCode } from '../domain/kernel/city-code.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Fear, Feared } from '../domain/warning/feared.ts';
import { colourRange, WarningCardSchema, warningList } from '../domain/warning/warning-listings.ts';
import type { WarningRealm } from '../domain/warning/warning-realm.ts';
import { listCards } from './aggregate-routes.ts';

/** What reading lists takes. */
type ListingCell = { readonly store: Pick<Store, 'query'> };

/** Warnings, and notices of partners, that are looked at: the gravest, and the latest. */
const LOOKED_AT = 50;

type Told = readonly (Fear & { readonly city: CityCode })[];

const byWarnings = async (cell: ListingCell, realm: WarningRealm): Promise<Told> => {
  const range = { between: colourRange('orange', true) };
  const { items } = await listCards(cell, warningList(realm, {}), { limit: LOOKED_AT }, WarningCardSchema, range);
  return items.flatMap(({ colour, hazards, cities, headline, event, identifier, expiresAt: until }) =>
    colour === undefined
      ? []
      : cities.map(({ city }) => ({ city, colour, hazards, headline: headline ?? event ?? identifier, until })),
  );
};

const byPartners = async (cell: ListingCell, inDrill: boolean): Promise<Told> => {
  const list = awarenessList({ side: 'told', status: 'in-effect' });
  const { items } = await listCards(cell, list, { limit: LOOKED_AT }, AwarenessCardSchema, { descending: true });
  return items.flatMap(({ teller: city, colour, hazards, headline, until, exercise }) =>
    colour === undefined || (exercise && !inDrill) ? [] : [{ city, colour, hazards, headline, until }],
  );
};

/**
 * Red and orange warnings in force, and what partners have told, by the city that is under them: two Queries, three in a drill. Nobody else is
 * asked.
 * @param inDrill drills count in a drill only.
 */
export const whatIsFearedWhere = async (cell: ListingCell, now: Instant, inDrill = false): Promise<Feared> => {
  const told = await Promise.all([
    byWarnings(cell, 'actual'),
    byPartners(cell, inDrill),
    ...(inDrill ? [byWarnings(cell, 'exercise')] : []),
  ]);
  const feared = new Map<CityCode, Fear[]>();
  for (const { city, ...fear } of told.flat())
    if (fear.until > now) feared.set(city, [...(feared.get(city) ?? []), fear]);
  return feared;
};
