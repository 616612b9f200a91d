import { readFileSync } from 'node:fs';

/** One element as the standard lists it. */
export interface StandardElement {
  readonly name: string;
  readonly cardinality: string;
  /** The values it may have, sorted, where the standard lists them. */
  readonly values?: readonly string[];
  readonly children: readonly StandardElement[];
}

const LINE = /^(?<indent> *)(?<name>\w+) \[(?<cardinality>[^\]]+)\](?: \{(?<values>[^}]+)\})?$/;

interface Row {
  readonly depth: number;
  readonly element: Omit<StandardElement, 'children'>;
}

const rowOf = (line: string): Row => {
  const { indent, name, cardinality, values } = LINE.exec(line)?.groups ?? {};
  if (indent === undefined || name === undefined || cardinality === undefined)
    throw new Error(`not a line of the text: ${line}`);
  return {
    depth: indent.length / 2,
    element: { name, cardinality, ...(values === undefined ? {} : { values: values.split('|').sort() }) },
  };
};

const treeOf = (rows: readonly Row[], depth: number): StandardElement[] => {
  const tree: StandardElement[] = [];
  for (const [index, row] of rows.entries()) {
    if (row.depth !== depth) continue;
    const rest = rows.slice(index + 1);
    const end = rest.findIndex((next) => next.depth <= depth);
    tree.push({ ...row.element, children: treeOf(end < 0 ? rest : rest.slice(0, end), depth + 1) });
  }
  return tree;
};

const blocks = readFileSync(new URL('../../conformance/edxl-rm-structure.txt', import.meta.url), 'utf8')
  .split('\n\n')
  .map((block) => block.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
  .filter((lines) => lines.length > 0);

const contentOf = (lines: readonly string[]): StandardElement[] => treeOf(lines.slice(1).map(rowOf), 1);

/** What the standard says each message is made of, read from the text of its facts. */
export const standardMessages: ReadonlyMap<string, readonly StandardElement[]> = new Map(
  blocks
    .filter(([first = '']) => first.endsWith(' [1..1]'))
    .map((lines) => [String(lines[0]).split(' ')[0] ?? '', contentOf(lines)]),
);

/** What the standard says each shared type is made of; of a choice, the alternatives. */
export const standardTypes: ReadonlyMap<string, readonly StandardElement[]> = new Map(
  blocks
    .filter(([first = '']) => /^(type|choice) /.test(first))
    .map((lines) => [String(lines[0]).split(' ')[1] ?? '', contentOf(lines)]),
);
