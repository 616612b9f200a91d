import { CITIES } from '../../reference/cities.ts';
import { type Cell, CellProblem } from '../cell.ts';

const CODE = /^\d{6}$/;

/** A city, by its name where the service knows it, else by its code of GB/T 2260. */
export const cityCell: Cell<string> = {
  read: (text) => {
    const word = text.normalize('NFKC');
    const known = CITIES.find(({ name: { zh, en } }) => [zh, en].includes(word) || zh.replace(/市$/, '') === word);
    if (known) return known.code;
    if (CODE.test(word)) return word;
    throw new CellProblem({
      zh: `“${text}”不是已知城市，请填六位行政区划代码`,
      en: `"${text}" is no city known here; write its code of six digits`,
    });
  },
  write: (code) => CITIES.find((city) => city.code === code)?.name.zh ?? code,
  notation: { zh: '城市名称或六位行政区划代码', en: 'name or six-digit code of the city' },
};
