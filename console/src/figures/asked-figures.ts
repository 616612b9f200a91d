import { FIGURE_SUBJECTS, type FigureSubject, type Realm } from '../../../shared/domain/figures/figure-cell.ts';

export const GROUPINGS = ['subject', 'kind', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const REALMS = ['real', 'exercise'] as const satisfies readonly Realm[];

/** What the address of the screen asks for. */
export interface AskedFigures {
  readonly of: FigureSubject;
  readonly by: Grouping;
  readonly realm: Realm;
  /** Months, `2026-07`. */
  readonly from?: string;
  readonly to?: string;
}

const isSubject = (name: string | null): name is FigureSubject => name !== null && name in FIGURE_SUBJECTS;

/** Of partner cities, one by one, unless something else is asked for. */
export const figuresIn = (search: URLSearchParams): AskedFigures => {
  const [of, from, to] = [search.get('of'), search.get('from'), search.get('to')];
  return {
    of: isSubject(of) ? of : 'partner',
    by: GROUPINGS.find((one) => one === search.get('by')) ?? 'subject',
    realm: REALMS.find((one) => one === search.get('realm')) ?? 'real',
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
};
