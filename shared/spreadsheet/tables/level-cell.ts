import type { CapabilityLevel } from '../../domain/vocabulary/resource-kinds.ts';
import { type Cell, CellProblem } from '../cell.ts';

const LEVELS: readonly CapabilityLevel[] = [1, 2, 3];
const CHINESE = ['一', '二', '三'];

/** A capability level or grade: 1 to 3, 1 highest. */
export const levelCell: Cell<CapabilityLevel> = {
  read: (text) => {
    const word = text.normalize('NFKC').replace(/级$/, '').trim();
    const level = LEVELS.find((each) => word === String(each) || word === CHINESE[each - 1]);
    if (level === undefined)
      throw new CellProblem({ zh: `“${text}”应为 1、2 或 3 级`, en: `"${text}" should be 1, 2 or 3` });
    return level;
  },
  write: (level) => `${level}级`,
  notation: { zh: '1级、2级或3级，1级最高', en: '1 to 3, 1 is the highest' },
};
