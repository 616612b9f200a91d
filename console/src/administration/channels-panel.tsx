import type { ReactNode } from 'react';
import type * as z from 'zod';
import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import type { CitySettingsViewSchema } from '../../../shared/http/views/notification-settings.ts';
import { useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { DELIVERY } from '../notices/delivery-words.ts';
import { Facts } from '../parts/facts.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { WideTable } from '../parts/wide-table.tsx';
import { ADMINISTRATION } from './administration-words.ts';
import { ChannelsDialog } from './channels-dialog.tsx';

type Channels = z.infer<typeof CitySettingsViewSchema>;

/** How the duty room is told, and by which servers people are. */
export const ChannelsPanel = (): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  const may = useMay();
  const channels = useRead(notificationSettingsRoutes.readNotificationChannels, {});
  const { data } = channels;
  return (
    <Panel
      title={say('channels.title')}
      actions={
        data &&
        may(notificationSettingsRoutes.saveNotificationChannels) && (
          <ChannelsDialog channels={data.body} etag={data.etag} />
        )
      }
    >
      <Shown read={channels}>{(body) => <ChannelsShown channels={body} />}</Shown>
    </Panel>
  );
};

const ChannelsShown = ({ channels }: { readonly channels: Channels }): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  const { say: tell } = useSpeech(DELIVERY);
  const { ways, mail, sms, escalateAfterMinutes, language } = channels;
  return (
    <>
      {ways.length === 0 ? (
        <p className="muted">{say('channels.none')}</p>
      ) : (
        <WideTable
          label={say('channels.title')}
          heads={[say('channel.name'), say('channel.kind'), say('channel.where'), say('channel.urgencies')]}
        >
          {ways.map(({ wayId, name, channel, shown, urgencies }) => (
            <tr key={wayId}>
              <th scope="row">{name}</th>
              <td>{tell(`channel.${channel}`)}</td>
              <td>{shown}</td>
              <td>{urgencies.map((urgency) => tell(`urgency.${urgency}`)).join('、')}</td>
            </tr>
          ))}
        </WideTable>
      )}
      <Facts
        facts={[
          [say('mail'), mail ? `${mail.from} (${mail.host}:${mail.port})` : say('mail.none')],
          [say('sms'), sms?.shown ?? say('mail.none')],
          [say('escalate'), say('escalate.value', { minutes: escalateAfterMinutes })],
          [say('language'), say(`language.${language}`)],
        ]}
      />
    </>
  );
};
