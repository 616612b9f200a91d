import type { CityCode } from '../../domain/kernel/city-code.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { LookupAnswer, LookupQuery } from '../../domain/lookup/lookup-query.ts';
import type { Store } from '../store.ts';

/** What a lookup needs of its cell. */
export interface LookupCell {
  readonly city: CityCode;
  readonly store: Pick<Store, 'query' | 'getMany'>;
}

/**
 * Looks up teams, agencies, experts, stock and packages, the city's own and its partners', best first. A constant number of
 * Queries of bounded length and one BatchGetItem, whatever the registry holds.
 * @param now the moment by which readiness, terms and missions are judged; the same for all pages of a query.
 */
export declare const lookUp: (cell: LookupCell, query: LookupQuery, now: Instant) => Promise<LookupAnswer>;
