import { isIn, isPartOf } from '../situation-report/division.ts';
import { FIGURE_NAMES, type Figure, type Figures, figuresFrom, sumOf, totalOf } from '../situation-report/figures.ts';
import { OMISSIONS, type Omission, type RollUp } from './roll-up-result.ts';
import type { RollUpSource } from './roll-up-source.ts';

/** What one source says of one division. */
interface Count {
  readonly source: RollUpSource;
  readonly division: string;
  readonly name: string | undefined;
  readonly figures: Figures;
}

/** -1, 0, 1 as for sorting; what is higher comes first. */
const higherFirst = (left: string | number, right: string | number): number => {
  if (left === right) return 0;
  return left > right ? -1 : 1;
};

const byText = (left: string, right: string): number => higherFirst(right, left);

/** The same number twice differs only if somebody erred; then any rule will do that does not depend on the order. */
const newerFirst = (left: RollUpSource, right: RollUpSource): number =>
  higherFirst(left.number, right.number) ||
  higherFirst(left.approvedAt, right.approvedAt) ||
  byText(JSON.stringify(left), JSON.stringify(right));

/**
 * Which of two counts of a division is better: a final one; of final ones the later; of others the one of the city in which the division
 * lies, then this city's own, then the later.
 */
const betterFirst = (left: Count, right: Count): number => {
  const isFinal = ({ source }: Count): number => Number(source.kind === 'final');
  const isNear = ({ source, division }: Count): number => Number(isIn(division, source.city));
  const bothFinal = isFinal(left) + isFinal(right) === 2;
  const later =
    higherFirst(left.source.asOf, right.source.asOf) || higherFirst(left.source.approvedAt, right.source.approvedAt);
  return (
    higherFirst(isFinal(left), isFinal(right)) ||
    (bothFinal ? later : 0) ||
    higherFirst(isNear(left), isNear(right)) ||
    higherFirst(Number(left.source.own), Number(right.source.own)) ||
    later ||
    byText(left.source.reportId, right.source.reportId)
  );
};

const countsOf = (source: RollUpSource): readonly Count[] =>
  source.divisions.map(({ division, name, figures }) => ({ source, division, name, figures }));

type LeftOut = RollUp['leftOut'][number];

const leftOut = (
  { source: { reportId, city, number }, division }: Count,
  figures: Figures,
  reason: Omission,
  instead?: Count,
): LeftOut => ({
  ...{ reportId, city, number, division, figures, reason, reasonText: OMISSIONS[reason] },
  ...(instead && {
    instead: { reportId: instead.source.reportId, city: instead.source.city, division: instead.division },
  }),
});

/** Groups what belongs together, each group with the best first. */
const groups = <T>(items: readonly T[], keyOf: (item: T) => string, order: (a: T, b: T) => number): readonly T[][] => {
  const byKey = new Map<string, T[]>();
  for (const item of items) byKey.set(keyOf(item), [...(byKey.get(keyOf(item)) ?? []), item]);
  return [...byKey.values()].map((group) => group.sort(order));
};

/** The whole, nearest first, that states this figure too. */
const wholeOf = (count: Count, figure: Figure, counts: readonly Count[]): Count | undefined =>
  counts
    .filter((other) => isPartOf(count.division, other.division) && other.figures[figure] !== undefined)
    .sort((left, right) => higherFirst(left.division, right.division))[0];

/** What is counted of a division, and what a larger one has counted already; figure by figure, as the larger may not know all. */
const split = (count: Count, counts: readonly Count[]) => {
  const wholes = new Map(FIGURE_NAMES.map((figure) => [figure, wholeOf(count, figure, counts)]));
  const part = (contained: boolean): Figures =>
    figuresFrom((figure) => ((wholes.get(figure) !== undefined) === contained ? count.figures[figure] : undefined));
  const figuresOf = (whole: Count): Figures =>
    figuresFrom((figure) => (wholes.get(figure) === whole ? count.figures[figure] : undefined));
  const omitted = [...new Set(wholes.values())].flatMap((whole) => {
    const figures = whole ? figuresOf(whole) : {};
    return whole && Object.keys(figures).length > 0 ? [leftOut(count, figures, 'within-whole', whole)] : [];
  });
  return { count, counted: part(false), omitted };
};

/** The parts nearest below a division that state a figure: not those that lie in one another. */
const partsOf = (whole: Count, figure: Figure, counts: readonly Count[]): readonly Count[] => {
  const below = counts.filter(
    (count) => isPartOf(count.division, whole.division) && count.figures[figure] !== undefined,
  );
  return below.filter((count) => !below.some((other) => isPartOf(count.division, other.division)));
};

const doubtsOf = (counts: readonly Count[]): RollUp['doubts'] =>
  counts.flatMap((count) =>
    FIGURE_NAMES.flatMap((figure) => {
      const whole = count.figures[figure];
      const parts = sumOf(
        figure,
        partsOf(count, figure, counts).map(({ figures }) => figures),
      );
      return whole !== undefined && parts !== undefined && parts > whole
        ? [{ figure, division: count.division, whole, parts }]
        : [];
    }),
  );

const distinct = (sources: readonly RollUpSource[]): readonly RollUpSource[] => [
  ...new Map(sources.map((source) => [JSON.stringify(source), source])).values(),
];

/**
 * Adds up what all cities report on an incident, each division once: by the best source where several report on it, and by the larger division
 * where its parts are reported on too. Neither the order of the sources nor their repetition matters.
 */
export const rollUp = (
  { incidentId, exercise }: Pick<RollUp, 'incidentId' | 'exercise'>,
  sources: readonly RollUpSource[],
): RollUp => {
  const ofRealm = distinct(sources).filter((source) => source.exercise === exercise);
  const strangers = distinct(sources).filter((source) => source.exercise !== exercise);
  const reports = groups(ofRealm, ({ reportId }) => reportId, newerFirst);
  const current = reports.flatMap(([newest]) => newest ?? []);
  const older = reports.flatMap(([, ...rest]) => rest);
  const divisions = groups(current.flatMap(countsOf), ({ division }) => division, betterFirst);
  const chosen = divisions.flatMap(([best]) => best ?? []).sort((left, right) => byText(left.division, right.division));
  const splits = chosen.map((count) => split(count, chosen));
  const omitted = [
    ...strangers.flatMap(countsOf).map((count) => leftOut(count, count.figures, 'other-realm')),
    ...older.flatMap(countsOf).map((count) => leftOut(count, count.figures, 'newer-version')),
    ...divisions.flatMap(([best, ...rest]) =>
      rest.map((count) => leftOut(count, count.figures, 'same-division', best)),
    ),
    ...splits.flatMap((each) => each.omitted),
  ];
  const counted = splits.filter((each) => Object.keys(each.counted).length > 0);
  return {
    incidentId,
    exercise,
    totals: totalOf(counted.map((each) => each.counted)),
    counted: counted.map(({ count: { source, division, name }, counted: figures }) => {
      const { divisions: _, ...said } = source;
      return { division, ...(name === undefined ? {} : { name }), figures, source: said };
    }),
    leftOut: omitted.sort((left, right) => byText(JSON.stringify(left), JSON.stringify(right))),
    doubts: doubtsOf(chosen),
  };
};
