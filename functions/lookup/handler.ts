import { hitName, type LookupCell, lookUp } from '../../shared/data/lookup/look-up.ts';
import type { LookupQuery } from '../../shared/domain/lookup/lookup-query.ts';
import { type LookupParameters, type LookupResult, lookupRoutes as routes } from '../../shared/http/routes/lookup.ts';
import { lookupHitView } from '../../shared/http/views/lookup.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { whatIsFearedWhere } from '../../shared/lambda/what-is-feared-where.ts';
import { lookupCursor, positionOf } from './lookup-cursor.ts';

const queryOf = (parameters: LookupParameters): LookupQuery => {
  const { kind: kinds, availableFrom: from, availableUntil: until, cursor: _, ...same } = parameters;
  return {
    ...same,
    ...(kinds && { kinds }),
    ...(from !== undefined && until !== undefined && { availableAt: { from, until } }),
  };
};

/** The one lookup. */
export const createHandler = (cell: HttpCell & LookupCell & Pick<Cell, 'clock'>) =>
  createHttpHandler(cell, [
    implement(routes.lookUp, async ({ query: parameters }) => {
      const query = queryOf(parameters);
      const { askedAt, after } = positionOf(parameters.cursor, query, cell.clock.now());
      const feared = await whatIsFearedWhere(cell, askedAt);
      const { hits, more, ...counts } = await lookUp(cell, { ...query, ...(after && { after }) }, askedAt, feared);
      const last = more ? hits.at(-1) : undefined;
      const body: LookupResult = { items: hits.map(lookupHitView), ...counts, askedAt };
      if (last) body.nextCursor = lookupCursor(query, askedAt, { score: last.score, name: hitName(last) });
      return { body };
    }),
  ]);
