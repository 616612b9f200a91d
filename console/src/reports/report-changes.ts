import type { Text } from '../../../shared/domain/kernel/text.ts';
import { FIGURE_NAMES, type Figure, type Figures } from '../../../shared/domain/situation-report/figures.ts';
import {
  REPORT_KINDS,
  REPORT_SECTION_NAMES,
  type ReportContent,
  type ReportSection,
} from '../../../shared/domain/situation-report/report-content.ts';

/** Lists of a report that are compared whole. */
export const LISTS = ['forces', 'needs', 'relief'] as const;

/** What one version says otherwise than another. */
export type ReportChange =
  | { readonly of: 'kind'; readonly before: Text; readonly after: Text }
  | { readonly of: 'stable'; readonly before: boolean; readonly after: boolean }
  | {
      readonly of: 'section';
      readonly section: ReportSection | 'outlook';
      readonly before: string | undefined;
      readonly after: string | undefined;
    }
  | {
      readonly of: 'figure';
      readonly division: string;
      readonly figure: Figure;
      readonly before: number | undefined;
      readonly after: number | undefined;
    }
  | { readonly of: (typeof LISTS)[number]; readonly before: ReportContent; readonly after: ReportContent };

const sectionsChanged = (before: ReportContent, after: ReportContent): readonly ReportChange[] =>
  ([...REPORT_SECTION_NAMES, 'outlook'] as const).flatMap((section) =>
    before[section] === after[section]
      ? []
      : [{ of: 'section', section, before: before[section], after: after[section] } as const],
  );

const figuresOf = ({ divisions }: ReportContent, division: string): Figures =>
  divisions.find((one) => one.division === division)?.figures ?? {};

const figuresChanged = (before: ReportContent, after: ReportContent): readonly ReportChange[] => {
  const divisions = [...new Set([...before.divisions, ...after.divisions].map(({ division }) => division))].toSorted();
  return divisions.flatMap((division) => {
    const [one, other] = [figuresOf(before, division), figuresOf(after, division)];
    return FIGURE_NAMES.filter((figure) => one[figure] !== other[figure]).map(
      (figure) => ({ of: 'figure', division, figure, before: one[figure], after: other[figure] }) as const,
    );
  });
};

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** @returns what a version says otherwise than the one before it: first its kind, then section by section, then the figures. */
export const changesBetween = (before: ReportContent, after: ReportContent): readonly ReportChange[] => [
  ...(before.kind === after.kind
    ? []
    : [{ of: 'kind', before: REPORT_KINDS[before.kind], after: REPORT_KINDS[after.kind] } as const]),
  ...sectionsChanged(before, after),
  ...figuresChanged(before, after),
  ...LISTS.filter((list) => !same(before[list], after[list])).map((of) => ({ of, before, after }) as const),
  ...(before.stable === after.stable ? [] : [{ of: 'stable', before: before.stable, after: after.stable } as const]),
];
