import type { Text } from '../../domain/kernel/text.ts';
import type { DutyPerson } from '../../domain/roster/roster-state.ts';
import { type Cell, CellProblem } from '../cell.ts';
import { list } from '../nested-cells.ts';
import { escaped, plain } from '../notation.ts';

const NOTATION: Text = {
  zh: '王示例（值班员）[账号]：000-0000-0001；李示例：000-0000-0002',
  en: '王示例（值班员）[账号]：000-0000-0001；李示例：000-0000-0002 (name（position）[sign-in]：telephone)',
};

/** What has a meaning inside the parts of a person. */
const MEANINGFUL = '；;\n（）()[]：:';
const PATTERN =
  /^((?:\\[\s\S]|[^\\（([：:])+)(?:[（(]((?:\\[\s\S]|[^\\）)])+)[）)])?\s*(?:\[((?:\\[\s\S]|[^\\\]])+)\])?\s*[：:]\s*([\s\S]+)$/;

const read = (part: string): DutyPerson => {
  const [, name, position, personId, telephone] = PATTERN.exec(part) ?? [];
  if (name === undefined || telephone === undefined)
    throw new CellProblem({
      zh: `“${plain(part)}”应写作 ${NOTATION.zh}`,
      en: `"${plain(part)}" should be like ${NOTATION.en}`,
    });
  return {
    name: plain(name.trim()),
    ...(position === undefined ? {} : { position: plain(position.trim()) }),
    telephone: plain(telephone.trim()),
    ...(personId === undefined ? {} : { personId: plain(personId.trim()) }),
  };
};

const write = ({ name, position, telephone, personId }: DutyPerson): string =>
  [
    escaped(name, MEANINGFUL),
    position === undefined ? '' : `（${escaped(position, MEANINGFUL)}）`,
    personId === undefined ? '' : `[${escaped(personId, MEANINGFUL)}]`,
    `：${escaped(telephone, MEANINGFUL)}`,
  ].join('');

/** Somebody who can be rung. */
export const dutyPersonCell: Cell<DutyPerson> = { read, write, notation: NOTATION };

/** Those on duty, in the order in which they are rung. */
export const dutyPersonsCell = list<DutyPerson>(read, write, NOTATION);
