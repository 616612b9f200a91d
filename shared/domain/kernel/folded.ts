/** @returns the text as it is compared: upper and lower case, full and half width, and how many blanks make no difference. */
export const folded = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
