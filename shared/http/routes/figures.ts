import * as z from 'zod';
import { FigureCellSchema, FigureSubjectSchema, MonthSchema, RealmSchema } from '../../domain/figures/figure-cell.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { READERS } from '../roles.ts';
import { route } from '../route.ts';
import { FigureItemSchema } from '../views/figures.ts';
import { SPREADSHEET_TYPES } from './imports.ts';
import { TableFormatSchema } from './spreadsheets.ts';

/** Months that one answer may be about: each is a Query. */
export const MAXIMUM_MONTHS = 24;

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** @returns the month so many months later, or earlier. */
export const monthsAfter = (month: string, months: number): string => {
  const number = monthNumber(month) + months;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
};

/** @returns the months from one to another, both included. */
export const monthsBetween = (from: string, to: string): readonly string[] =>
  Array.from({ length: monthNumber(to) - monthNumber(from) + 1 }, (_, n) => monthsAfter(from, n));

const query = {
  /** What they are about. */
  of: FigureSubjectSchema.default('city'),
  /** What each line is of; the rest is added up. */
  by: z.enum(['subject', 'kind', 'month']).default('subject'),
  /** First and last month, in China; default: the twelve that end with this one. Open steps know no months. */
  from: MonthSchema.optional(),
  to: MonthSchema.optional(),
  /** One city, agency, team, hand-off or step only. */
  subject: z.string().min(1).max(100).optional(),
  kind: FigureCellSchema.shape.kind.optional(),
  /** Drills have figures of their own. */
  realm: RealmSchema.default('real'),
};

const isWithinReach = ({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): boolean => {
  if (from === undefined || to === undefined) return true;
  const months = monthNumber(to) - monthNumber(from) + 1;
  return months >= 1 && months <= MAXIMUM_MONTHS;
};
const TOO_FAR = {
  path: ['to'],
  ...refinement({
    zh: `止月不得早于起月，最多${MAXIMUM_MONTHS}个月`,
    en: `not before the first month, ${MAXIMUM_MONTHS} months at most`,
  }),
};

const FiguresQuerySchema = z.strictObject(query).refine(isWithinReach, TOO_FAR);
export type FiguresQuery = z.infer<typeof FiguresQuerySchema>;

/** How the city and its partners do. */
export const figureRoutes = {
  readFigures: route({
    operationId: 'readFigures',
    method: 'GET',
    path: '/v1/figures',
    tag: 'figures',
    summary: {
      zh: '统计：满足率、答复与到达时间、队伍负荷、各环节在办、超时，按城市、单位、类别、月份',
      en: 'Figures: fill rate, reply and arrival times, load of teams, open by step, missed clocks; by city, agency, kind, month',
    },
    access: READERS,
    query: FiguresQuerySchema,
    success: {
      status: 200,
      body: z
        .strictObject({
          of: query.of.unwrap(),
          by: query.by.unwrap(),
          realm: RealmSchema,
          from: MonthSchema,
          to: MonthSchema,
          items: z.array(FigureItemSchema),
          /** All lines added up. */
          total: FigureItemSchema.shape.figures,
        })
        .meta({ id: 'FigureReport' }),
    },
  }),
  exportFigures: route({
    operationId: 'exportFigures',
    method: 'GET',
    path: '/v1/figures/file',
    tag: 'figures',
    summary: { zh: '导出统计表', en: 'Export figures as a table' },
    access: READERS,
    query: z
      .strictObject({
        ...query,
        format: TableFormatSchema.default('xlsx'),
        /** Of CSV. */
        encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
      })
      .refine(isWithinReach, TOO_FAR),
    success: { status: 200, body: z.string(), contentType: SPREADSHEET_TYPES.xlsx },
  }),
  rebuildFigures: route({
    operationId: 'rebuildFigures',
    method: 'POST',
    path: '/v1/figures/rebuild',
    tag: 'figures',
    summary: {
      zh: '重新计算统计：在后台逐页由台账重算，可随时中断并继续',
      en: 'Have the figures counted anew from the ledgers: in the background, page by page, goes on where it stopped',
    },
    access: ['administrator'],
    success: {
      status: 202,
      body: z.strictObject({ rebuildId: z.uuid(), orderedAt: InstantSchema }).meta({ id: 'FigureRebuild' }),
    },
  }),
} as const;
