import type { ReactNode } from 'react';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { COMPARISON } from './comparison-words.ts';
import { ItemComparisonTable } from './item-comparison.tsx';
import type { RequestProps } from './request-screen.tsx';

/** The answers of all partners side by side, item by item; nothing before anybody was asked. */
export const ComparisonPanel = ({ view, etag }: RequestProps): ReactNode => {
  const { say } = useSpeech(COMPARISON);
  const { requestId, placements } = view;
  const isAsked = placements.length > 0;
  const comparison = useRead(requestRoutes.compareAnswers, { params: { requestId } }, isAsked);
  if (!isAsked) return null;
  return (
    <Panel title={say('title')}>
      <Shown read={comparison}>
        {({ items }) =>
          items.map((compared) => (
            <ItemComparisonTable key={compared.item.itemId} compared={compared} view={view} etag={etag} />
          ))
        }
      </Shown>
    </Panel>
  );
};
