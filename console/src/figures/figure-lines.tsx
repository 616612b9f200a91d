import type { ReactNode } from 'react';
import type { FigureItem, Figures } from '../../../shared/http/views/figures.ts';
import { useSpeech } from '../i18n/language.ts';
import { Panel } from '../parts/screen.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { FIGURES } from './figures-words.ts';
import { type Measure, tableMeasures } from './measures.ts';
import { useItemName } from './use-item-name.ts';

interface FigureLinesProps {
  readonly items: readonly FigureItem[];
  readonly total: Figures;
}

/** The same figures as the charts', and all others, as a table. */
export const FigureLines = ({ items, total }: FigureLinesProps): ReactNode => {
  const { say, read } = useSpeech(FIGURES);
  const nameOf = useItemName();
  const measures = tableMeasures(items);
  return (
    <Panel title={say('table.title')}>
      <WideTable
        label={say('table.label')}
        heads={[
          say('table.what'),
          ...measures.map(({ name, unit }) => (unit === 'share' ? `${read(name)} (%)` : read(name))),
        ]}
      >
        {items.map((item) => (
          <Line
            key={item.subject ?? item.kind ?? item.month}
            name={nameOf(item)}
            figures={item.figures}
            measures={measures}
          />
        ))}
        <Line name={say('table.total')} figures={total} measures={measures} />
      </WideTable>
    </Panel>
  );
};

interface LineProps {
  readonly name: string;
  readonly figures: Figures;
  readonly measures: readonly Measure[];
}

const Line = ({ name, figures, measures }: LineProps): ReactNode => (
  <tr>
    <th scope="row">{name}</th>
    {measures.map(({ name: { en }, unit, of }) => (
      <td key={`${unit} ${en}`} className="number">
        {of(figures) ?? '–'}
      </td>
    ))}
  </tr>
);
