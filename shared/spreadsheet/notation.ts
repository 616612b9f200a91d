/** In a cell that holds several things, `\` takes from the character after it what it would mean. */
const ESCAPE = '\\';

/** @returns the parts between the separators that no `\` stands before; the `\` stay in the parts. */
const rawParts = (text: string, separators: string): readonly string[] => {
  const parts = [''];
  for (let n = 0; n < text.length; n += 1) {
    const character = text.charAt(n);
    if (character === ESCAPE && n + 1 < text.length) {
      parts[parts.length - 1] += character + text.charAt(n + 1);
      n += 1;
    } else if (separators.includes(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
};

/** @returns the text without the `\` that were put before characters. */
export const plain = (text: string): string => text.replace(/\\([\s\S])/g, '$1');

/** @returns the text with `\` before whatever one of the characters means, and before `\` itself. */
export const escaped = (text: string, meaningful: string): string =>
  [...text]
    .map((character) => (character === ESCAPE || meaningful.includes(character) ? ESCAPE : '') + character)
    .join('');

/** @returns the parts of a cell's text, trimmed, without those that are empty; each still as it was written, `\` included. */
export const partsOf = (text: string, separators: string): readonly string[] =>
  rawParts(text, separators)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** @returns the text before and after the first separator, or `undefined` when there is none. */
export const splitAtFirst = (text: string, separators: string): readonly [string, string] | undefined => {
  const [first = ''] = rawParts(text, separators);
  return first.length === text.length ? undefined : [first.trim(), text.slice(first.length + 1).trim()];
};

/** @returns the text before and after the last separator, or `undefined` when there is none. */
export const splitAtLast = (text: string, separators: string): readonly [string, string] | undefined => {
  const last = rawParts(text, separators).at(-1) ?? '';
  const at = text.length - last.length;
  return at === 0 ? undefined : [text.slice(0, at - 1).trim(), last.trim()];
};
