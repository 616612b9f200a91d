import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type * as z from 'zod';
import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import { notificationRoutes, type OwnNoticeSchema } from '../../../shared/http/routes/notifications.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { EntryTable } from '../parts/entry-table.tsx';
import { ExerciseMark, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Screen } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { DeliveriesDialog } from './deliveries-dialog.tsx';
import { NOTICES } from './notices-words.ts';

type OwnNotice = z.infer<typeof OwnNoticeSchema>;

/** The notices of whoever is signed in. Filters stand in the address, so that a view can be kept and sent on. */
export const NoticeCentre = (): ReactNode => {
  const { say, read } = useSpeech(NOTICES);
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const unreadOnly = search.get('unread') === 'true';
  const notices = usePages(notificationRoutes.listOwnNotices, { query: unreadOnly ? { unread: 'true' } : {} });
  const mark = useCommand(notificationRoutes.markNoticesRead);
  const [latest] = notices.items;
  const columns = [
    { title: say('column.at'), width: '9rem', cell: ({ at }: OwnNotice) => <Moment at={at} /> },
    {
      title: say('column.urgency'),
      width: '7rem',
      cell: ({ urgency }: OwnNotice) => <Tag tone={urgency === 'urgent' ? 'bad' : 'plain'}>{say(urgency)}</Tag>,
    },
    {
      title: say('column.text'),
      cell: ({ text, exercise, subject }: OwnNotice) => (
        <SubjectLink kind={subject.kind} id={subject.id}>
          <ExerciseMark exercise={exercise} /> {read(text)}
        </SubjectLink>
      ),
    },
    {
      title: say('column.read'),
      width: '13rem',
      cell: ({ noticeId, read: isRead }: OwnNotice) => (
        <>
          {isRead ? (
            say('read')
          ) : (
            <Button size="small" onClick={() => void mark.run({ body: { noticeIds: [noticeId] } })}>
              {say('mark.one')}
            </Button>
          )}{' '}
          {may(notificationSettingsRoutes.listDeliveries) && <DeliveriesDialog noticeId={noticeId} />}
        </>
      ),
    },
  ];
  return (
    <Screen
      title={say('title')}
      actions={
        latest && (
          <Button loading={mark.isRunning} onClick={() => void mark.run({ body: { upTo: latest.noticeId } })}>
            {say('mark.all')}
          </Button>
        )
      }
    >
      {mark.failure && <ProblemAlert error={mark.failure} />}
      <p className="filters">
        <Checkbox checked={unreadOnly} onChange={({ target }) => setSearch(target.checked ? { unread: 'true' } : {})}>
          {say('filter.unread')}
        </Checkbox>
      </p>
      <EntryTable label={say('list.label')} pages={notices} columns={columns} rowKey={({ noticeId }) => noticeId} />
    </Screen>
  );
};
