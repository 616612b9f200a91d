import type { Text } from '../domain/kernel/text.ts';
import type { AvailabilityPeriod } from '../domain/vocabulary/availability.ts';
import { type Cell, CellProblem } from './cell.ts';
import { fromMoment, untilMoment } from './moment-cells.ts';
import { escaped, partsOf, plain, splitAtFirst, splitAtLast } from './notation.ts';
import { number } from './simple-cells.ts';

/** Between the things of a list that have parts themselves, and all that has a meaning inside them. */
const BETWEEN = '；;\n';
const TIMES = '×';
const COLON = '：:';
const MEANINGFUL = `${BETWEEN}${TIMES}${COLON}[]`;

/** What is written in a cell in which nothing is meant to stand, as against one that leaves things as they are. */
const NONE = '无';

const words = (text: string): string => escaped(text, MEANINGFUL);

/** @returns a cell with several things of a kind, each by its own notation. */
export const list = <T>(read: (part: string) => T, write: (value: T) => string, notation: Text): Cell<T[]> => ({
  read: (text) => (text === NONE ? [] : partsOf(text, BETWEEN).map(read)),
  write: (values) => (values.length === 0 ? NONE : values.map(write).join('；')),
  notation: { zh: `${notation.zh}；没有则写“${NONE}”`, en: `${notation.en}; ${NONE} for none` },
});

const notWritten = (part: string, { zh, en }: Text): CellProblem =>
  new CellProblem({ zh: `“${plain(part)}”应写作 ${zh}`, en: `"${plain(part)}" should be written like ${en}` });

interface Equipment {
  readonly name: string;
  readonly quantity: number;
  readonly unit: string;
}

const EQUIPMENT: Text = { zh: '橡皮艇×4艘；水泵×2台', en: '橡皮艇×4艘；水泵×2台 (name×quantity unit)' };
const QUANTITY = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(.*)$/is;

/** @throws CellProblem when it is no thing with a quantity and a unit. */
export const readEquipment = (part: string): Equipment => {
  const [name, amount] = splitAtLast(part, TIMES) ?? splitAtLast(part, 'xX*＊') ?? [];
  const [, quantity, unit = ''] = QUANTITY.exec(amount ?? '') ?? [];
  if (!name || quantity === undefined || unit === '') throw notWritten(part, EQUIPMENT);
  return { name: plain(name), quantity: number.read(quantity), unit: plain(unit) };
};

export const equipmentText = ({ name, quantity, unit }: Equipment): string =>
  `${words(name)}${TIMES}${quantity}${/^[\d.e]/i.test(unit) ? ' ' : ''}${words(unit)}`;

/** Things with a quantity and a unit. */
export const equipment: Cell<Equipment[]> = list(readEquipment, equipmentText, EQUIPMENT);

/** @returns a cell with several things of two parts each, e.g. 王示例：138-0000-0011. */
export const pairs = <T>(
  toPair: (value: T) => readonly [string, string],
  fromPair: (left: string, right: string) => T,
  notation: Text,
): Cell<T[]> =>
  list(
    (part) => {
      const [left, right] = splitAtFirst(part, COLON) ?? [];
      if (!left || !right) throw notWritten(part, notation);
      return fromPair(plain(left), plain(right));
    },
    (value) => toPair(value).map(words).join('：'),
    notation,
  );

const PERIOD: Text = {
  zh: '2026-07-01 08:00~2026-07-10 不可用：年度检修',
  en: '2026-07-01 08:00~2026-07-10 不可用：年度检修 (from~until 可用 (available) or 不可用 (not available)：reason)',
};
const PERIOD_PATTERN = /^(.+?)\s*[~～至]\s*(.+?)\s+(可用|不可用)$/;

const readPeriod = (part: string): AvailabilityPeriod => {
  // The colon in a time of day is none between parts.
  const [, when = '', reason = ''] = /^(.*?(?:可用))[：:](.*)$/s.exec(part) ?? [];
  const [, from, until, condition] = PERIOD_PATTERN.exec(when.trim()) ?? [];
  if (from === undefined || until === undefined || reason.trim() === '') throw notWritten(part, PERIOD);
  return {
    from: fromMoment.read(from),
    until: untilMoment.read(until),
    available: condition === '可用',
    reason: plain(reason.trim()),
  };
};

/** Periods in which something can, or cannot, be had. */
export const periods: Cell<AvailabilityPeriod[]> = list(
  readPeriod,
  ({ from, until, available, reason }) =>
    `${fromMoment.write(from)}~${untilMoment.write(until)} ${available ? '可用' : '不可用'}：${words(reason)}`,
  PERIOD,
);
