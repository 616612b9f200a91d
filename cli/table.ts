import stringWidth from 'string-width';

const GAP = '  ';

/** What a terminal would obey is not shown: cells hold what other people wrote. */
const harmless = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** @returns lines in columns, Chinese characters taking two; with nothing in the last column there is nothing at the line's end. */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = [headings, ...rows].map((line) => line.map(harmless));
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => stringWidth(line[column] ?? ''))));
  const [head = '', ...body] = lines.map((line) =>
    widths
      .map((width, column) => padded(line[column] ?? '', width))
      .join(GAP)
      .trimEnd(),
  );
  return [head, widths.map((width) => '─'.repeat(width)).join(GAP), ...body].join('\n');
};

/** @returns one line for each name and value, the values below one another. */
export const facts = (pairs: readonly (readonly [name: string, value: string])[]): string => {
  const width = Math.max(...pairs.map(([name]) => stringWidth(name)));
  return pairs.map(([name, value]) => `${padded(name, width)}${GAP}${harmless(value)}`).join('\n');
};
