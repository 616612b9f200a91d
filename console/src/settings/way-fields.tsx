import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { DELIVERY } from '../notices/delivery-words.ts';
import { Choice } from '../parts/choice.tsx';
import { SETTINGS } from './settings-words.ts';
import { ADDRESS_FIELDS, type Channel, type EnteredWay, isChannel } from './ways.ts';
import './settings.css';

const LABELS = { address: 'email', telephone: 'telephone', url: 'url', key: 'key', signingSecret: 'secret' } as const;

interface WayFieldsProps {
  readonly channels: readonly Channel[];
  readonly most: number;
  /** Ways of the duty room have names. */
  readonly named?: boolean;
}

/** Ways of being told, in their order, at `ways` in the body. */
export const WayFields = ({ channels, most, named = false }: WayFieldsProps): ReactNode => {
  const { say } = useSpeech(SETTINGS);
  return (
    <Form.List name="ways">
      {(ways, { add, remove }) => (
        <>
          {ways.map(({ key, name }, at) => (
            <fieldset key={key} className="way">
              <legend>{say('way', { number: at + 1 })}</legend>
              <WayLine at={name} channels={channels} named={named} />
              <Button onClick={() => remove(name)}>{say('remove', { number: at + 1 })}</Button>
            </fieldset>
          ))}
          {ways.length < most && (
            <Button onClick={() => add({ urgencies: ['urgent'], channel: channels[0] })}>{say('add')}</Button>
          )}
        </>
      )}
    </Form.List>
  );
};

interface WayLineProps {
  readonly at: number;
  readonly channels: readonly Channel[];
  readonly named: boolean;
}

const WayLine = ({ at, channels, named }: WayLineProps): ReactNode => {
  const { say } = useSpeech(SETTINGS);
  const { say: tell } = useSpeech(DELIVERY);
  const way: EnteredWay | undefined = Form.useWatch(['ways', at]);
  return (
    <div className="way-fields">
      <Kept at={at} names={named ? ['wayId', 'shown'] : ['shown']} />
      {named && (
        <Form.Item name={[at, 'name']} label={say('name')}>
          <Input />
        </Form.Item>
      )}
      <Form.Item name={[at, 'channel']} label={say('channel')}>
        <Choice options={channels.map((channel) => [channel, tell(`channel.${channel}`)])} />
      </Form.Item>
      <Form.Item name={[at, 'urgencies']} label={say('urgencies')}>
        <Checkbox.Group
          options={(['urgent', 'routine'] as const).map((value) => ({ value, label: tell(`urgency.${value}`) }))}
        />
      </Form.Item>
      {isChannel(way?.channel) &&
        ADDRESS_FIELDS[way.channel].map((field) => (
          <Form.Item
            key={field}
            name={[at, 'address', field]}
            label={say(LABELS[field])}
            {...(way.shown === undefined ? {} : { extra: say('address.now', { shown: way.shown }) })}
          >
            <Input autoComplete="off" spellCheck={false} />
          </Form.Item>
        ))}
    </div>
  );
};

interface KeptProps {
  readonly at: number;
  readonly names: readonly string[];
}

/** What a line of the list keeps and nobody enters: a form forgets what has no field. */
const Kept = ({ at, names }: KeptProps): ReactNode =>
  names.map((name) => (
    <Form.Item key={name} name={[at, name]} hidden>
      <Input />
    </Form.Item>
  ));
