import Alert from 'antd/es/alert';
import type { ReactNode } from 'react';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { overlapRoutes } from '../../../shared/http/routes/overlaps.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { PARTS } from '../parts/part-words.ts';
import { SubjectLink } from '../parts/subject-link.tsx';
import { REQUESTS } from './requests-words.ts';

/** Warns of other requests that may ask for the same; nothing where there are none. */
export const OverlapsPanel = ({ requestId }: { readonly requestId: string }): ReactNode => {
  const { say, read } = useSpeech(REQUESTS);
  const parts = useSpeech(PARTS);
  const overlaps = useRead(overlapRoutes.listOverlaps, { query: { requestId } }).data?.body.overlaps ?? [];
  if (overlaps.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={say('overlap.title', { count: overlaps.length })}
      description={
        <details>
          <summary>{say('overlap.show')}</summary>
          <ul className="reasons">
            {overlaps.map(({ itemId, other, reasons }) => (
              <li key={`${itemId} ${other.itemId}`}>
                <SubjectLink kind={other.side === 'own' ? 'request' : 'received-request'} id={other.requestId}>
                  {`${read(cityName(other.city))} · ${other.title} · ${read(RESOURCE_KINDS[other.kind])} × ${other.quantity}`}
                </SubjectLink>{' '}
                {reasons.map(read).join(parts.say('list.and'))}
              </li>
            ))}
          </ul>
        </details>
      }
    />
  );
};
