import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { figureRoutes } from '../../../shared/http/routes/figures.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { DownloadButton } from '../parts/download-button.tsx';
import { Tag } from '../parts/marks.tsx';
import { Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { type AskedFigures, figuresIn } from './asked-figures.ts';
import { FigureCharts } from './figure-charts.tsx';
import { FigureFilters } from './figure-filters.tsx';
import { FigureLines } from './figure-lines.tsx';
import { FIGURES } from './figures-words.ts';
import './figures.css';

/** How the city, its partners, agencies and teams do. What is asked for stands in the address. */
export const FiguresScreen = (): ReactNode => {
  const { say } = useSpeech(FIGURES);
  const [search, setSearch] = useSearchParams();
  const asked = figuresIn(search);
  const figures = useRead(figureRoutes.readFigures, { query: asked });
  const ask = (changed: Partial<AskedFigures>): void =>
    setSearch({ ...asked, ...changed } as unknown as Record<string, string>);
  return (
    <Screen title={say('title')} exercise={asked.realm === 'exercise'} actions={<FigureActs asked={asked} />}>
      <FigureFilters asked={asked} onAsk={ask} />
      <Shown read={figures}>
        {({ items, total, from, to }) => (
          <>
            <p className="muted">{say('span', { from, to })}</p>
            {items.length === 0 ? (
              <p>{say('none')}</p>
            ) : (
              <>
                <FigureCharts of={asked.of} items={items} />
                <FigureLines items={items} total={total} />
              </>
            )}
          </>
        )}
      </Shown>
    </Screen>
  );
};

const FigureActs = ({ asked }: { readonly asked: AskedFigures }): ReactNode => {
  const { say } = useSpeech(FIGURES);
  const may = useMay();
  const rebuild = useCommand(figureRoutes.rebuildFigures);
  const [isOrdered, setOrdered] = useState(false);
  return (
    <>
      <DownloadButton
        contract={figureRoutes.exportFigures}
        input={{ query: { ...asked, format: 'xlsx' } }}
        fileName="figures.xlsx"
      >
        {say('export.xlsx')}
      </DownloadButton>
      <DownloadButton
        contract={figureRoutes.exportFigures}
        input={{ query: { ...asked, format: 'csv' } }}
        fileName="figures.csv"
      >
        {say('export.csv')}
      </DownloadButton>
      {may(figureRoutes.rebuildFigures) && (
        <CommandDialog act={say('rebuild')} command={rebuild} inputOf={() => ({})} onDone={() => setOrdered(true)}>
          <p>{say('rebuild.explain')}</p>
        </CommandDialog>
      )}
      {isOrdered && (
        <span role="status">
          <Tag tone="good">{say('rebuild.ordered')}</Tag>
        </span>
      )}
    </>
  );
};
