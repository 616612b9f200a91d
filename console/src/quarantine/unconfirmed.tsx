import type { ReactNode } from 'react';
import type * as z from 'zod';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import { dutyRoomRoutes, type UnconfirmedMessageSchema } from '../../../shared/http/routes/duty-room.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { EntryTable } from '../parts/entry-table.tsx';
import { ExerciseMark, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { QUARANTINE } from './quarantine-words.ts';

type Unconfirmed = z.infer<typeof UnconfirmedMessageSchema>;

/** Messages of this city's that a partner has not confirmed: it may not know. */
export const Unconfirmed = (): ReactNode => {
  const { say, read } = useSpeech(QUARANTINE);
  const messages = usePages(dutyRoomRoutes.listUnconfirmedMessages, {});
  const kindName = (kind: string): string =>
    read((AGGREGATE_KIND_NAMES as Readonly<Record<string, Text>>)[kind] ?? { zh: kind, en: kind });
  return (
    <Panel title={say('unconfirmed.title')}>
      <EntryTable<Unconfirmed>
        label={say('unconfirmed.title')}
        pages={messages}
        rowKey={({ messageId }) => messageId}
        columns={[
          {
            title: say('column.about'),
            cell: ({ kind, conversation, exercise }) => (
              <>
                <ExerciseMark exercise={exercise} />{' '}
                <SubjectLink kind={kind} id={conversation}>
                  {kindName(kind)}
                </SubjectLink>
              </>
            ),
          },
          { title: say('column.type'), width: '16rem', cell: ({ type }) => <code>{type}</code> },
          {
            title: say('column.pending'),
            width: '12rem',
            cell: ({ pending }) => pending.map((city) => read(cityName(city))).join('、'),
          },
          { title: say('column.at'), width: '9rem', cell: ({ issuedAt }) => <Moment at={issuedAt} /> },
          {
            title: say('column.waits'),
            width: '8rem',
            cell: ({ hours }) => <Tag tone={hours > 0 ? 'bad' : 'waiting'}>{say('hours', { hours })}</Tag>,
          },
        ]}
      />
    </Panel>
  );
};
