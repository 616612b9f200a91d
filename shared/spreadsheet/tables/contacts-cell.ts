import type { DutyContact } from '../../domain/team/team-state.ts';
import { pairs } from '../nested-cells.ts';

/** Whom to telephone, by turn. */
export const contactsCell = pairs<DutyContact>(
  ({ name, telephone }) => [name, telephone],
  (name, telephone) => ({ name, telephone }),
  {
    zh: '王示例：000-0000-0011；李示例：000-0000-0012',
    en: '王示例：000-0000-0011；李示例：000-0000-0012 (name：telephone)',
  },
);
