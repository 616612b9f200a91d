import { type Cell, CellProblem } from '../cell.ts';

/** Languages that people name; all others by their code. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  zh: ['汉语', '中文', '普通话', 'Chinese'],
  bo: ['藏语', 'Tibetan'],
  mn: ['蒙古语', 'Mongolian'],
  ug: ['维吾尔语', 'Uyghur'],
  kk: ['哈萨克语', 'Kazakh'],
  en: ['英语', 'English'],
  ru: ['俄语', 'Russian'],
};
const CODE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A language, by its name or its code of BCP 47. */
export const languageCell: Cell<string> = {
  read: (text) => {
    const known = Object.entries(NAMES).find(([, names]) => names.includes(text))?.[0];
    if (known === undefined && !CODE.test(text))
      throw new CellProblem({ zh: `“${text}”不是语言名称或代码`, en: `"${text}" is no name or code of a language` });
    return known ?? text;
  },
  write: (code) => NAMES[code]?.[0] ?? code,
  notation: { zh: '语言名称或代码，如 汉语、藏语、英语', en: 'name or code of a language, e.g. 汉语, bo, en' },
};
