import { isXmlText } from '../../domain/kernel/words.ts';

/** The entities of XML itself: no others are taken, so that nothing expands. */
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const characterOf = (reference: string): string | undefined => {
  const named = ENTITIES[reference];
  if (named !== undefined) return named;
  const digits = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(reference);
  const code = digits ? Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] === undefined ? 10 : 16) : undefined;
  if (code === undefined || code > 0x10ffff) return undefined;
  const character = String.fromCodePoint(code);
  return isXmlText(character) ? character : undefined;
};

/** @returns the text with its references to characters resolved; `undefined` where one names no character of XML. */
export const decodeText = (raw: string): string | undefined => {
  const parts = raw.split('&');
  const decoded = parts.slice(1).map((part) => {
    const end = part.indexOf(';');
    const character = end < 0 ? undefined : characterOf(part.slice(0, end));
    return character === undefined ? undefined : character + part.slice(end + 1);
  });
  return decoded.some((part) => part === undefined) ? undefined : (parts[0] ?? '') + decoded.join('');
};
