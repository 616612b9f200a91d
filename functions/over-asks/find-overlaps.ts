import { keys } from '../../shared/data/table.ts';
import { nearRanges } from '../../shared/domain/lookup/near-list.ts';
import { type Ask, AskSchema } from '../../shared/domain/over-ask/ask.ts';
import { askedForList, askedNearList, kindRange } from '../../shared/domain/over-ask/over-ask.ts';
import { type Overlap, overlapsOf, SAME_PLACE_KM } from '../../shared/domain/over-ask/overlap.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { relatedIncidents } from './related-incidents.ts';

/** Rows of one stretch of a list that are looked at. */
const LOOKED_AT = 200;

type Reading = Pick<Cell, 'store'>;

const cards = async (
  { store }: Reading,
  list: string,
  between?: readonly [from: string, to: string],
): Promise<readonly Ask[]> => {
  const page = await store.query({
    pk: keys.listing(list, '').pk,
    limit: LOOKED_AT,
    ...(between === undefined ? {} : { between }),
  });
  return page.items.map((item) => AskSchema.parse(item.card));
};

const eachOnce = (asks: readonly Ask[]): readonly Ask[] => [
  ...new Map(asks.map((ask) => [`${ask.requestId}#${ask.itemId}`, ask])).values(),
];

/** @returns all that is asked for an incident and those that belong with it: one Query for each incident. */
export const askedFor = async (cell: Reading, incidents: ReadonlySet<string>): Promise<readonly Ask[]> => {
  const found = await Promise.all([...incidents].map((id) => cards(cell, askedForList(id))));
  return eachOnce(found.flat());
};

/** What others ask for that may be the same, and which incidents were taken for one event. */
export interface Found {
  readonly overlaps: readonly Overlap[];
  readonly incidents: ReadonlySet<string>;
}

/**
 * Sets what a request asks for beside all that is asked for the same kinds, for the same event or at the same place: a Query for each
 * kind and incident, and at most nine for each kind and reporting point, whatever is asked elsewhere.
 */
export const findOverlaps = async (cell: Reading, asks: readonly Ask[]): Promise<Found> => {
  const [first] = asks;
  if (!first) return { overlaps: [], incidents: new Set() };
  const incidents = await relatedIncidents(cell, first.incidentId);
  const kinds = [...new Set(asks.map(({ kind }) => kind))];
  const forEvent = kinds.flatMap((kind) => [...incidents].map((id) => cards(cell, askedForList(id), kindRange(kind))));
  const near = asks.flatMap(({ kind, exercise, position }) =>
    nearRanges(position, SAME_PLACE_KM).map((between) => cards(cell, askedNearList(kind, exercise), between)),
  );
  const others = eachOnce((await Promise.all([...forEvent, ...near])).flat());
  const areSame = (one: string, other: string): boolean => incidents.has(one) && incidents.has(other);
  return { overlaps: overlapsOf(asks, others, areSame), incidents };
};
