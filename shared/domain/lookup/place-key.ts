import type { RegistryEntryKind } from '../registry/registry-entry.ts';
import type { Point } from './lookup-query.ts';

/** Digits of a place: each halves the degrees both ways; the last cell is some 150 m wide. */
export const PLACE_DIGITS = 18;

const cellOf = (share: number, cells: number): number => Math.min(cells - 1, Math.max(0, Math.floor(share * cells)));

/** @returns column and row of the cell that holds a point, where the earth is cut into 2^digits columns and rows. */
export const cellAt = ({ latitude, longitude }: Point, digits: number): { column: number; row: number } => ({
  column: cellOf((longitude + 180) / 360, 2 ** digits),
  row: cellOf((latitude + 90) / 180, 2 ** digits),
});

/** @returns a geohash in base 4 of a cell: cells with the same beginning lie within the same larger one. */
export const placeOfCell = ({ column, row }: { column: number; row: number }, digits: number): string =>
  Array.from({ length: digits }, (_, index) => {
    const bit = digits - 1 - index;
    return (Math.floor(row / 2 ** bit) % 2) * 2 + (Math.floor(column / 2 ** bit) % 2);
  }).join('');

/** @returns a geohash in base 4 of a point. */
export const placeOf = (point: Point): string => placeOfCell(cellAt(point, PLACE_DIGITS), PLACE_DIGITS);

/** @returns the middle of the cell that a place names. */
export const middleOf = (place: string): Point => {
  let [column, row] = [0, 0];
  for (const digit of place) {
    column = column * 2 + (Number(digit) % 2);
    row = row * 2 + Math.floor(Number(digit) / 2);
  }
  const cells = 2 ** place.length;
  return { latitude: ((row + 0.5) / cells) * 180 - 90, longitude: ((column + 0.5) / cells) * 360 - 180 };
};

/** What the sort key of a posting row says. */
export interface PlaceKey {
  readonly kind: RegistryEntryKind;
  readonly place: string;
  readonly id: string;
  /** `own`, or the id of the agreement under which a partner shares it. */
  readonly source: string;
}

/** @returns the sort key of all posting rows of an entry: those of a kind together, and what is near together among them. */
export const toPlaceKey = ({ kind, place, id, source }: PlaceKey): string => [kind, place, id, source].join('#');

export const fromPlaceKey = (key: string): PlaceKey => {
  const [kind = '', place = '', id = '', source = ''] = key.split('#');
  return { kind: kind as RegistryEntryKind, place, id, source };
};

/** @returns the bounds of the sort keys of a kind whose places lie between two (beginnings of) places. */
export const placeRange = (kind: RegistryEntryKind, from = '', to = ''): readonly [from: string, to: string] => [
  `${kind}#${from}`,
  `${kind}#${to}~`,
];
