import type { ReactNode } from 'react';
import type * as z from 'zod';
import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import type { UndeliveredSchema } from '../../../shared/notify/delivery-row.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { useRecipient } from '../notices/deliveries.tsx';
import { DELIVERY } from '../notices/delivery-words.ts';
import { EntryTable } from '../parts/entry-table.tsx';
import { Moment } from '../parts/moment.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel } from '../parts/screen.tsx';
import { SmallAct } from '../parts/small-act.tsx';
import { QUARANTINE } from './quarantine-words.ts';

type UndeliveredNotice = z.infer<typeof UndeliveredSchema>;

/** Notices that did not reach somebody by one of their ways. */
export const Undelivered = (): ReactNode => {
  const { say, read } = useSpeech(QUARANTINE);
  const { say: tell } = useSpeech(DELIVERY);
  const may = useMay();
  const recipient = useRecipient();
  const notices = usePages(notificationSettingsRoutes.listUndeliveredNotices, {});
  const again = useCommand(notificationSettingsRoutes.deliverAgain);
  return (
    <Panel title={say('undelivered.title')}>
      {again.failure && <ProblemAlert error={again.failure} />}
      <EntryTable<UndeliveredNotice>
        label={say('undelivered.title')}
        pages={notices}
        rowKey={({ deliveryId }) => deliveryId}
        columns={[
          { title: say('column.text'), cell: ({ text }) => read(text) },
          {
            title: say('column.to'),
            width: '16rem',
            cell: ({ to, channel, shown }) => (
              <>
                {recipient(to)} {tell(`channel.${channel}`)} <span className="muted">{shown}</span>
              </>
            ),
          },
          { title: say('column.reason'), width: '14rem', cell: ({ reason }) => reason },
          { title: say('column.at'), width: '9rem', cell: ({ at }) => <Moment at={at} /> },
          {
            title: say('column.act'),
            width: '10rem',
            cell: ({ noticeId, deliveryId }) =>
              may(notificationSettingsRoutes.deliverAgain) && (
                <SmallAct act={tell('again')} command={again} input={{ params: { noticeId, deliveryId } }} />
              ),
          },
        ]}
      />
    </Panel>
  );
};
