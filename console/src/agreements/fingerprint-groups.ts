/** Hexadecimal digits of a group that is read out in one breath. */
const GROUP_DIGITS = 4;

/** How what was read out on the telephone compares with a fingerprint. */
export type Comparison =
  | { readonly result: 'incomplete'; readonly done: number; readonly groups: number }
  | { readonly result: 'same'; readonly groups: number }
  /** `group` is the first that differs, from 1. */
  | { readonly result: 'differs'; readonly group: number };

const digitsOf = (text: string): string => text.replace(/[\s:-]/g, '').toUpperCase();

/** @returns how a fingerprint that is being typed in compares with the one there is, as far as it has come. */
export const compareFingerprints = (typed: string, known: string): Comparison => {
  const [told, digits] = [digitsOf(typed), digitsOf(known)];
  const wrong = [...told].findIndex((digit, at) => digit !== digits[at]);
  if (wrong >= 0) return { result: 'differs', group: Math.floor(wrong / GROUP_DIGITS) + 1 };
  const groups = Math.ceil(digits.length / GROUP_DIGITS);
  return told.length === digits.length
    ? { result: 'same', groups }
    : { result: 'incomplete', done: Math.floor(told.length / GROUP_DIGITS), groups };
};
