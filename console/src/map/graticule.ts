/** What a map shows, degrees. */
export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** Spacings of the lines, degrees, the closest first. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20] as const;
/** More lines than these across a map hide what it shows. */
const MOST_LINES = 8;

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

const between = (from: number, to: number, step: number): readonly number[] => {
  const first = Math.ceil(round(from / step));
  const last = Math.floor(round(to / step));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => round((first + at) * step));
};

/** @returns where lines of latitude and longitude are drawn, degrees, at most eight of each. */
export const graticuleOf = ({
  south,
  west,
  north,
  east,
}: Bounds): { readonly parallels: readonly number[]; readonly meridians: readonly number[] } => {
  const span = Math.max(north - south, east - west);
  const step = STEPS.find((one) => span / one <= MOST_LINES) ?? STEPS[STEPS.length - 1] ?? 20;
  return { parallels: between(south, north, step), meridians: between(west, east, step) };
};

/** @returns how maps write an angle: 36.6°N, 101.8°E. */
export const degreesOf = (degrees: number, [positive, negative]: readonly [string, string]): string =>
  `${Math.abs(degrees)}°${degrees < 0 ? negative : positive}`;
