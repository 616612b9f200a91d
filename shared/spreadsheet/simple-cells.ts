import type { Text } from '../domain/kernel/text.ts';
import { type Cell, CellProblem } from './cell.ts';
import { escaped, partsOf, plain } from './notation.ts';

/** Text as people write it. */
export const words: Cell<string> = {
  read: (text) => text,
  write: (value) => value,
  notation: { zh: '文字', en: 'text' },
};

const NUMBER = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

const toNumber = (text: string): number => {
  const number = text.normalize('NFKC').replaceAll(',', '');
  if (!NUMBER.test(number)) throw new CellProblem({ zh: `“${text}”不是数字`, en: `"${text}" is not a number` });
  return Number(number);
};

/** A number, e.g. 36.62. */
export const number: Cell<number> = { read: toNumber, write: String, notation: { zh: '数字', en: 'number' } };

/** An amount of money in yuan, read as fen (1/100 yuan). */
export const yuanCell: Cell<number> = {
  read: (text) => {
    const amount = text.normalize('NFKC').replace(/[,¥元\s]/g, '');
    const [, whole = '', cents = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
    if (whole === '')
      throw new CellProblem({
        zh: `“${text}”不是金额（元，最多两位小数）`,
        en: `"${text}" is no amount of yuan with at most two decimals`,
      });
    return Number(whole) * 100 + Number(cents.padEnd(2, '0'));
  },
  write: (fen) => (fen / 100).toFixed(2),
  notation: { zh: '元，最多两位小数', en: 'yuan, at most two decimals' },
};

const YES = ['是', '有', 'true', 'yes', 'y', '1', '√'];
const NO = ['否', '无', 'false', 'no', 'n', '0', '×'];

/** Yes or no. */
export const yesOrNo: Cell<boolean> = {
  read: (text) => {
    const word = text.normalize('NFKC').toLowerCase();
    if (YES.includes(word)) return true;
    if (NO.includes(word)) return false;
    throw new CellProblem({ zh: `“${text}”应为“是”或“否”`, en: `"${text}" should be 是 (yes) or 否 (no)` });
  },
  write: (value) => (value ? '是' : '否'),
  notation: { zh: '是 或 否', en: '是 (yes) or 否 (no)' },
};

const same = (one: string, other: string): boolean =>
  one.normalize('NFKC').toLowerCase() === other.normalize('NFKC').toLowerCase();

/** @returns a cell that holds one of the codes, by its name in either language or by the code itself. */
export const oneOf = <K extends string>(names: Readonly<Record<K, Text>>): Cell<K> => {
  const codes = Object.keys(names) as K[];
  const choices = codes.map((code) => names[code].zh).join('、');
  return {
    read: (text) => {
      const found = codes.find((code) => [code, names[code].zh, names[code].en].some((name) => same(name, text)));
      if (found === undefined)
        throw new CellProblem({
          zh: `“${text}”不在可选项中（${choices}）`,
          en: `"${text}" is none of: ${codes.join(', ')}`,
        });
      return found;
    },
    write: (code) => names[code]?.zh ?? code,
    notation: { zh: `以下之一：${choices}`, en: `one of: ${codes.join(', ')}` },
  };
};

/** Between the words of a list; people use any of them. */
const LIST_SEPARATORS = '、，,；;\n';

/** @returns a cell that holds several of what the other holds one of, e.g. 洪涝、地震. */
export const several = <T>(each: Cell<T>): Cell<T[]> => ({
  read: (text) => partsOf(text, LIST_SEPARATORS).map((part) => each.read(plain(part))),
  write: (values) => values.map((value) => escaped(each.write(value), LIST_SEPARATORS)).join('、'),
  notation: { zh: `可多项，用“、”隔开；${each.notation.zh}`, en: `several, with 、 between; ${each.notation.en}` },
});
