import { named } from '../kernel/named.ts';
import type { Text } from '../kernel/text.ts';
import type { WaitedFor } from './open-deadline.ts';

/** Who moves within the city; which agency, expert or team it is, what is waited for says. */
const OWN: Readonly<Record<Exclude<WaitedFor['who'], 'city'>, Text>> = {
  'duty-room': { zh: '本市值班室', en: 'the duty room of this city' },
  approver: { zh: '本市审批人', en: 'an approver of this city' },
  representative: { zh: '本市授权代表', en: 'an authorised representative of this city' },
  agency: { zh: '联动单位', en: 'the partner agency' },
  expert: { zh: '专家', en: 'the expert' },
  team: { zh: '派出队伍', en: 'the team that was sent' },
  person: { zh: '经办人', en: 'the person in charge' },
};

/** @returns who must move, in words; a city is named by what it is called. */
export const moverInWords = (waitsFor: WaitedFor): Text =>
  waitsFor.who === 'city'
    ? { zh: `${named('city', waitsFor.city)}值班室`, en: `the duty room of ${named('city', waitsFor.city)}` }
    : OWN[waitsFor.who];
