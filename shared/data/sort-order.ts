/** Moves surrogates above the rest of the basic plane, where their UTF-8 form sorts. */
const rank = (unit: number): number => {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
};

/**
 * The order of DynamoDB's string keys: UTF-8 bytes, which differs from JavaScript's `<` once characters beyond the basic plane
 * (rare Han characters among them) meet U+E000–U+FFFF (full-width forms among them).
 * @returns negative, zero or positive as `left` sorts before, with or after `right`.
 */
export const compareKeys = (left: string, right: string): number => {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = rank(left.charCodeAt(index)) - rank(right.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};
