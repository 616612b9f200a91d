import type { ReactNode } from 'react';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { overlapRoutes } from '../../../shared/http/routes/overlaps.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Tag } from '../parts/marks.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { INCIDENTS } from './incidents-words.ts';

/** What may be asked for twice for an incident, how much is asked for in all against the need, and what cannot be seen from here. */
export const IncidentOverlaps = ({ incidentId }: { readonly incidentId: string }): ReactNode => {
  const { say, read } = useSpeech(INCIDENTS);
  const overlapsRead = useRead(overlapRoutes.listOverlaps, { query: { incidentId } });
  return (
    <Panel title={say('overlaps.title')}>
      <Shown read={overlapsRead}>
        {({ overlaps, totals, notVisible }) => (
          <>
            {totals.length > 0 && (
              <WideTable
                label={say('overlaps.asked')}
                heads={(['kind', 'asked', 'need', 'excess'] as const).map((head) => say(`overlaps.${head}`))}
              >
                {totals.map(({ kind, supply, asked, need, excess }) => (
                  <tr key={`${kind} ${supply?.code}`}>
                    <th scope="row">
                      {[read(RESOURCE_KINDS[kind]), supply?.code, supply?.unit].filter(Boolean).join(' ')}
                    </th>
                    <td>{asked}</td>
                    <td>{need ?? say('unknown')}</td>
                    <td>{excess === undefined || excess === 0 ? '—' : <Tag tone="bad">{excess}</Tag>}</td>
                  </tr>
                ))}
              </WideTable>
            )}
            {overlaps.length === 0 && <p className="muted">{say('overlaps.none')}</p>}
            <ul className="entries">
              {overlaps.map(({ itemId, other, reasons }) => (
                <li key={`${itemId} ${other.itemId}`}>
                  <span className="entry-main">
                    <SubjectLink kind={other.side === 'own' ? 'request' : 'received-request'} id={other.requestId}>
                      {say('overlaps.other', {
                        city: read(cityName(other.city)),
                        title: other.title,
                        kind: read(RESOURCE_KINDS[other.kind]),
                        quantity: other.quantity,
                      })}
                    </SubjectLink>{' '}
                    <span className="muted">{reasons.map(read).join('；')}</span>
                  </span>
                </li>
              ))}
            </ul>
            <p className="muted">{read(notVisible)}</p>
          </>
        )}
      </Shown>
    </Panel>
  );
};
