import Form from 'antd/es/form';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type * as z from 'zod';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { callOutRoutes } from '../../../shared/http/routes/call-outs.ts';
import type { IncidentView } from '../../../shared/http/views/incident.ts';
import { useCommand } from '../api/use-command.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { RankedChoice } from '../lookup/ranked-choice.tsx';
import { CommandForm } from '../parts/command-form.tsx';
import { ForIncident } from '../parts/for-incident.tsx';
import { InstantInput } from '../parts/instant-input.tsx';
import { LinesInput } from '../parts/lines-input.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { WordsField } from '../parts/words-field.tsx';
import { CALL_OUTS } from './call-outs-words.ts';
import { MeetingFields, meetingOf } from './meeting-fields.tsx';

/** Calls experts out for an incident. The address may say which, and whom (`?incident=`, `?expert=`, `?request=`). */
export const NewCallOut = (): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  return (
    <Screen title={say('new')}>
      <ForIncident>{(incident) => <CallOutForm incident={incident} />}</ForIncident>
    </Screen>
  );
};

type Body = z.input<NonNullable<(typeof callOutRoutes.openCallOut)['body']>>;
type Values = Omit<Body, 'incidentId' | 'requestId'>;

/** Advice is mostly wanted at once: answers in half an hour, talk within two hours, the opinion the same day. */
const ANSWER_MS = HOUR_MS / 2;
const BEGIN_MS = HOUR_MS;
const END_MS = 2 * HOUR_MS;
const OPINION_MS = 8 * HOUR_MS;

const CallOutForm = ({ incident }: { readonly incident: IncidentView }): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const command = useCommand(callOutRoutes.openCallOut);
  const now = new Date(useNow()).toISOString();
  const expert = search.get('expert');
  const requestId = search.get('request');
  const { incidentId, position } = incident;
  return (
    <CommandForm
      command={command}
      submit={say('new')}
      initialValues={{
        meeting: { mode: 'phone', from: plus(now, BEGIN_MS), until: plus(now, END_MS), position } as Values['meeting'],
        replyBy: plus(now, ANSWER_MS),
        opinionBy: plus(now, OPINION_MS),
        parties: [],
        experts: expert === null ? [] : [expert],
      }}
      inputOf={({ meeting, experts, ...rest }: Values) => ({
        body: {
          incidentId,
          ...(requestId === null ? {} : { requestId }),
          ...rest,
          meeting: meetingOf(meeting),
          experts: [...experts],
        },
      })}
      onDone={({ body }) => void navigate(`/call-outs/${body.callOutId}`)}
    >
      <Panel title={say('details')}>
        <WordsField name={['question']} label={say('question')} rows={3} />
        <MeetingFields />
        <div className="columns">
          <Form.Item name="replyBy" label={say('reply-by')}>
            <InstantInput />
          </Form.Item>
          <Form.Item name="opinionBy" label={say('opinion-by')}>
            <InstantInput />
          </Form.Item>
        </div>
        <Form.Item name="parties" label={say('parties')}>
          <LinesInput />
        </Form.Item>
      </Panel>
      <Experts incident={incident} />
    </CommandForm>
  );
};

/** Who is suitable depends on when the advice is wanted. */
const Experts = ({ incident: { hazard, position } }: { readonly incident: IncidentView }): ReactNode => {
  const { say } = useSpeech(CALL_OUTS);
  const meeting = Form.useWatch<Values['meeting'] | undefined>('meeting');
  const wanted = meeting?.from && meeting.until && meeting.from < meeting.until ? meeting : undefined;
  return (
    <Form.Item name="experts">
      <RankedChoice
        kind="expert"
        label={say('experts')}
        hazard={hazard}
        near={position}
        wanted={wanted && { from: wanted.from, until: wanted.until }}
      />
    </Form.Item>
  );
};
