/** @returns the middle of the values, by size. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** @returns the value rounded to so many decimals, for print. */
export const rounded = (value: number, decimals = 2): number => Number(value.toFixed(decimals));
