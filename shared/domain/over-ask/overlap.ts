import * as z from 'zod';
import { earliest, HOUR_MS, latest, millisecondsBetween } from '../kernel/instant.ts';
import { type Text, TextSchema } from '../kernel/text.ts';
import { distanceKm } from '../vocabulary/estimated-travel.ts';
import { type Ask, AskSchema } from './ask.ts';

/** Reporting points as near as this are at the same place, kilometres. */
export const SAME_PLACE_KM = 5;

/** Whether two requests of one city, or those of two cities, ask for the same. */
export const OverlapScopeSchema = z.enum(['within-city', 'between-cities']).meta({ id: 'OverlapScope' });

/** An ask of another request that may be for the same, and why. */
export const OverlapSchema = z
  .strictObject({
    /** The item of the request in question. */
    itemId: z.uuid(),
    other: AskSchema,
    scope: OverlapScopeSchema,
    /** Whether both are for one incident, or for incidents that are said to belong together. */
    sameEvent: z.boolean(),
    reasons: z.array(TextSchema),
  })
  .meta({ id: 'Overlap' });
export type Overlap = z.infer<typeof OverlapSchema>;

/** Says whether two incidents, each under the id it has in its city, are one event or belong together; without direction. */
export type AreSameEvent = (one: string, other: string) => boolean;

const isSameResource = (one: Ask, other: Ask): boolean =>
  one.kind === other.kind && one.supply?.code === other.supply?.code && one.supply?.unit === other.supply?.unit;

/** @returns for how long both are needed, milliseconds; not above 0 when never. */
const together = (one: Ask, other: Ask): number => {
  const from = latest(one.from, other.from) ?? one.from;
  const until = earliest(one.until, other.until) ?? one.until;
  return millisecondsBetween(from, until);
};

const quantities = (one: Ask, other: Ask): Text => {
  const [less, more] = [Math.min(one.quantity, other.quantity), Math.max(one.quantity, other.quantity)];
  return { zh: `数量${less}与${more}`, en: `quantities ${less} and ${more}` };
};

/**
 * @returns why two asks may be for the same, whichever is looked at first; `undefined` when they are not: of other kinds, never
 * needed at the same time, neither for one event nor at one place, a drill and the real thing, or of one request.
 */
export const overlapReasons = (one: Ask, other: Ask, areSame: AreSameEvent): Text[] | undefined => {
  if (one.requestId === other.requestId || one.exercise !== other.exercise || !isSameResource(one, other))
    return undefined;
  const togetherMs = together(one, other);
  const km = Math.round(distanceKm(one.position, other.position) * 10) / 10;
  const sameEvent = areSame(one.incidentId, other.incidentId);
  if (togetherMs <= 0 || (!sameEvent && km > SAME_PLACE_KM)) return undefined;
  const hours = Math.max(1, Math.round(togetherMs / HOUR_MS));
  return [
    ...(sameEvent ? [{ zh: '为同一或相关事件', en: 'for one event, or events that belong together' }] : []),
    { zh: `集结点相距${km}公里`, en: `reporting points ${km} km apart` },
    { zh: `同时需要${hours}小时`, en: `needed at the same time for ${hours} h` },
    quantities(one, other),
  ];
};

/** @returns what of others may be the same as what a request asks for. */
export const overlapsOf = (asks: readonly Ask[], others: readonly Ask[], areSame: AreSameEvent): readonly Overlap[] =>
  asks.flatMap((ask) =>
    others.flatMap((other): Overlap[] => {
      const reasons = overlapReasons(ask, other, areSame);
      if (!reasons) return [];
      const scope = ask.city === other.city ? 'within-city' : 'between-cities';
      const sameEvent = areSame(ask.incidentId, other.incidentId);
      return [{ itemId: ask.itemId, other, scope, sameEvent, reasons }];
    }),
  );
