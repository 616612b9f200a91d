import type { NamedLot, NamedTeam } from '../../../shared/domain/request/answer.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from './part-words.ts';

interface Named {
  readonly teams?: readonly NamedTeam[] | undefined;
  readonly lots?: readonly NamedLot[] | undefined;
}

/** @returns how to say which teams, or which goods, something names. */
export const useNamed = (): ((named: Named) => string) => {
  const { say } = useSpeech(PARTS);
  return ({ teams = [], lots = [] }) =>
    [
      ...teams.map(({ name, level, headcount }) => say('named.team', { name, level, headcount })),
      ...lots.map(({ name, quantity, unit }) => say('named.lot', { name, quantity, unit })),
    ].join(say('list.and'));
};
