import type { ReactNode } from 'react';
import { stockRoutes } from '../../../shared/http/routes/stock.ts';
import { useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { EntryTable } from '../parts/entry-table.tsx';
import { Panel } from '../parts/screen.tsx';
import type { EntryPanelProps } from './registry-kind.ts';
import { REGISTRY } from './registry-words.ts';
import { STOCK_COLUMNS } from './stock-columns.tsx';
import { STOCK } from './stock-words.ts';

/** What a depot holds. */
export const DepotStock = ({ view: { depotId } }: EntryPanelProps<{ readonly depotId: string }>): ReactNode => {
  const { say } = useSpeech(STOCK);
  const { read } = useSpeech(REGISTRY);
  const may = useMay();
  const stock = usePages(stockRoutes.listStock, { query: { depotId, limit: 100 } }, may(stockRoutes.listStock));
  return (
    <Panel title={say('of-depot')}>
      <EntryTable
        label={say('of-depot')}
        pages={stock}
        columns={STOCK_COLUMNS.map(({ title, ...rest }) => ({ title: read(title), ...rest }))}
        rowKey={({ stockId }) => stockId}
        fetchOnScroll
      />
    </Panel>
  );
};
