import type { ReactNode } from 'react';
import { FIGURE_NAMES, FIGURES, type Figure, type Figures } from '../../../shared/domain/situation-report/figures.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from './part-words.ts';
import { WideTable } from './wide-table.tsx';

/** @returns how to name a figure with its unit. */
export const useFigureName = (): ((figure: Figure) => string) => {
  const { read } = useSpeech(PARTS);
  return (figure) => {
    const { name, unit } = FIGURES[figure];
    const inWhat = read(unit);
    return inWhat === '' ? read(name) : `${read(name)}（${inWhat}）`;
  };
};

/** A row of figures, of a division or all. */
export interface FiguresRow {
  readonly key: string;
  readonly what: ReactNode;
  readonly figures: Figures;
  readonly besides?: ReactNode;
}

interface FiguresTableProps {
  readonly label: string;
  /** What the rows are of, and what stands beside their figures. */
  readonly heads: readonly [what: string, besides?: string];
  readonly rows: readonly FiguresRow[];
}

/** Toll and damage row by row; figures that nobody knows have no column. */
export const FiguresTable = ({ label, heads: [what, besides], rows }: FiguresTableProps): ReactNode => {
  const nameOf = useFigureName();
  const known = FIGURE_NAMES.filter((figure) => rows.some(({ figures }) => figures[figure] !== undefined));
  return (
    <WideTable label={label} heads={[what, ...known.map(nameOf), ...(besides === undefined ? [] : [besides])]}>
      {rows.map(({ key, what: name, figures, besides: more }) => (
        <tr key={key}>
          <th scope="row">{name}</th>
          {known.map((figure) => (
            <td key={figure} className="number">
              {figures[figure] ?? '—'}
            </td>
          ))}
          {besides !== undefined && <td>{more}</td>}
        </tr>
      ))}
    </WideTable>
  );
};
