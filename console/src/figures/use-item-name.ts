import { NO_KIND, NOW_MONTH } from '../../../shared/domain/figures/figure-cell.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import type { FigureItem } from '../../../shared/http/views/figures.ts';
import { useSpeech } from '../i18n/language.ts';
import { FIGURES } from './figures-words.ts';

/** @returns how to call what a line of figures is of. */
export const useItemName = (): ((item: FigureItem) => string) => {
  const { say, read } = useSpeech(FIGURES);
  const kindName = (kind: NonNullable<FigureItem['kind']>): string => {
    if (kind === NO_KIND) return say('kind.none');
    return kind === 'request' || kind === 'task' ? say(`kind.${kind}`) : read(RESOURCE_KINDS[kind]);
  };
  return ({ name, subject, kind, month }) => {
    if (name) return read(name);
    if (kind) return kindName(kind);
    return month === NOW_MONTH ? say('now') : (month ?? subject ?? '');
  };
};
