import type { Text } from '../kernel/text.ts';
import type { Named } from './answer.ts';

/** @returns how many teams, or which goods, for a sentence that people read. */
export const namedInWords = ({ teams, lots = [] }: Named): Text => {
  const goods = lots.map(({ name, quantity, unit }) => `${name}${quantity}${unit}`);
  const goodsEn = lots.map(({ name, quantity, unit }) => `${quantity} ${unit} of ${name}`);
  const isCounted = teams.length > 0 || lots.length === 0;
  return {
    zh: [...(isCounted ? [`${teams.length}支队伍`] : []), ...goods].join('、'),
    en: [...(isCounted ? [`${teams.length} teams`] : []), ...goodsEn].join(', '),
  };
};
