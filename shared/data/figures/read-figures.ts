import type { FigureCell } from '../../domain/figures/figure-cell.ts';
import type { Page, Store } from '../store.ts';
import { keys } from '../table.ts';
import { type FigureRow, FigureRowSchema } from './figure-rows.ts';

export interface FiguresWanted extends Pick<FigureCell, 'realm' | 'of'> {
  readonly months: readonly string[];
  readonly subject?: string | undefined;
  readonly kind?: string | undefined;
}

const ofMonth = async (
  store: Pick<Store, 'query'>,
  { realm, of, subject, kind }: FiguresWanted,
  month: string,
): Promise<readonly FigureRow[]> => {
  const { pk } = keys.figure({ realm, of, month, subject: '', kind: '' });
  const between = subject === undefined ? {} : { between: [`${subject}#`, `${subject}$`] as const };
  const rows: FigureRow[] = [];
  let page: Page | undefined;
  do {
    page = await store.query({ pk, ...between, ...(page?.next === undefined ? {} : { after: page.next }) });
    rows.push(...page.items.map((item) => FigureRowSchema.parse(item)));
  } while (page.next !== undefined);
  return kind === undefined ? rows : rows.filter(({ cell }) => cell.kind === kind);
};

/** Reads the figures of some months: a Query each, at the same time; costs what there is of the subjects. */
export const readFigures = async (store: Pick<Store, 'query'>, wanted: FiguresWanted): Promise<readonly FigureRow[]> =>
  (await Promise.all(wanted.months.map((month) => ofMonth(store, wanted, month)))).flat();
