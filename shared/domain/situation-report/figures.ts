import * as z from 'zod';
import type { Text } from '../kernel/text.ts';
import { QuantitySchema, sumOfQuantities } from '../vocabulary/supplies.ts';

/** What is counted of a disaster, in the order in which reports name it, with its unit. */
export const FIGURES = {
  dead: { name: { zh: '死亡', en: 'dead' }, unit: { zh: '人', en: '' } },
  missing: { name: { zh: '失踪', en: 'missing' }, unit: { zh: '人', en: '' } },
  injured: { name: { zh: '受伤', en: 'injured' }, unit: { zh: '人', en: '' } },
  trapped: { name: { zh: '被困', en: 'trapped' }, unit: { zh: '人', en: '' } },
  evacuated: { name: { zh: '紧急避险转移', en: 'evacuated' }, unit: { zh: '人', en: '' } },
  relocated: { name: { zh: '转移安置', en: 'relocated' }, unit: { zh: '人', en: '' } },
  housesCollapsed: { name: { zh: '倒塌房屋', en: 'houses collapsed' }, unit: { zh: '间', en: '' } },
  housesDamaged: { name: { zh: '损坏房屋', en: 'houses damaged' }, unit: { zh: '间', en: '' } },
  farmlandHectares: { name: { zh: '农作物受灾面积', en: 'farmland affected' }, unit: { zh: '公顷', en: 'ha' } },
  directLossYuan: { name: { zh: '直接经济损失', en: 'direct losses' }, unit: { zh: '元', en: 'CNY' } },
} as const satisfies Record<string, { readonly name: Text; readonly unit: Text }>;
export type Figure = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as readonly Figure[];
export const FigureSchema = z.enum(Object.keys(FIGURES) as [Figure, ...Figure[]]).meta({ id: 'Figure' });

const count = z.int().min(0).max(100_000_000).optional();

/** What is known of a disaster's toll and damage; what is left out is not known. */
export const FiguresSchema = z
  .strictObject({
    dead: count,
    missing: count,
    injured: count,
    trapped: count,
    evacuated: count,
    relocated: count,
    housesCollapsed: count,
    housesDamaged: count,
    /** Hectares. */
    farmlandHectares: QuantitySchema.optional(),
    /** CNY, whole yuan. */
    directLossYuan: z.int().min(0).max(10_000_000_000_000).optional(),
  } satisfies Record<Figure, z.ZodType>)
  .meta({ id: 'SituationFigures' });
export type Figures = z.infer<typeof FiguresSchema>;

/** @returns the sum of one figure over several counts, or `undefined` where none knows it. Exact, in whatever order. */
export const sumOf = (figure: Figure, counts: readonly Figures[]): number | undefined => {
  const known = counts.flatMap((each) => each[figure] ?? []);
  if (known.length === 0) return undefined;
  return figure === 'farmlandHectares' ? sumOfQuantities(known) : known.reduce((sum, each) => sum + each, 0);
};

/** @returns the figures for which a value is given, in order. */
export const figuresFrom = (given: (figure: Figure) => number | undefined): Figures =>
  Object.fromEntries(
    FIGURE_NAMES.flatMap((figure) => {
      const value = given(figure);
      return value === undefined ? [] : [[figure, value]];
    }),
  );

/** @returns the sum of several counts, figure by figure. */
export const totalOf = (counts: readonly Figures[]): Figures => figuresFrom((figure) => sumOf(figure, counts));
