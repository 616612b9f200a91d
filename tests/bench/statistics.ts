/** @returns the value below which that share of the values lies, 0 ≤ share ≤ 1, interpolated; 0.5 is the median. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
};

/** @returns the middle of the values, by size. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** @returns the value rounded to so many decimals, for print. */
export const rounded = (value: number, decimals = 2): number => Number(value.toFixed(decimals));
