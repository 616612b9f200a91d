import { ProblemError } from '../../shared/http/problem.ts';
import type { ExportQuery } from '../../shared/http/routes/spreadsheets.ts';
import type { AnyRegistryTable, ExportFilter } from '../../shared/spreadsheet/table.ts';

/** The query parameter of each filter. */
const PARAMETERS = {
  hazard: 'hazard',
  kind: 'resourceKind',
  class: 'class',
  category: 'category',
} as const satisfies Record<keyof ExportFilter, keyof ExportQuery>;

/** @throws ProblemError 400 when there is no list of entries of the kind by what the query filters by. */
export const assertFilterable = ({ name, filters }: AnyRegistryTable, query: ExportQuery): void => {
  const detail = { zh: `${name.zh}不能按此筛选`, en: `${name.en} cannot be chosen by this` };
  const fields = Object.entries(PARAMETERS)
    .filter(([filter, parameter]) => query[parameter] !== undefined && !filters.some((known) => known === filter))
    .map(([, parameter]) => ({ pointer: `/query/${parameter}`, detail }));
  if (fields.length > 0) throw new ProblemError(400, 'parameters-not-valid', detail, { fields });
};
