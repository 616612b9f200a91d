import { readFigures } from '../../shared/data/figures/read-figures.ts';
import { monthOf, NOW_MONTH } from '../../shared/domain/figures/figure-cell.ts';
import {
  type FiguresQuery,
  MAXIMUM_MONTHS,
  monthsAfter,
  monthsBetween,
  figureRoutes as routes,
} from '../../shared/http/routes/figures.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { writtenSheet } from '../../shared/lambda/written-sheet.ts';
import { figureItems } from './figure-items.ts';
import { figureSheet } from './figure-sheet.ts';
import { orderRebuild } from './order-rebuild.ts';

export type FiguresFunctionCell = HttpCell & Pick<Cell, 'store' | 'clock' | 'newId'>;

/** Months before the last one, where nobody says from when. */
const USUAL_MONTHS = 12;

/** The months asked for; one end alone reaches as far as an answer may, or until now. */
const periodOf = ({ from, to }: FiguresQuery, now: string): { readonly from: string; readonly to: string } => {
  if (from === undefined) {
    const last = to ?? monthOf(now);
    return { from: monthsAfter(last, 1 - USUAL_MONTHS), to: last };
  }
  const reach = monthsBetween(from, monthsAfter(from, MAXIMUM_MONTHS - 1));
  return { from, to: to ?? reach.findLast((month) => month <= monthOf(now)) ?? from };
};

/** How the city and its partners do: read, taken along, counted anew. */
export const createHandler = (cell: FiguresFunctionCell) => {
  const report = async (query: FiguresQuery) => {
    const { of, by, realm, subject, kind } = query;
    const period = periodOf(query, cell.clock.now());
    const months = of === 'step' ? [NOW_MONTH] : monthsBetween(period.from, period.to);
    const rows = await readFigures(cell.store, { realm, of, months, subject, kind });
    return { of, by, realm, ...period, ...figureItems(rows, query) };
  };
  return createHttpHandler(cell, [
    implement(routes.readFigures, async ({ query }) => ({ body: await report(query) })),
    implement(routes.exportFigures, async ({ query: { format, encoding, ...query } }) => {
      const { of, items, total, from, to } = await report(query);
      const sheet = figureSheet(of, items, total);
      return writtenSheet(sheet, { format, encoding, fileName: `${sheet.name}-${from}-${to}.${format}` });
    }),
    implement(routes.rebuildFigures, (input) => orderRebuild(cell, input)),
  ]);
};
