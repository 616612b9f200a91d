import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { AwarenessCard } from '../../../shared/domain/awareness/awareness-listings.ts';
import { warningRoutes } from '../../../shared/http/routes/warnings.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { type Column, EntryTable } from '../parts/entry-table.tsx';
import { ColourMark } from '../parts/grave-marks.tsx';
import { ChangedMark, ExerciseMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Screen } from '../parts/screen.tsx';
import { WARNINGS } from './warnings-words.ts';

/** What this city let its partners know of what it fears, and they it. */
export const AwarenessList = (): ReactNode => {
  const { say, read } = useSpeech(WARNINGS);
  const notices = usePages(warningRoutes.listAwarenessNotices, { query: {} });
  const columns: readonly Column<AwarenessCard>[] = [
    {
      title: say('column.headline'),
      cell: ({ awarenessId, headline, exercise }) => (
        <>
          <ExerciseMark exercise={exercise} /> <Link to={`/awareness-notices/${awarenessId}`}>{headline}</Link>{' '}
          <ChangedMark id={awarenessId} />
        </>
      ),
    },
    { title: say('column.colour'), width: '10rem', cell: ({ colour }) => <ColourMark colour={colour} /> },
    { title: say('awareness.side'), width: '6rem', cell: ({ side }) => say(`awareness.${side}`) },
    {
      title: say('awareness.partner'),
      width: '9rem',
      cell: ({ side, teller, told }) => read(cityName(side === 'teller' ? told : teller)),
    },
    { title: say('awareness.at'), width: '9rem', cell: ({ toldAt }) => <Moment at={toldAt} /> },
    { title: say('column.until'), width: '9rem', cell: ({ until }) => <Moment at={until} /> },
    { title: say('column.status'), width: '8rem', cell: ({ status }) => <Status status={status} /> },
  ];
  return (
    <Screen title={say('awareness.title')} actions={<Link to="/warnings">{say('to.list')}</Link>}>
      <EntryTable
        label={say('awareness.label')}
        pages={notices}
        columns={columns}
        rowKey={({ awarenessId }) => awarenessId}
      />
    </Screen>
  );
};
