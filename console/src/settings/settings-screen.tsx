import Form from 'antd/es/form';
import { type ReactNode, useState } from 'react';
import type * as z from 'zod';
import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import type { PersonSettingsBody, PersonSettingsViewSchema } from '../../../shared/http/views/notification-settings.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SETTINGS } from './settings-words.ts';
import { WayFields } from './way-fields.tsx';
import { type Channel, type EnteredWay, sentWay } from './ways.ts';

type Settings = z.infer<typeof PersonSettingsViewSchema>;

const CHANNELS: readonly Channel[] = ['email', 'sms', 'webhook'];

/** How whoever is signed in wants to be told. */
export const SettingsScreen = (): ReactNode => {
  const { say } = useSpeech(SETTINGS);
  const settings = useRead(notificationSettingsRoutes.readOwnNotificationSettings, {});
  const [isSaved, setSaved] = useState(false);
  return (
    <Screen title={say('title')} actions={<Trial />}>
      <p>{say('explain')}</p>
      <Shown read={settings}>
        {(body, etag) => (
          <Panel title={say('ways')}>
            <p role="status">
              {body.savedAt === undefined ? (
                say('never')
              ) : (
                <>
                  {say('saved.at')} <Moment at={body.savedAt} relative />
                </>
              )}{' '}
              {isSaved && <Tag tone="good">{say('saved')}</Tag>}
            </p>
            <SettingsForm key={etag} settings={body} etag={etag} onSaved={() => setSaved(true)} />
          </Panel>
        )}
      </Shown>
    </Screen>
  );
};

interface Entered {
  readonly language: 'zh' | 'en';
  readonly quietHours?: { readonly from?: string; readonly until?: string };
  readonly ways: readonly EnteredWay[];
}

const bodyOf = ({ language, quietHours, ways }: Entered): PersonSettingsBody => {
  const { from, until } = quietHours ?? {};
  const quiet = from || until ? { quietHours: { from: from ?? '', until: until ?? '' } } : {};
  return { language, ...quiet, ways: ways.map(sentWay) as PersonSettingsBody['ways'] };
};

interface SettingsFormProps {
  readonly settings: Settings;
  readonly etag: string | undefined;
  readonly onSaved: () => void;
}

const SettingsForm = ({ settings, etag, onSaved }: SettingsFormProps): ReactNode => {
  const { say } = useSpeech(SETTINGS);
  const save = useCommand(notificationSettingsRoutes.saveOwnNotificationSettings);
  const { language, quietHours, ways } = settings;
  return (
    <CommandForm<Entered, Parameters<typeof save.run>[0], Settings>
      command={save}
      initialValues={{ language, ...(quietHours === undefined ? {} : { quietHours }), ways }}
      inputOf={(entered) => ({ body: bodyOf(entered), ...(etag === undefined ? {} : { ifMatch: etag }) })}
      submit={say('save')}
      onDone={onSaved}
    >
      <div className="way-fields">
        <Form.Item name="language" label={say('language')}>
          <Choice
            options={[
              ['zh', say('language.zh')],
              ['en', say('language.en')],
            ]}
          />
        </Form.Item>
        <Form.Item name={['quietHours', 'from']} label={say('quiet.from')} extra={say('quiet.note')}>
          <TimeInput />
        </Form.Item>
        <Form.Item name={['quietHours', 'until']} label={say('quiet.until')}>
          <TimeInput />
        </Form.Item>
      </div>
      <WayFields channels={CHANNELS} most={CHANNELS.length} />
    </CommandForm>
  );
};

interface TimeInputProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (time: string) => void;
}

const TimeInput = ({ id, value = '', onChange }: TimeInputProps): ReactNode => (
  <input
    id={id}
    type="time"
    className="instant-input"
    value={value}
    onChange={({ target }) => onChange?.(target.value)}
  />
);

const Trial = (): ReactNode => {
  const { say } = useSpeech(SETTINGS);
  const trial = useCommand(notificationSettingsRoutes.tryOwnNotificationSettings);
  const [isSent, setSent] = useState(false);
  return (
    <>
      <CommandDialog act={say('trial')} command={trial} inputOf={() => ({})} onDone={() => setSent(true)} />
      {isSent && (
        <span role="status">
          <Tag tone="good">{say('trial.sent')}</Tag>
        </span>
      )}
    </>
  );
};
