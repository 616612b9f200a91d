import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import type * as z from 'zod';
import type { MeetingSchema } from '../../../shared/domain/call-out/call-out-details.ts';
import { useSpeech } from '../i18n/language.ts';
import { OWN_CALL_OUTS } from '../own-call-outs/own-call-outs-words.ts';
import { Choice } from '../parts/choice.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { PositionFields, typedPosition } from '../parts/position-fields.tsx';
import { CALL_OUTS } from './call-outs-words.ts';

type Meeting = z.input<typeof MeetingSchema>;

const MODES = ['phone', 'video', 'on-site'] as const satisfies readonly Meeting['mode'][];

/** @returns the meeting as the API takes it: what belongs to another way of meeting is left out. */
export const meetingOf = (entered: Meeting): Meeting => {
  const { mode, from, until } = entered;
  switch (mode) {
    case 'phone':
      return { mode, from, until };
    case 'video':
      return { mode, from, until, ...(entered.joinUrl ? { joinUrl: entered.joinUrl } : {}) };
    case 'on-site':
      return { mode, from, until, position: typedPosition(entered.position) };
  }
};

/** How, when and where the advice is wanted: fields below `meeting`. */
export const MeetingFields = (): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const own = useSpeech(OWN_CALL_OUTS);
  const mode = Form.useWatch<Meeting['mode'] | undefined>(['meeting', 'mode']);
  return (
    <>
      <div className="columns">
        <Form.Item name={['meeting', 'mode']} label={say('mode')}>
          <Choice options={MODES.map((each) => [each, own.say(`meeting.${each}`)] as const)} />
        </Form.Item>
        <Form.Item name={['meeting', 'from']} label={say('from')}>
          <InstantInput />
        </Form.Item>
        <Form.Item name={['meeting', 'until']} label={say('until')}>
          <InstantInput />
        </Form.Item>
      </div>
      {mode === 'video' && (
        <Form.Item name={['meeting', 'joinUrl']} label={say('join-url')}>
          <Input inputMode="url" placeholder="https://" />
        </Form.Item>
      )}
      {mode === 'on-site' && <PositionFields name={['meeting', 'position']} />}
    </>
  );
};
