import type { Addressee, NoticeDraft } from '../kernel/aggregate.ts';
import { named } from '../kernel/named.ts';
import type { Text } from '../kernel/text.ts';
import type { DeadlineActed } from './deadline-acted.ts';
import { HAND_OFFS } from './hand-off.ts';
import type { OpenDeadline, WaitedFor } from './open-deadline.ts';
import type { Told } from './told.ts';

/** @returns who of this city is told because they must move; nobody for a partner, whose duty room is rung. */
const movers = (waitsFor: WaitedFor): readonly Addressee[] => {
  switch (waitsFor.who) {
    case 'approver':
    case 'representative':
      return [{ who: 'role', role: waitsFor.who }];
    case 'agency':
    case 'person':
      return [waitsFor];
    default:
      return [];
  }
};

const presser = (waitsFor: WaitedFor): Text =>
  waitsFor.who === 'city'
    ? {
        zh: `请致电${named('city', waitsFor.city)}值班室催办`,
        en: `ring the duty room of ${named('city', waitsFor.city)}`,
      }
    : { zh: '请立即催办', en: 'press whoever is late' };

const nameOf = (told: Told): Text => {
  if (told.who === 'person') {
    const name = told.position === undefined ? told.name : `${told.position}${told.name}`;
    return { zh: name, en: told.position === undefined ? told.name : `${told.name} (${told.position})` };
  }
  return told.role === 'coordinator'
    ? { zh: '协调员', en: 'the coordinator' }
    : { zh: '授权代表', en: 'the authorised representative' };
};

const reachedBy = (told: Told): readonly Addressee[] => {
  if (told.who === 'role') return [told];
  return told.personId === undefined ? [] : [{ who: 'person', personId: told.personId }];
};

const warning = ({ handOff, what, due, waitsFor }: OpenDeadline): NoticeDraft => {
  const to = movers(waitsFor);
  const { zh, en } = HAND_OFFS[handOff];
  const draft: NoticeDraft = {
    urgency: 'routine',
    text: { zh: `${zh}即将到期（${due}）：${what.zh}`, en: `${en}, due at ${due}: ${what.en}` },
  };
  return to.length === 0 ? draft : { ...draft, to, only: true };
};

const pressing = (zh: string, en: string, to: readonly Addressee[]): NoticeDraft => ({
  urgency: 'urgent',
  text: { zh, en },
  ...(to.length === 0 ? {} : { to }),
});

/** @returns what people are told of an act: nothing of those that were passed over, nor of those that have effects, which speak for themselves. */
export const actNotices = (event: DeadlineActed, deadline: OpenDeadline): readonly NoticeDraft[] => {
  const { what, due, waitsFor, handOff } = deadline;
  const { zh, en } = HAND_OFFS[handOff];
  if (event.passedOver) return [];
  switch (event.act) {
    case 'warn':
      return [warning(deadline)];
    case 'remind':
      return [pressing(`${zh}已到期：${what.zh}`, `${en}, time is up: ${what.en}`, movers(waitsFor))];
    case 'urge': {
      const press = presser(waitsFor);
      return [
        pressing(
          `${zh}已逾期（应于${due}前），${press.zh}：${what.zh}`,
          `${en}, overdue since ${due}; ${press.en}: ${what.en}`,
          movers(waitsFor),
        ),
      ];
    }
    case 'escalate': {
      if (!event.told) return [];
      const told = nameOf(event.told);
      return [
        pressing(
          `${zh}逾期未办（应于${due}前），升级至${told.zh}：${what.zh}`,
          `${en}, overdue since ${due}, is escalated to ${told.en}: ${what.en}`,
          reachedBy(event.told),
        ),
      ];
    }
    default:
      return [];
  }
};
