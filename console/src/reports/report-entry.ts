import type { ReportContent } from '../../../shared/domain/situation-report/report-content.ts';

const given = (_: string, value: unknown): unknown => (value === null || value === '' ? undefined : value);

/** @returns what is sent of what was entered: fields that were emptied are left out, lists never touched are empty. */
export const enteredContent = (entry: ReportContent): ReportContent => {
  const kept = JSON.parse(JSON.stringify(entry, given)) as ReportContent;
  const { divisions = [], needs = [], forces = [], relief = [], stable = false } = kept;
  return {
    ...kept,
    divisions: divisions.map(({ figures = {}, ...division }) => ({ ...division, figures })),
    ...{ needs, forces, relief, stable },
  };
};
