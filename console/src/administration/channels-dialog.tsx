import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Modal from 'antd/es/modal';
import { type ReactNode, useState } from 'react';
import type * as z from 'zod';
import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import type { CitySettingsViewSchema } from '../../../shared/http/views/notification-settings.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { SETTINGS } from '../settings/settings-words.ts';
import { WayFields } from '../settings/way-fields.tsx';
import type { Channel } from '../settings/ways.ts';
import { ADMINISTRATION } from './administration-words.ts';
import { bodyOf, type EnteredChannels, enteredOf } from './entered-channels.ts';

type Channels = z.infer<typeof CitySettingsViewSchema>;

const CHANNELS: readonly Channel[] = ['wecom', 'dingtalk', 'webhook'];
const MOST_WAYS = 10;

interface ChannelsDialogProps {
  readonly channels: Channels;
  readonly etag: string | undefined;
}

/** Sets how the duty room is told. */
export const ChannelsDialog = ({ channels, etag }: ChannelsDialogProps): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  const save = useCommand(notificationSettingsRoutes.saveNotificationChannels);
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    save.forget();
    setOpen(false);
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {say('channels.edit')}
      </Button>
      <Modal open={isOpen} title={say('channels.edit')} width="56rem" footer={null} onCancel={close} destroyOnHidden>
        <p>{say('channels.explain')}</p>
        <CommandForm<EnteredChannels, Parameters<typeof save.run>[0], Channels>
          command={save}
          initialValues={enteredOf(channels)}
          inputOf={(entered) => ({ body: bodyOf(entered), ...(etag === undefined ? {} : { ifMatch: etag }) })}
          submit={say('channel.save')}
          onDone={close}
        >
          <ChannelFields />
        </CommandForm>
      </Modal>
    </>
  );
};

const ChannelFields = (): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  return (
    <>
      <div className="way-fields">
        <Form.Item name="language" label={say('language')}>
          <Choice
            options={[
              ['zh', say('language.zh')],
              ['en', say('language.en')],
            ]}
          />
        </Form.Item>
        <Form.Item name="escalateAfterMinutes" label={say('escalate')}>
          <InputNumber />
        </Form.Item>
      </div>
      <WayFields channels={CHANNELS} most={MOST_WAYS} named />
      <MailFields />
      <SmsFields />
    </>
  );
};

const MailFields = (): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  const isUsed: boolean | undefined = Form.useWatch('usesMail');
  return (
    <fieldset className="way">
      <legend>{say('mail')}</legend>
      <Form.Item name="usesMail" valuePropName="checked" noStyle>
        <Checkbox>{say('mail.use')}</Checkbox>
      </Form.Item>
      {isUsed && (
        <div className="way-fields">
          <Form.Item name={['mail', 'host']} label={say('mail.host')}>
            <Input />
          </Form.Item>
          <Form.Item name={['mail', 'port']} label={say('mail.port')}>
            <InputNumber />
          </Form.Item>
          <Form.Item name={['mail', 'security']} label={say('mail.security')}>
            <Choice
              options={[
                ['tls', 'TLS'],
                ['starttls', 'STARTTLS'],
              ]}
            />
          </Form.Item>
          <Form.Item name={['mail', 'from']} label={say('mail.from')}>
            <Input />
          </Form.Item>
          <Form.Item name={['mail', 'user']} label={say('mail.user')}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name={['mail', 'password']} label={say('mail.password')}>
            <Input type="password" autoComplete="new-password" />
          </Form.Item>
        </div>
      )}
    </fieldset>
  );
};

const SmsFields = (): ReactNode => {
  const { say } = useSpeech(ADMINISTRATION);
  const { say: tell } = useSpeech(SETTINGS);
  const isUsed: boolean | undefined = Form.useWatch('usesSms');
  return (
    <fieldset className="way">
      <legend>{say('sms')}</legend>
      <Form.Item name="usesSms" valuePropName="checked" noStyle>
        <Checkbox>{say('sms.use')}</Checkbox>
      </Form.Item>
      {isUsed && (
        <div className="way-fields">
          <Form.Item name={['sms', 'address', 'url']} label={tell('url')}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name={['sms', 'address', 'key']} label={tell('key')}>
            <Input autoComplete="off" />
          </Form.Item>
        </div>
      )}
    </fieldset>
  );
};
